"""A report without heading and title, with half-width punctuation, four items on one long line and
a nested list of the same form, for which this tool was made. The tests compare its findings with
those of a careful reader, for the report and for variants with one change."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.request import Settings
from reportlint.run.check import check

OPENING = "按照工作安排,现将本年度落实安全生产责任制情况述职如下:坚持把安全生产放在心上、抓在手上,以严的举措压实责任,确保各项任务落地。"
ITEMS = (
    (
        "一是提高认识,扛牢政治责任。"
        "坚持把安全生产作为第一责任,全年召开专题会议十二次,研究解决突出问题,做到“四个到位”。"
    ),
    (
        "二是健全制度,明确分工。修订《安全生产责任清单》和《隐患排查治理办法》,把任务分解到岗、"
        "压实到人。"
    ),
    "三是加强排查,消除隐患。组织开展“拉网式”检查,坚决遏制重特大事故,责令停产整顿企业XX家。",
    "四是强化宣传,营造氛围。利用广播、网络、宣传栏等载体普及安全知识,不断提升群众防范意识。",
)
LINES = (
    "五是改进方法,创新手段。充分运用信息化平台,实现风险早发现、早预警、早处置,提升了监管效能。",
    (
        "六是建强队伍,提升能力。"
        "一方面,加强业务培训,组织参加各类培训班;另一方面,注重实践锻炼,选派骨干到一线蹲点。"
    ),
    (
        "七是凝聚合力,齐抓共管。首先,主动向上级汇报,争取支持。其次,密切与兄弟单位协作。"
        "再次,发挥行业协会作用。最后,发动群众参与监督。"
    ),
    (
        "八是严格考核,注重实效。一是明确目标,细化措施。制定实施方案,倒排工期。二是聚焦短板,精准施策。"
        "对薄弱环节逐项整改。三是加强督导,兑现奖惩。将结果纳入年终考核。"
    ),
)
CLOSING = (
    "总之,通过以上举措,安全生产形势总体平稳。但也要清醒看到,基层基础仍然薄弱,面临的困难还不少。"
    "未来,我们将继续压紧压实责任,"
    "不断提升工作水平,努力开创安全生产工作新局面。"
)


def report(
    items: tuple[str, ...] = ITEMS, rest: tuple[str, ...] = LINES, closing: str = CLOSING
) -> str:
    """The report; it does not end with a line break."""
    return "\n".join([OPENING + "".join(items), *rest, *([closing] if closing else [])])


def findings(
    folder: Path, text: str, gravest: tuple[str, ...] = ("error", "warning")
) -> list[tuple[str, str, int, str]]:
    """Severity, rule, line and marked text of all findings that would fail a run."""
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8", newline="")
    (file,) = check([str(path)], Settings(isolated=True)).files
    return [
        (
            diagnostic.severity,
            diagnostic.rule,
            file.lines.line_of(diagnostic.span.start),
            diagnostic.span.cut(text),
        )
        for diagnostic in file.diagnostics
        if diagnostic.severity in gravest
    ]


def test_only_the_blank_is_found(tmp_path: Path) -> None:
    text = report()
    assert findings(tmp_path, text, ("error", "warning", "info")) == [
        ("error", "placeholder", 1, "XX")
    ]


def test_with_the_blank_filled_in_nothing_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, report().replace("XX", "37"), ("error", "warning", "info")) == []


def test_another_number_on_the_eighth_item_is_a_gap(tmp_path: Path) -> None:
    text = report().replace("XX", "37").replace("八是", "九是")
    assert findings(tmp_path, text) == [("warning", "ordinal-gap", 5, "九是")]


def test_without_the_third_item_the_fourth_is_wrong(tmp_path: Path) -> None:
    text = report((*ITEMS[:2], ITEMS[3]))
    assert findings(tmp_path, text) == [("warning", "ordinal-gap", 1, "四是")]


def test_without_its_last_paragraph_the_closing_is_missing(tmp_path: Path) -> None:
    text = report(closing="").replace("XX", "37")
    assert [(rule, line) for _, rule, line, _ in findings(tmp_path, text)] == [
        ("closing-missing", 5)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_it_is_the_same_in_every_encoding_and_with_every_line_end(
    tmp_path: Path, encoding: str, line_end: str
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(report().replace("\n", line_end).encode(encoding))
    (file,) = check([str(path)], Settings(isolated=True)).files
    (diagnostic,) = file.diagnostics
    assert (diagnostic.rule, file.lines.position(diagnostic.span.start)) == (
        "placeholder",
        (1, report().index("XX") + 1),
    )
