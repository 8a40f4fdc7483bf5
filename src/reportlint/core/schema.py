"""The schema of YAML files: the fields of a mapping, each with its type, default and description.

A kind declares its options with these; `load` checks files against them and makes the JSON Schema
from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

# Types of values.
TEXT = "text"  # a string; numbers and dates are rejected with the advice to quote them
# a string that the regex module compiles; named lists of the packs may be used as \L<name>
REGEX = "regex"
URL = "url"  # a web address, http or https
FLAG = "flag"  # true or false
NUMBER = "number"  # an integer, 0 or more
CHOICE = "choice"  # one of `choices`
# one of `choices`, or `section:<id>`; with `not ` before it if one of the choices begins with it
PLACE = "place"
# a localized text: one string, or a mapping of languages to strings; always loaded as a mapping
LOCAL = "local"
# a list of `item`; if an item is a scalar type, a single item may be written without the list
LIST = "list"
MAP = "map"  # any keys, values of `item`
RECORD = "record"  # the keys in `fields`
SWITCH = "switch"  # `off` (false), or a value of `item`
# a text, a list of texts, or `any` and `regex`; always loaded as {"any": […], "regex": […]}
PHRASES = "phrases"
ANY = "any"


class Field(NamedTuple):
    """The declaration of one value in a YAML file."""

    type: str
    doc: Text
    default: Any = None
    required: bool = False
    choices: tuple[str, ...] = ()
    item: Field | None = None
    fields: Mapping[str, Field] = {}


def text(zh: str, en: str, default: str | None = None, *, required: bool = False) -> Field:
    """A text."""
    return Field(TEXT, Text(zh, en), default, required)


A_TEXT = text("文字", "a text")  # an item of a list, which its list describes


def regex(zh: str, en: str, default: str | None = None) -> Field:
    """A regex."""
    return Field(REGEX, Text(zh, en), default)


def flag(zh: str, en: str, default: bool | None = None) -> Field:
    """A flag."""
    return Field(FLAG, Text(zh, en), default)


def number(zh: str, en: str, default: int | None = None) -> Field:
    """An integer, 0 or more."""
    return Field(NUMBER, Text(zh, en), default)


def choice(
    zh: str, en: str, choices: Iterable[str], default: str | None = None, *, required: bool = False
) -> Field:
    """One of `choices`."""
    return Field(CHOICE, Text(zh, en), default, required, tuple(choices))


def localized(zh: str, en: str, default: Any = None, *, required: bool = False) -> Field:
    """A text, or one for each language."""
    return Field(LOCAL, Text(zh, en), default, required)


def listed(zh: str, en: str, item: Field, default: Any = None, *, required: bool = False) -> Field:
    """A list of `item`."""
    return Field(LIST, Text(zh, en), default, required, item=item)


def mapped(zh: str, en: str, item: Field, default: Any = None, *, required: bool = False) -> Field:
    """A mapping with any keys, and values of `item`."""
    return Field(MAP, Text(zh, en), default, required, item=item)


def record(zh: str, en: str, fields: Mapping[str, Field]) -> Field:
    """A mapping with the keys in `fields`."""
    return Field(RECORD, Text(zh, en), fields=fields)


def phrases(zh: str, en: str) -> Field:
    """Texts and regexes, of which any one may match."""
    return Field(PHRASES, Text(zh, en))
