"""A configuration with all its packs as text and back: what a check needs, and nothing that only
`explain` or `test` does.

It says what `load_config` says, but for the packs, and the examples and reasons of rules, which are
left out. The configuration is on the first line, the library on the second, so that it need not be
read where no rule is run; report types are taken apart one by one, when a report is of one of them.
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
    """What is kept of a library."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    heads: tuple[TypeHead, ...]
    types: tuple[str, ...]  # the JSON of each type, in the order of the heads


def stored_shape() -> str:
    """What must be the same where the text is written and where it is read."""
    return shape(Config, StoredLibrary, ReportType)


def store(config: Config, library: Library) -> str:
    """The two lines of a configuration and its library."""
    rules = tuple(
        rule._replace(why={}, examples=(), options=_without_examples(rule.options))
        for rule in library.rules.values()
    )
    types = [of._replace(why={}, examples=()) for of in library.types.values()]
    heads = tuple(map(head_of, types))
    lexicon = library.lexicon._replace(prefilters=None)  # kept apart, whichever rule they are of
    kept = StoredLibrary(rules, lexicon, heads, tuple(map(encode, types)))
    return f"{encode(config)}\n{encode(kept)}"


def _without_examples(options: Any) -> Any:
    """The options of a rule without the examples of its families."""
    if not isinstance(options, Mapping):
        return options
    return {key: _without_examples(value) for key, value in options.items() if key != "examples"}


def restore_config(line: str) -> Config:
    """The configuration, from the first line that `store` made. Raises any of `cache.codec.DAMAGED`
    for another text."""
    return decode(Config, line)


def restore_library(line: str) -> Library:
    """The library, from the second line. Raises as `restore_config` does."""
    kept = decode(StoredLibrary, line)
    texts = dict(zip((head.id for head in kept.heads), kept.types, strict=True))
    types = ReportTypes(kept.heads, lambda type_id: decode(ReportType, texts[type_id]))
    return Library((), {rule.id: rule for rule in kept.rules}, kept.lexicon, types)
