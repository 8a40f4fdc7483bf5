"""The names of places in a report."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.run.why_places import place_of
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

TEXT = "# 报告\n\n一段`代码甲`。\n\n- 条目\n\n> 引文\n\n| 表 |\n|---|\n| 格 |\n\n## 小节\n\n末段说到这里。\n\n再说一段。\n"
PLACES = [
    ("一段", "a paragraph"),
    ("代码甲", "inline code, in a paragraph"),
    ("条目", "a list item"),
    ("引文", "a paragraph in a quotation"),
    ("格", "a table"),
    ("末段", "a paragraph, under “小节”"),
]


@pytest.mark.parametrize(("argument", "place"), PLACES)
def test_places(argument: str, place: str) -> None:
    matcher = Matcher(Lexicon())
    reading = DocumentReading(parse(TEXT, "markdown", matcher), matcher)
    start = TEXT.index(argument)
    assert place_of(reading, Span(start, start + len(argument))).en == place
