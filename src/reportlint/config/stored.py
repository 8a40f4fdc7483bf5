"""A configuration with its packs as text and back: only the data that a check needs, not that of
`explain` and `test`.

The text has the result of `load_config`, except the packs and the examples and reasons of rules.
The configuration is on the first line. The library is on the second, which need not be read if no
rule is run. Each further line has a report type; it is read when there is a report of the type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.cache.codec import decode, encode, shape
from reportlint.config.config import Config
from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Library
from reportlint.core.report_type import ReportType, ReportTypes, TypeHead, head_of
from reportlint.core.rule import Rule


class StoredLibrary(NamedTuple):
    """The stored part of a library."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    heads: tuple[TypeHead, ...]  # of the types, in the order of their lines


def stored_shape() -> str:
    """The shape of the stored classes, which must be the same when the text is written and when it
    is read."""
    return shape(Config, StoredLibrary, ReportType)


def store(config: Config, library: Library) -> str:
    """The text of a configuration and its library."""
    rules = tuple(
        rule._replace(why={}, examples=(), options=_without_examples(rule.options))
        for rule in library.rules.values()
    )
    types = [of._replace(why={}, examples=()) for of in library.types.values()]
    heads = tuple(map(head_of, types))
    lexicon = library.lexicon._replace(prefilters=None)  # stored separately, for all rules
    return "\n".join(map(encode, (config, StoredLibrary(rules, lexicon, heads), *types)))


def _without_examples(options: Any) -> Any:
    """The options of a rule without the examples of its families."""
    if not isinstance(options, Mapping):
        return options
    return {key: _without_examples(value) for key, value in options.items() if key != "examples"}


def restore_config(line: str) -> Config:
    """The configuration, from the first line made by `store`. Raises one of `cache.codec.DAMAGED`
    for other text."""
    return decode(Config, line)


def restore_library(lines: Sequence[str]) -> Library:
    """The library, from the lines made by `store` after the first. Raises as `restore_config`
    does."""
    kept = decode(StoredLibrary, lines[0])
    numbers = {head.id: number for number, head in enumerate(kept.heads, 1)}
    types = ReportTypes(kept.heads, lambda type_id: decode(ReportType, lines[numbers[type_id]]))
    return Library((), {rule.id: rule for rule in kept.rules}, kept.lexicon, types)
