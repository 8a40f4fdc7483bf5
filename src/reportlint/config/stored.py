"""A configuration with its packs as text and back: only the data that a check needs, not that of
`explain` and `test`.

The text has the result of `load_config`, except the packs and the examples and reasons of rules.
The configuration is on the first line. The library is on the second, which need not be read if no
rule is run; report types are decoded one by one, when there is a report of the type.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    heads: tuple[TypeHead, ...]
    types: tuple[str, ...]  # the JSON of each type, in the order of `heads`


def stored_shape() -> str:
    """The shape of the stored classes, which must be the same when the text is written and when it
    is read."""
    return shape(Config, StoredLibrary, ReportType)


def store(config: Config, library: Library) -> str:
    """The text of a configuration and its library, in two lines."""
    rules = tuple(
        rule._replace(why={}, examples=(), options=_without_examples(rule.options))
        for rule in library.rules.values()
    )
    types = [of._replace(why={}, examples=()) for of in library.types.values()]
    heads = tuple(map(head_of, types))
    lexicon = library.lexicon._replace(prefilters=None)  # stored separately, for all rules
    kept = StoredLibrary(rules, lexicon, heads, tuple(map(encode, types)))
    return f"{encode(config)}\n{encode(kept)}"


def _without_examples(options: Any) -> Any:
    """The options of a rule without the examples of its families."""
    if not isinstance(options, Mapping):
        return options
    return {key: _without_examples(value) for key, value in options.items() if key != "examples"}


def restore_config(line: str) -> Config:
    """The configuration, from the first line made by `store`. Raises one of `cache.codec.DAMAGED`
    for other text."""
    return decode(Config, line)


def restore_library(line: str) -> Library:
    """The library, from the second line made by `store`. Raises as `restore_config` does."""
    kept = decode(StoredLibrary, line)
    texts = dict(zip((head.id for head in kept.heads), kept.types, strict=True))
    types = ReportTypes(kept.heads, lambda type_id: decode(ReportType, texts[type_id]))
    return Library((), {rule.id: rule for rule in kept.rules}, kept.lexicon, types)
