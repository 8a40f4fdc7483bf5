from __future__ import annotations

import pytest
from readings import LEXICON, REPORT

from reportlint.core.report_type import Phrases, Recognise, ReportType, ReportTypes
from reportlint.structure.recognise import recognise
from reportlint.text.parse import parse

NOTICE = ReportType(
    "notice",
    "test",
    {"zh": "通知"},
    recognise=Recognise(Phrases(("通知", "报告")), path=("通知/**",)),
)
TYPES = ReportTypes.of([REPORT, NOTICE])
TAIL = "\n\n各项任务圆满完成，群众普遍满意。\n"


@pytest.mark.parametrize(
    ("text", "path", "type"),
    [
        ("", "", None),
        ("随笔。" + TAIL, "", None),
        ("# 述职报告怎么写" + TAIL, "", None),
        ("他说自己已经述职，情况是这样的。" + TAIL, "", None),
        ("---\ntype: 别的\n---\n\n随笔。" + TAIL, "", None),
        ("随笔。" + TAIL, "述职.md", None),
        ("# 关于做好述职报告工作的通知" + TAIL, "", "notice"),
        (
            "# 2025年度述职报告（张三）" + TAIL,
            "",
            "report",
        ),  # both types' titles fit, the longer one wins
        ("# 张三同志述职报告" + TAIL, "", "report"),
        ("述职报告" + TAIL, "", "report"),
        ("根据安排，现述职如下：" + TAIL, "", "report"),
        ("随笔。" + TAIL, "述职/张三.md", "report"),
        ("---\ntype: notice\n---\n\n# 述职报告" + TAIL, "述职/张三.md", "notice"),
        ("---\n文种: 述职报告\n---\n\n随笔。" + TAIL, "", "report"),
    ],
)
def test_recognise(text: str, path: str, type: str | None) -> None:
    guess = recognise(parse(text, "markdown"), TYPES, LEXICON, path)
    assert (guess.type.id if guess else None) == type


def test_a_tie_is_no_type() -> None:
    twin = REPORT._replace(id="twin")
    assert (
        recognise(parse("# 述职报告" + TAIL, "markdown"), ReportTypes.of([REPORT, twin]), LEXICON)
        is None
    )
