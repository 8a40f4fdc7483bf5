"""A configuration with its packs as text and back: only the data that a check needs, not that of
`explain` and `test`.

The text has the result of `load_config`, except the packs and the examples and reasons of rules.
The configuration is on the first line. The library is on the second, which need not be read if no
rule is run. Each further line has a report type; it is read when there is a report of the type. A
wheel has the library of the built-in packs in the same form, as Python data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportlint._startup.fast_json import loads
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.shipped_data import ShippedData
from reportlint._startup.typed import Any
from reportlint.cache.codec import decode, encode, restore, shape
from reportlint.config.config import Config
from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Library
from reportlint.core.report_type import ReportType, ReportTypes, TypeHead, head_of
from reportlint.core.rule import Rule

PREFILTERS = "prefilters"  # the name of the prefilters in `ShippedData`
_LIBRARY, _TYPE = "library", "type {}"  # and of the library and its types
_RULE_PATH, _TYPE_PATH = Rule._fields.index("path"), ReportType._fields.index("path")


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


def restore_config(line: bytes) -> Config:
    """The configuration, from the first line made by `store`, in UTF-8. Raises one of
    `cache.codec.DAMAGED` for other text."""
    return decode(Config, _text(line))


def _text(line: bytes) -> str:
    return line.decode("utf-8", "surrogatepass")


def restore_library(lines: Sequence[bytes]) -> Library:
    """The library, from the lines made by `store` after the first, in UTF-8; those of types are
    decoded when they are needed. Raises as `restore_config` does."""
    return _library(loads(_text(lines[0])), lambda number: loads(_text(lines[1 + number])))


def shipped_library(library: Library, folder: str) -> dict[str, Any]:
    """A library of packs in `folder` as basic values by name, for `ShippedData`. The paths in it
    are relative to the folder."""
    _, kept, *types = store(Config(), library).split("\n")
    values = {
        _TYPE.format(number): _moved(loads(line), _TYPE_PATH, folder, "")
        for number, line in enumerate(types)
    }
    rules, *others = loads(kept)
    values[_LIBRARY] = [[_moved(rule, _RULE_PATH, folder, "") for rule in rules], *others]
    return values


def restore_shipped(data: ShippedData, folder: str) -> Library | None:
    """The library that `shipped_library` has made, with its packs in `folder`; None if there is
    none."""
    kept = data.get(_LIBRARY)
    if kept is None:
        return None
    rules, *others = kept
    kept = [[_moved(rule, _RULE_PATH, "", folder) for rule in rules], *others]

    def type_at(number: int) -> Any:
        return _moved(data.get(_TYPE.format(number)), _TYPE_PATH, "", folder)

    return _library(kept, type_at)


def _moved(fields: list[Any], at: int, old: str, new: str) -> list[Any]:
    """The fields of a rule or type with the folder `old` of the path at index `at` replaced by
    `new`; "" is none."""
    path = fields[at].removeprefix(f"{old}/") if old else fields[at]
    fields[at] = f"{new}/{path}" if new else path
    return fields


def _library(kept: Any, type_at: Callable[[int], Any]) -> Library:
    """The library of a parsed StoredLibrary; `type_at` gives the parsed type of a number."""
    library = restore(StoredLibrary, kept)
    numbers = {head.id: number for number, head in enumerate(library.heads)}
    types = ReportTypes(
        library.heads, lambda type_id: restore(ReportType, type_at(numbers[type_id]))
    )
    return Library((), {rule.id: rule for rule in library.rules}, library.lexicon, types)
