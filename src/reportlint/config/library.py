"""Packs put together: later ones add to earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.merge import fill, merge_records
from reportlint.config.rules import PATTERNS, Kinds
from reportlint.core.errors import Problem
from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Library, Pack
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.core.text import Text


def combine(packs: Sequence[Pack], kinds: Kinds) -> Library:
    """One library of `packs`, which stand in the order in which they build on each other."""
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    for pack in packs:
        for addition in pack.additions:
            rule = rules.get(addition.rule)
            if rule is not None:
                changed = change_options(rule, {PATTERNS: addition.patterns}, kinds)
                rules[rule.id] = changed._replace(examples=rule.examples + addition.examples)
    types = {one.id: one for pack in packs for one in pack.types}
    return Library(tuple(packs), rules, combine_lexicons(pack.lexicon for pack in packs), types)


def change_options(rule: Rule, options: Mapping[str, Any], kinds: Kinds) -> Rule:
    """`rule` with `options` merged into its own."""
    fields = kinds[rule.kind].OPTIONS
    return rule._replace(options=fill(merge_records(rule.options, options, fields), fields))


def combine_lexicons(lexicons: Iterable[Lexicon]) -> Lexicon:
    """All styles, a later one in place of an earlier one of the same id, and all words, lists of one name joined."""
    styles = {}
    words: dict[str, tuple[str, ...]] = {}
    for lexicon in lexicons:
        styles.update({style.id: style for style in lexicon.styles})
        for name, more in lexicon.words.items():
            words[name] = tuple(dict.fromkeys((*words.get(name, ()), *more)))
    return Lexicon(tuple(styles.values()), words)


def clashes(packs: Sequence[Pack]) -> list[Problem]:
    """Two packs of one id, two rules of one id, two types of one id unless the later one extends the earlier."""
    return [
        *_doubles(Text("包", "pack"), [(pack.id, pack.path, 0) for pack in packs]),
        *_doubles(
            Text("规则", "rule"),
            [(rule.id, rule.path, rule.line) for pack in packs for rule in pack.rules],
        ),
        *_doubles(
            Text("文种", "report type"), [(one.id, one.path, one.line) for one in _types(packs)]
        ),
    ]


def _types(packs: Sequence[Pack]) -> Iterator[ReportType]:
    """All types but those that a type of the same id extends, and so replaces on purpose."""
    types = [one for pack in packs for one in pack.types]
    for number, one in enumerate(types):
        if not any(later.id == one.id and later.extends == one.id for later in types[number + 1 :]):
            yield one


def _doubles(what: Text, found: list[tuple[str, str, int]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for own, path, line in found:
        other = first.setdefault(own, f"{path}:{line}" if line else path)
        if other != (f"{path}:{line}" if line else path):
            yield Problem(
                Text(
                    f"{what.zh}“{own}”重复，已有 {other}",
                    f"duplicate {what.en} “{own}”, already in {other}",
                ),
                path,
                line,
                int(bool(line)),
            )
