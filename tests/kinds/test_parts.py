"""Parts of a document by name: what looks like one and is none, then where each is found, and
`which` of them.
"""

from __future__ import annotations

import pytest
from readings import reading

from reportlint.core.lexicon import Lexicon
from reportlint.kinds import pattern

LETTER = """\
# 关于报送材料的通知

市发〔2026〕3号

各区，各街道：

政府要求，2026年报送清单。市发〔2025〕1号废止，附件：略。

附件：任务清单

市政府

2026年3月5日
"""
TABLE = "| 金额万元 | 万 |\n|---|---|\n| 万 | 万 |\n| 2 | 万 |\n\n万\n"
ITEMS = "。\n\n- 甲。\n- 乙。\n- 丙。\n\n丁。\n\n- 戊。\n- 己。\n"
SENTENCES = "因此甲。因此乙。\n\n甲。因此乙。\n"
LEVELS = "# 标题。\n\n## 一、甲。\n\n### （一）乙。\n\n## 二、丙。\n\n丁。\n"
# text, regex, scope, which → the finds in their order, each with the character before it
PLACES = [
    (LETTER, "〔", ["number"], "", ["发〔"]),
    (LETTER, "，", ["addressee"], "", ["区，"]),
    (LETTER, "政府", ["signature"], "", ["市政府"]),
    (LETTER, "2026", ["date"], "", ["\n2026"]),
    (LETTER, "清单", ["annex"], "", ["务清单"]),
    (LETTER, "清单", ["prose", "not annex"], "", ["送清单"]),
    (LETTER, "^", ["signature"], "", ["\n"]),
    (LETTER, "日$", ["date"], "", ["5日"]),
    (TABLE, "万", ["table-header"], "", ["额万", " 万"]),
    (TABLE, "万", ["table-cell"], "", [" 万", " 万", " 万"]),
    (TABLE, "万", ["table-cell"], "last", [" 万", " 万"]),
    (TABLE, "万", ["table-cell"], "first", [" 万"]),
    (ITEMS, "。$", ["item"], "", ["甲。", "乙。", "丙。", "戊。", "己。"]),
    (ITEMS, "。$", ["item"], "not-last", ["甲。", "乙。", "戊。"]),
    (ITEMS, "。$", ["item"], "last", ["丙。", "己。"]),
    (ITEMS, "。$", ["paragraph"], "last", ["丁。"]),
    (SENTENCES, "因此", ["sentence"], "", ["因此", "。因此", "。因此"]),
    (SENTENCES, "因此", ["sentence"], "first", ["因此"]),
    (SENTENCES, "因", ["sentence"], "last", ["。因", "。因"]),
    (LEVELS, "。$", ["heading-1"], "", ["甲。", "丙。"]),
    (LEVELS, "。$", ["heading-2"], "", ["乙。"]),
    (LEVELS, "。$", ["heading-6"], "", []),
]


@pytest.mark.parametrize(("text", "regex", "scope", "which", "expected"), PLACES)
def test_places(text: str, regex: str, scope: list[str], which: str, expected: list[str]) -> None:
    options = {"regex": [regex], "scope": scope, "which": which}
    hits = pattern.find(reading(text), pattern.prepare(options, Lexicon()))
    spans = sorted(hit.span for hit in hits)
    assert [text[max(span.start - 1, 0) : span.end] for span in spans] == expected
