"""Format `html`: a page for people who read no logs.

It shows each finding with its section and its sentence, in one file, without scripts. At its head
are counts and a table of contents. The id of a finding stays the same when lines shift, so a link
to it can be sent to a colleague.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint import __version__
from reportlint._startup.digest import digest
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.compare import Comparison, compare
from reportlint.output.fingerprint import fingerprints
from reportlint.output.formats import CODE_POINTS, HTML, Format, RenderOptions
from reportlint.output.html_finding import Place, escaped, item
from reportlint.output.html_overview import badges, changes, filters, overview, rule_classes
from reportlint.output.html_style import whole_page
from reportlint.output.safe_text import xml
from reportlint.output.totals import summary, totals


def page(report: Report, options: RenderOptions) -> str:
    """The whole page, in the language of the report."""
    language = report.language
    title = Text("报告检查结果", "Report check").to(language)
    comparison = None if options.earlier is None else compare(report, options.earlier)
    anchors = [f"file-{digest(_bytes(file.path))[:10]}" for file in report.files]
    classes = rule_classes(report)
    files = "".join(
        _file(report, number, anchors[number], classes, comparison)
        for number, file in enumerate(report.files)
        if file.diagnostics
    )
    content = (
        f'<p class="summary">{xml(summary(totals(report)))}</p>\n{_about(options, language)}'
        f"{changes(comparison, language) if comparison else ''}{badges(report)}"
        f"{overview(report, anchors)}{filters(report, classes, compared=comparison is not None)}"
        f"{files}{_clean_files(report)}"
    )
    return whole_page(title, language, content)


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")


def _about(options: RenderOptions, language: str) -> str:
    """The line with the time, the version of reportlint and the commit."""
    parts = [f"<time>{escaped(options.made)}</time>"] if options.made else []
    parts.append(f"reportlint {__version__}")
    if options.commit:
        name = Text("提交", "commit").to(language)
        parts.append(f"{name} <code>{escaped(options.commit)}</code>")
    return f'<p class="about">{" · ".join(parts)}</p>\n'


def _file(
    report: Report,
    number: int,
    anchor: str,
    classes: dict[str, str],
    comparison: Comparison | None,
) -> str:
    """The section of one file: its name, its type and its findings."""
    file = report.files[number]
    places = _places(file, number, anchor, classes, comparison)
    items = "".join(
        item(report, file, diagnostic, place)
        for diagnostic, place in zip(file.diagnostics, places, strict=True)
    )
    type_ = f" <small>{escaped(file.type)}</small>" if file.type else ""
    head = f'<h2><a href="#{anchor}">{escaped(file.path)}</a>{type_}</h2>'
    return f'<section id="{anchor}" class="file">\n{head}\n<ol>\n{items}</ol>\n</section>\n'


def _places(
    file: FileReport,
    number: int,
    anchor: str,
    classes: dict[str, str],
    comparison: Comparison | None,
) -> Sequence[Place]:
    """The anchor and classes of each finding of a file."""
    places = []
    for at, (diagnostic, key) in enumerate(zip(file.diagnostics, fingerprints(file), strict=True)):
        new = comparison is not None and (number, at) in comparison.new
        still = " still" if comparison is not None and not new else ""
        places.append(Place(f"{anchor}-{key[:12]}", f"{classes[diagnostic.rule]}{still}", new))
    return places


def _clean_files(report: Report) -> str:
    """The list of files without findings, which shows that they were checked."""
    clean = [file for file in report.files if not file.diagnostics]
    if not clean or report.hidden:
        return ""
    number = len(clean)
    title = Text(f"没有问题的文件（{number} 个）", f"Files without findings ({number})")
    rows = "".join(f"<li>{escaped(file.path)}</li>" for file in clean)
    summary = f"<summary>{title.to(report.language)}</summary>"
    return f'<details class="clean">{summary}<ul>{rows}</ul></details>\n'


FORMATS = (
    Format(
        "html",
        Text(
            "不看日志的人：概览、章节和原句，没有脚本，打印清楚",
            "people who do not read logs: an overview, the section and the sentence, no scripts,"
            " prints well",
        ),
        page,
        HTML,
        columns=CODE_POINTS,
        dated=True,
    ),
)
