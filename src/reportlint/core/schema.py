"""The schema of YAML files: the fields of a mapping, each with its type, default and description.

A kind declares its options with these; `load` checks files against them and makes the JSON Schema
from them.
"""

from __future__ import annotations

from collections.abc import Mapping

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
