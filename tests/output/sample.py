"""One report that all formats are tested on: everything that is hard about showing text."""

from __future__ import annotations

from reportlint.core.diagnostic import ERROR, INFO, SAFE, WARNING, Diagnostic, Edit, Fix, Related
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex, Span

LONG = "认真履行职责，" * 140 + "取缔场所XX家，" + "完成各项任务。" * 140
TEXTS = {
    "reports/duty.md": "# 述职报告\n\n取缔非法场所XX家。\n\n一是抓学习。三是抓落实。\n",
    "reports/emoji.md": "👩‍👩‍👧 全家 🇨🇳 e\u0301té 👍🏽 TODO\n\t表格\tXX\n控制\x1b[31m符\u202e号 XX",
    "reports/long.txt": LONG,
    "带 空格/新\n行.md": "第一行\n第二行\n第三行\n",
}


def at(text: str, piece: str, last: bool = False) -> Span:
    start = text.rindex(piece) if last else text.index(piece)
    return Span(start, start + len(piece))


def file(path: str, *found: Diagnostic, text: str | None = None) -> FileReport:
    text = TEXTS.get(path, "") if text is None else text
    return FileReport(path, text, LineIndex(text), found, "zh")


def report(language: str = "zh") -> Report:
    """The report, its surroundings in `language`."""
    duty, emoji = TEXTS["reports/duty.md"], TEXTS["reports/emoji.md"]
    return Report(
        (
            file("bad.md", Diagnostic("undecodable", ERROR, Span(0, 0), "无法解码：认不出编码")),
            file("good.md"),
            file(
                "reports/duty.md",
                Diagnostic("placeholder", ERROR, at(duty, "XX"), "“XX”没有填", ("述职报告",)),
                Diagnostic(
                    "ordinal-gap",
                    WARNING,
                    at(duty, "三是"),
                    "“一是”之后应为“二是”",
                    ("述职报告",),
                    (Related(at(duty, "一是"), "前一个"),),
                    Fix(SAFE, (Edit(at(duty, "三是"), "二是"),)),
                ),
                Diagnostic("section-missing", WARNING, Span(len(duty) - 1, len(duty) - 1), "缺少一节"),
            ),
            file(
                "reports/emoji.md",
                Diagnostic("placeholder", ERROR, at(emoji, "TODO"), "“TODO”没有填"),
                Diagnostic("placeholder", ERROR, at(emoji, "XX"), "“XX”没有填"),
                Diagnostic("placeholder", ERROR, at(emoji, "XX", last=True), "“X\x1bX”没有填"),
            ),
            file("reports/long.txt", Diagnostic("placeholder", ERROR, at(LONG, "XX"), "“XX”没有填")),
            file(
                "带 空格/新\n行.md",
                Diagnostic("repeated-text", INFO, Span(1, 6), "跨了两行"),
                Diagnostic("closing-missing", INFO, Span(12, 12), "在全文末尾"),
            ),
        ),
        language,
    )
