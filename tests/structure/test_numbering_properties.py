"""Properties of the numbering: what is right by construction is silent, one changed marker makes
one fault, nothing crashes.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shipped import LEXICON, MATCHER, parse

from reportlint.core.numbering import LONE
from reportlint.ordinals.numerals import SYSTEMS, chinese
from reportlint.structure.numbering import runs_of

LINE_FORMS = (
    lambda n: f"{chinese(n)}、",
    lambda n: f"（{chinese(n)}）",
    lambda n: f"{n}.",
    lambda n: f"（{n}）",
)
INLINE_FORMS = (
    lambda n: f"{chinese(n)}是",
    lambda n: f"第{chinese(n)}，",
    lambda n: SYSTEMS["circled"].write(n),
    lambda n: f"{chinese(n)}要",
)
WORDS = (
    "加强学习",
    "深入基层",
    "完善制度",
    "强化监督",
    "服务群众",
    "抓好落实",
    "防范风险",
    "改进作风",
)
MARK = "\ue000"  # stands before each marker of a generated text, to be taken out again


def sentence(draw: st.DrawFn) -> str:
    return "，".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))


def inline(draw: st.DrawFn, form: int) -> str:
    items = [
        f"{MARK}{INLINE_FORMS[form](n)}{sentence(draw)}"
        for n in range(1, draw(st.integers(3, 6)) + 1)
    ]
    return draw(st.sampled_from("；。")).join(items) + "。"


def block(draw: st.DrawFn, depth: int) -> list[str]:
    """The paragraphs of a list at `depth`, its items maybe holding a deeper list or an inline
    one.
    """
    paragraphs: list[str] = []
    for n in range(1, draw(st.integers(3, 5)) + 1):
        text = f"{MARK}{LINE_FORMS[depth](n)}{sentence(draw)}。"
        inner = draw(st.sampled_from(["", "", "inline", "list", "text"]))
        if inner == "inline":
            text += inline(draw, draw(st.integers(0, 3)))
        paragraphs.append(text)
        if inner == "text":
            paragraphs.append(f"{sentence(draw)}。")
        if inner == "list" and depth + 1 < len(LINE_FORMS):
            paragraphs += block(draw, depth + 1)
    return paragraphs


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A report whose numbering is right, a MARK before every marker."""
    return "\n\n".join([f"{sentence(draw)}。", *block(draw, draw(st.integers(0, 2)))]) + "\n"


def faults(text: str) -> list[tuple[int, int]]:
    document = parse(text, "markdown")
    return sorted(
        fault.marker.span
        for run in runs_of(document, MATCHER)
        for fault in run.faults
        if fault.kind != LONE
    )


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_a_report_that_is_right_by_construction_is_silent(report: str) -> None:
    assert faults(report.replace(MARK, "")) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports(), st.data())
def test_one_changed_marker_makes_one_fault_on_it_or_its_successor(
    report: str, data: st.DataObject
) -> None:
    text = report.replace(MARK, "")
    document = parse(text, "markdown")
    run = data.draw(
        st.sampled_from([run for run in runs_of(document, MATCHER) if len(run.markers) >= 3])
    )
    at = data.draw(st.integers(1, len(run.markers) - 2))
    marker = run.markers[at]
    far = marker.value + data.draw(st.sampled_from([-1, 2, 3]))
    style = next(style for style in LEXICON.styles if style.id == marker.style)
    changed = (
        text[: marker.numeral.start]
        + SYSTEMS[style.numerals].write(far)
        + text[marker.numeral.end :]
    )
    moved = len(changed) - len(text)
    changed_faults = faults(changed)
    assert len(changed_faults) == 1
    assert changed_faults[0][0] in (marker.span.start, run.markers[at + 1].span.start + moved)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="一二三十是要第、，。（）()1234567890. \n#*->①Ⅰab\u3000“”", max_size=300),
    st.sampled_from(["text", "markdown", "rst"]),
)
def test_no_text_makes_it_crash_and_every_marker_is_in_the_text(text: str, format: str) -> None:
    document = parse(text, format)
    assert runs_of(parse("一、甲\n二、乙\n", format), MATCHER), "there are runs to look at"
    for run in runs_of(document, MATCHER):
        starts = [marker.span.start for marker in run.markers]
        assert starts == sorted(set(starts))
        assert all(marker.span.cut(text) and marker.numeral.cut(text) for marker in run.markers)
        assert all(fault.marker in run.markers for fault in run.faults)
