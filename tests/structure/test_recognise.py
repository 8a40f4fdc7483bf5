from __future__ import annotations

import pytest
from readings import LEXICON, REPORT, reading

from reportlint.core.report_type import Phrases, Recognise, ReportType, ReportTypes
from reportlint.structure.recognise import (
    BY_FRONT_MATTER,
    BY_OPENING,
    BY_PATH,
    BY_TITLE,
    Guess,
    Recogniser,
)

NOTICE = ReportType(
    "notice",
    "test",
    {"zh": "通知"},
    recognise=Recognise(Phrases(("通知", "报告")), path=("通知/**",)),
)
TYPES = Recogniser(ReportTypes.of([REPORT, NOTICE]), LEXICON)
TAIL = "\n\n各项任务圆满完成，群众普遍满意。\n"


def guess(text: str, path: str = "", recogniser: Recogniser = TYPES) -> Guess | None:
    return recogniser.recognise(reading(text).document, path)


SILENT = [
    ("", ""),
    ("随笔。" + TAIL, ""),
    ("# 述职报告怎么写" + TAIL, ""),
    ("他说自己已经述职，情况是这样的。" + TAIL, ""),
    ("---\ntype: 别的\n---\n\n随笔。" + TAIL, ""),
    ("随笔。" + TAIL, "述职.md"),
]
FIRING = [
    ("# 关于做好述职报告工作的通知" + TAIL, "", "notice", BY_TITLE),
    # both types' titles fit, the longer one wins
    ("# 2025年度述职报告（张三）" + TAIL, "", "report", BY_TITLE),
    ("# 张三同志述职报告" + TAIL, "", "report", BY_TITLE),
    ("述职报告" + TAIL, "", "report", BY_TITLE),
    ("---\ntitle: 述职报告\n---\n\n随笔。" + TAIL, "", "report", BY_TITLE),
    ("# 述职报告" + TAIL, "", "report", BY_TITLE),
    ("# 述职报告\n\n根据安排，现述职如下：" + TAIL, "", "report", BY_TITLE + 0.05),
    ("根据安排，现述职如下：" + TAIL, "", "report", BY_OPENING),
    ("随笔。" + TAIL, "述职/张三.md", "report", BY_PATH),
    ("---\ntype: notice\n---\n\n# 述职报告" + TAIL, "述职/张三.md", "notice", BY_FRONT_MATTER),
    ("---\n文种: 述职报告\n---\n\n随笔。" + TAIL, "", "report", BY_FRONT_MATTER),
]


@pytest.mark.parametrize(("text", "path"), SILENT)
def test_no_type(text: str, path: str) -> None:
    assert guess(text, path) is None


@pytest.mark.parametrize(("text", "path", "type", "confidence"), FIRING)
def test_a_type(text: str, path: str, type: str, confidence: float) -> None:
    found = guess(text, path)
    assert found is not None
    assert (found.type.id, found.confidence) == (type, confidence)


def test_a_tie_is_no_type() -> None:
    twins = Recogniser(ReportTypes.of([REPORT, REPORT._replace(id="twin")]), LEXICON)
    assert guess("# 述职报告" + TAIL, recogniser=twins) is None


def test_a_type_that_extends_another_is_taken_before_it() -> None:
    house = REPORT._replace(id="house", extends="report")
    found = guess(
        "# 述职报告" + TAIL, recogniser=Recogniser(ReportTypes.of([REPORT, house]), LEXICON)
    )
    assert found is not None
    assert found.type is house


def test_without_types_there_is_no_guess() -> None:
    assert guess("# 述职报告" + TAIL, recogniser=Recogniser(ReportTypes.of([]), LEXICON)) is None
