"""A small lexicon, a report type and readings for the tests of structure."""

from __future__ import annotations

from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.report_type import (
    Group,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.reading import DocumentReading
from reportlint.text import parse as text

LEXICON = Lexicon(
    (
        Style(
            "dun", "chinese", suffix=("、",), level=1, doubt="[一二三四五六七八九十]{1,3}、|[等产]"
        ),
        Style("paren", "chinese", prefix=("（", "("), suffix=("）", ")"), level=2),
        Style("dot", "arabic", suffix=(".", "．"), level=3),
        Style("chapter", "chinese", prefix=("第",), suffix=("章",), heading=True),
        Style("shi", "chinese", suffix=("是",), place="clause"),
        Style("circled", "circled", place="anywhere"),
        Style("dotted", "dotted", suffix=("", "."), heading=True),
        Style("space", "arabic", suffix=(" ", "\u3000"), counted=False),
    )
)
MATCHER = Matcher(LEXICON)


def spec(
    id: str,
    title: str,
    *aliases: str,
    lead: tuple[str, ...] = (),
    regex: tuple[str, ...] = (),
    **more: object,
) -> SectionSpec:
    return SectionSpec(id, title, Phrases((title, *aliases), regex), Phrases(lead), **more)  # type: ignore[arg-type]


REPORT = ReportType(
    "report",
    "test",
    {"zh": "述职报告", "en": "duty report"},
    recognise=Recognise(Phrases(("述职报告",)), Phrases((), ("述职[^。]{0,9}如下",)), ("述职/**",)),
    opening=Placement(1, (Group("opening", Phrases(("如下",))),)),
    sections=(
        spec("duties", "履职情况", "主要工作"),
        spec("problems", "存在的问题", "不足", lead=("也清醒地认识到",)),
        spec("next", "下一步打算", lead=("今后", "下一步")),
    ),
    closing=Placement(2, (Group("closing", Phrases(("请予审议", "特此报告"))),)),
)


def reading(
    source: str, format: str = "markdown", of: ReportType | None = None, path: str = ""
) -> DocumentReading:
    return DocumentReading(text.parse(source, format, MATCHER), MATCHER, of, path)


def marked(source: str) -> tuple[str, list[str]]:
    """A text without its marks ⟦ ⟧, and what stood between them."""
    spans = [part.split("⟧")[0] for part in source.split("⟦")[1:]]
    return source.replace("⟦", "").replace("⟧", ""), spans
