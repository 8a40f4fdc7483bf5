"""Kind `doubled`: a mark that stands twice or more in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import TEXT, Field
from reportlint.core.span import Span
from reportlint.core.text import Text

OPTIONS: Mapping[str, Field] = {
    "marks": Field(TEXT, Text("不得连用的标点", "the marks"), required=True),
}
FIELDS: Mapping[str, str] = {"found": "！！"}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> re.Pattern[str]:
    """A regex of the marks."""
    return re.compile(rf"([{re.escape(options['marks'])}])\1+")


def find(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """A hit on each series of one mark in the body."""
    for block in reading.body:
        for match in pattern.finditer(reading.document.text, *block.content):
            yield Hit(Span(*match.span()), {"found": match[0]})
