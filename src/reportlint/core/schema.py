"""How a YAML file may look: the fields of a mapping, each with type, default and words for people.

A kind declares its options with these; `load` checks files against them and makes the JSON Schema
from them.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

# Types of values.
TEXT = "text"  # a string; numbers and dates are refused with the advice to quote them
# a string that the regex module compiles; named lists of the packs may be used as \L<name>
REGEX = "regex"
URL = "url"  # an address of the web, http or https
FLAG = "flag"  # true or false
NUMBER = "number"  # a whole number, not below 0
CHOICE = "choice"  # one of `choices`
# one of `choices`, or `section:<id>`; `not ` may stand before it where one of the choices begins so
PLACE = "place"
# a text for people: one string, or a mapping of languages to strings; always loaded as a mapping
LOCAL = "local"
# a list of `item`; where an item is a scalar type, one bare item stands for a list of one
LIST = "list"
MAP = "map"  # any keys, values of `item`
RECORD = "record"  # the keys in `fields`
SWITCH = "switch"  # `off` (false), or what `item` says
# a text, a list of texts, or `any` and `regex`; always loaded as {"any": […], "regex": […]}
PHRASES = "phrases"
ANY = "any"


class Field(NamedTuple):
    """One value of a YAML file."""

    type: str
    doc: Text
    default: Any = None
    required: bool = False
    choices: tuple[str, ...] = ()
    item: Field | None = None
    fields: Mapping[str, Field] = {}
