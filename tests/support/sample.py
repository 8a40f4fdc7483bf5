"""The report on which all formats are tested. It contains everything that is difficult to
display."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import (
    ERROR,
    INFO,
    SAFE,
    UNSAFE,
    WARNING,
    Diagnostic,
    Edit,
    Fix,
    Related,
)
from reportlint.core.report import FileReport, Report
from reportlint.core.rule import Example, Rule
from reportlint.core.span import LineIndex, Span
from reportlint.output.formats import RenderOptions, load

LONG = "认真履行职责，" * 140 + "取缔场所XX家，" + "完成各项任务。" * 140
TEXTS = {
    "reports/duty.md": "# 述职报告\n\n取缔非法场所XX家。\n\n一是抓学习。三是抓落实。\n",
    "reports/emoji.md": "👩‍👩‍👧 全家 🇨🇳 e\u0301té 👍🏽 TODO\n\t表格\tXX\n控制\x1b[31m符\u202e号 XX",
    "reports/long.txt": LONG,
    "带 空格/新\n行.md": "第一行\n第二行\n第三行\n",
    "怪 名/50%,a::b];'|#[x](1).md": "𠮷😀[姓名](1) {{name}} {0}\r\n`TODO` <b>&amp;</b> | 100%::x]]>;'\u2028\x85 \\ XX\r\r\n",
}
ODD = "怪 名/50%,a::b];'|#[x](1).md"
RULES = {
    "placeholder": Rule(
        "placeholder",
        "core",
        "pattern",
        ERROR,
        {"zh": "“{found}”没有填", "en": "“{found}” is not filled in"},
        {"zh": "空着的地方", "en": "A blank is left; `XX`, |x|, <y>."},
        {},
        examples=(
            Example("取缔XX家。\n```\n", ((2, 4),)),
            Example("SpaceX 公司", ()),
            Example("第一行\n第二行", ()),
        ),
    ),
    "ordinal-gap": Rule(
        "ordinal-gap", "core", "ordinal", WARNING, {"zh": "断了", "en": "a gap"}, {}, {}
    ),
    "house-word": Rule(
        "house-word", "house", "pattern", "off", {"en": "not “{found}”"}, {"en": "y" * 2000}, {}
    ),
}


def at(text: str, piece: str, last: bool = False) -> Span:
    start = text.rindex(piece) if last else text.index(piece)
    return Span(start, start + len(piece))


def file(
    path: str, *diagnostics: Diagnostic, text: str | None = None, encoding: str = "utf-8"
) -> FileReport:
    text = TEXTS.get(path, "") if text is None else text
    return FileReport(path, text, LineIndex(text), diagnostics, "zh", encoding=encoding)


def report(language: str = "zh") -> Report:
    """The report, with the texts around findings in `language`."""
    duty, emoji = TEXTS["reports/duty.md"], TEXTS["reports/emoji.md"]
    return Report(
        (
            file(
                "bad.md",
                Diagnostic("undecodable", ERROR, Span(0, 0), "无法解码：认不出编码"),
                encoding="",
            ),
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
                Diagnostic(
                    "section-missing", WARNING, Span(len(duty) - 1, len(duty) - 1), "缺少一节"
                ),
            ),
            file(
                "reports/emoji.md",
                Diagnostic("placeholder", ERROR, at(emoji, "TODO"), "“TODO”没有填"),
                Diagnostic("placeholder", ERROR, at(emoji, "XX"), "“XX”没有填"),
                Diagnostic("placeholder", ERROR, at(emoji, "XX", last=True), "“X\x1bX”没有填"),
            ),
            file(
                "reports/long.txt", Diagnostic("placeholder", ERROR, at(LONG, "XX"), "“XX”没有填")
            ),
            file(
                "带 空格/新\n行.md",
                Diagnostic("repeated-text", INFO, Span(1, 6), "跨了两行"),
                Diagnostic("closing-missing", INFO, Span(12, 12), "在全文末尾"),
            ),
            odd(),
        ),
        language,
        RULES,
    )


def odd() -> FileReport:
    """A file with the characters that can break a format: separators, brackets and escapes, in
    text, message, path and fix."""
    text = TEXTS[ODD]
    return file(
        ODD,
        Diagnostic(
            "placeholder",
            ERROR,
            at(text, "[姓名]"),
            "“[姓名](1)”没有填",
            ("一、“概况” | <b>", "%0A::x"),
        ),
        Diagnostic(
            "placeholder",
            WARNING,
            at(text, "{{name}}"),
            "“{{name}}”没有填",
            fix=Fix(UNSAFE, (Edit(at(text, "{{name}}"), "𠮷|]\n'"),)),
        ),
        Diagnostic("placeholder", WARNING, at(text, "{0}"), "“{0}”没有填"),
        Diagnostic(
            "placeholder",
            INFO,
            at(text, "`TODO` <b>&amp;</b>"),
            "`TODO` <b>&amp;</b> | 100%::x]]>;'\r\n*a* _b_ ##vso[x]",
        ),
        Diagnostic(
            "placeholder",
            ERROR,
            at(text, "XX"),
            "a\x00b\ud800c\ufffe\x0b\u2028",
            related=(Related(at(text, "x]]>"), "[x](1) %"),),
        ),
        encoding="utf-8-sig",
    )


def many(number: int) -> Report:
    """A report with `number` findings in one file of a single line."""
    text = "取缔XX家，😀" * number
    diagnostics = [
        Diagnostic("placeholder", ERROR, Span(at, at + 2), f"“XX”没有填，第 {at} 字")
        for at in range(2, 7 * number, 7)
    ]
    return Report((file("many.md", *diagnostics, text=text), file("good.md")), "en", RULES)


EMPTY = Report((), "en", RULES)


DEFAULTS = RenderOptions()


def rendered(form: str, result: Report, options: RenderOptions = DEFAULTS) -> str:
    """The output in a format, after it is written to a file and read again."""
    return load(form).render(result, options).encode("utf-8", "backslashreplace").decode()


def pairs(result: Report) -> list[tuple[FileReport, Diagnostic]]:
    """All findings with their files, in the order of the report."""
    return [(file, diagnostic) for file in result.files for diagnostic in file.diagnostics]


REPORTS = {
    "awkward-zh": report("zh"),
    "awkward-en": report("en"),
    "empty": EMPTY,
    "clean": Report(report().files[1:2], "en"),
    "10000": many(10_000),
}
each_report = pytest.mark.parametrize("result", list(REPORTS.values()), ids=list(REPORTS))
