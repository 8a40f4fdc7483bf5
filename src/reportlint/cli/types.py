"""`reportlint types`: list the report types of the configuration here, or explain the type of a
file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.cli.table import table
from reportlint.core.report_type import SectionSpec
from reportlint.core.text import Text, pick
from reportlint.output.safe_text import one_line

if TYPE_CHECKING:
    from reportlint.run.recognition import Explained, Likely

SUMMARY = Text("列出文种。", "List the report types.")
HELP = Text(
    """列出可用的文种（报告类型）：名称、规则包和章节；或者说明一个文件认作哪个文种、凭什么。

\b
例：
  reportlint types
  reportlint types --explain 述职.md
  reportlint types --format json""",
    """List the report types: id, name, pack and sections; or show the type recognised for a file, and why.

\b
Examples:
  reportlint types
  reportlint types --explain report.md
  reportlint types --format json""",
)
_ENOUGH = 0.5  # confidence of a type that is recognised


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    if values["explain"]:
        return _explained(language, values)
    return _listed(language, values)


def _explained(language: str, values: Mapping[str, Any]) -> int:
    from reportlint.run.recognition import explain

    settings = dict(values)
    explained = explain(settings.pop("explain"), options.settings(settings))
    if values["form"] == "json":
        options.emit_json(
            [{**explained._asdict(), "likely": [likely._asdict() for likely in explained.likely]}]
        )
    else:
        options.emit_page(explained_page(explained, language))
    return 0


def _listed(language: str, values: Mapping[str, Any]) -> int:
    from reportlint.run.list import types

    settings = dict(values)
    settings.pop("explain")
    listing = types(options.settings(settings))
    if values["form"] == "json":
        options.emit_json(
            {
                "id": report_type.id,
                "pack": report_type.pack,
                "name": dict(report_type.name),
                "why": dict(report_type.why),
                "sections": list(_sections(report_type.sections)),
                "path": report_type.path,
            }
            for report_type in listing
        )
        return 0
    joint = Text("、", ", ").to(language)
    rows = [
        (
            report_type.id,
            pick(report_type.name, language),
            report_type.pack,
            joint.join(spec.title for spec in report_type.sections),
        )
        for report_type in sorted(
            listing, key=lambda report_type: _foreign(report_type.pack, language)
        )
    ]
    options.emit("".join(line.rstrip() + "\n" for line in table(rows, options.list_width())))
    return 0


def _foreign(pack: str, language: str) -> bool:
    """Whether a pack is in another language than the reader's; its types are listed last."""
    head = pack.partition("-")[0]
    return len(head) == 2 and head != language


def _sections(specs: Sequence[SectionSpec]) -> Iterator[dict[str, Any]]:
    for spec in specs:
        yield {
            "id": spec.id,
            "title": spec.title,
            "demand": spec.demand,
            "sections": list(_sections(spec.sections)),
        }


def explained_page(explained: Explained, language: str) -> Iterator[str]:
    """The lines of the page: the type of the file, and the evidence for it and for other types."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    path = one_line(explained.path)
    if not explained.type:
        yield say(f"{path}：认不出文种，不查章节、开头和结尾", f"{path}: of no known type")
    else:
        yield say(f"{path}：{explained.type}", f"{path}: {explained.type}")
    if explained.other_headings:
        yield say(
            "  它的标题都不是这一文种的，所以不要求章节",
            "  none of its headings are those of the type, so no section is asked for",
        )
    elif explained.own_form:
        yield say(
            "  应有的章节缺了一半以上，自有写法：缺的只作 info",
            "  it lacks more than half of the sections of its type: what is missing is only info",
        )
    for likely in explained.likely:
        yield from _likely(likely, language)
    if not explained.type:
        yield say(
            "  可以在文件开头写“文种: …”，或用 --type、配置的 overrides 指定",
            "  front matter (`type: …`), --type or overrides of the configuration can name one",
        )


def _likely(likely: Likely, language: str) -> Iterator[str]:
    from reportlint.run.recognition import SIGNS

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    joint = say("、", ", ")
    signs = joint.join(SIGNS[sign].to(language) for sign in likely.signs)
    name = pick(likely.name, language)
    weak = say("，不够", ", too little") if likely.confidence < _ENOUGH else ""
    foreign = say("；语言不同", "; another language") if likely.foreign else ""
    sure = f"{likely.confidence:.0%}"
    yield say(
        f"  {likely.id}（{name}）：{sure}{weak}，凭{signs}{foreign}",
        f"  {likely.id} ({name}): {sure}{weak}, by {signs}{foreign}",
    )
    for label, titles in (
        (say("有：", "has: "), likely.found),
        (say("没有：", "lacks: "), likely.lacking),
    ):
        if titles:
            yield f"    {label}{_some(titles, joint)}"


def _some(titles: Sequence[str], joint: str) -> str:
    return joint.join(map(one_line, titles))
