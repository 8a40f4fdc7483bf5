"""A configuration with all its packs as JSON and back: what a run needs, and nothing that only `explain` or `test` does.

It says what `load_config` says, but for the examples and the reasons of rules, which are left out. The configuration is on
the first line, the packs are on the second, which is read when somebody looks at one of them; report types are taken apart
only when a report is of one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.cache.json import loads
from reportlint.config import settings as c
from reportlint.core import report_type as t
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.pack import Library
from reportlint.core.report_type import Phrases, ReportType
from reportlint.core.rule import Rule, When

_CLASSES: tuple[Any, ...] = (Style, Lexicon, Rule, When, ReportType, t.Phrases, t.Recognise, t.Group, t.Placement, t.Listing,
                             t.SectionSpec, t.Frame, c.Settings, c.Change, c.Override, c.Ignore)  # fmt: skip
SHAPE = (
    4,
    tuple((one.__name__, one._fields) for one in _CLASSES),
)  # what must be the same where the JSON is written and read


class Types(Mapping[str, ReportType]):
    """Report types by id, each made when it is asked for; `heads` are those of all, with what they are recognised by."""

    def __init__(self, texts: Mapping[str, str], heads: tuple[ReportType, ...]) -> None:
        self.heads = heads
        self._texts = texts
        self._made: dict[str, ReportType] = {}

    def __getitem__(self, name: str) -> ReportType:
        if name not in self._made:
            from reportlint.config.compiled import restore_type

            self._made[name] = restore_type(loads(self._texts[name]))
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def dump(config: c.Settings, library: Library, seen: Mapping[str, str]) -> str:
    """The two lines of a configuration; the first is an object in which `seen` comes back as it is."""
    from reportlint.config.compiled import plain
    from reportlint.kinds import KINDS
    from reportlint.patterns.rule_patterns import asked, chosen, demands

    rules = [
        rule._replace(why={}, examples=(), options=_bare(rule.options))
        for rule in library.rules.values()
    ]
    types = [one._replace(why={}, examples=()) for one in library.types.values()]
    heads = [
        [one.id, one.pack, one.name, one.recognise, one.path, one.line, one.extends]
        for one in types
    ]
    for rule in rules:  # so that it is known what the regexes demand that kinds make of options
        KINDS[rule.kind].prepare(rule.options, library.lexicon)
    for key in _of_types(types):
        demands(*key)
    packs = _json(
        {
            "lexicon": plain(library.lexicon),
            "rules": plain(rules),
            "needs": [[*key, clauses] for key, clauses in asked().items()],
            "signs": [[*key, sorted(signs)] for key, signs in chosen().items()],
            "heads": plain(heads),
            "types": {one.id: _json(plain(one)) for one in types},
        }
    )
    return f"{_json({'seen': list(seen.items()), 'config': plain(config)})}\n{packs}"


def restore_packs(text: str) -> Library:
    """The packs that `dump` was given, from its second line. Raises any of ValueError, TypeError, KeyError, IndexError,
    AttributeError for any other text."""
    from reportlint.config.compiled import restore_lexicon, restore_rule
    from reportlint.patterns.rule_patterns import known, remember

    data = loads(text)
    rules = {data[0]: restore_rule(data) for data in data["rules"]}
    heads = tuple(_head(*head) for head in data["heads"])
    known({(source, fold): tuple(map(tuple, clauses)) for source, fold, clauses in data["needs"]})
    remember({(source, fold): frozenset(signs) for source, fold, signs in data["signs"]})
    types = Types(dict(data["types"]), heads)
    return Library((), rules, restore_lexicon(data["lexicon"]), types)


def _json(data: Any) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _bare(options: Any) -> Any:
    """The options of a rule without the examples of its families."""
    if not isinstance(options, Mapping):
        return options
    return {key: _bare(value) for key, value in options.items() if key != "examples"}


def _of_types(types: Iterable[ReportType]) -> Iterator[tuple[str, bool]]:
    """The regexes of report types, all of which ignore case."""

    def walk(value: Any) -> Iterator[tuple[str, bool]]:
        if isinstance(value, Phrases):
            yield from ((one, True) for one in value.regex)
        elif isinstance(value, tuple):
            for one in value:
                yield from walk(one)

    for one in types:
        yield from walk(tuple(one))


def _head(
    id: str, pack: str, name: Mapping[str, str], recognise: Any, path: str, line: int, extends: str
) -> ReportType:
    from reportlint.config.compiled import restore_recognise

    return ReportType(
        id,
        pack,
        name,
        recognise=restore_recognise(recognise),
        path=path,
        line=line,
        extends=extends,
    )


def restore_config(data: Mapping[str, Any]) -> c.Settings:
    """The configuration that `dump` was given, from the object on its first line. Raises as `restore_packs` does."""
    made = c.Settings(*data["config"])
    return made._replace(
        extends=None if made.extends is None else tuple(made.extends),
        exclude=tuple(made.exclude),
        rules=_changes(made.rules),
        overrides=tuple(
            c.Override(*one)._replace(files=tuple(one[0]), rules=_changes(one[1]))
            for one in made.overrides
        ),
        ignores=tuple(
            c.Ignore(*one)._replace(files=tuple(one[0]), rules=tuple(one[1]))
            for one in made.ignores
        ),
    )


def _changes(data: Mapping[str, Any]) -> dict[str, c.Change]:
    return {name: c.Change(*one) for name, one in data.items()}
