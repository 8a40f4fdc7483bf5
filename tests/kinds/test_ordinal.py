"""Renumbering: a list is right again from its fault on, in its own style, and nothing else is
touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.core.diagnostic import UNSAFE, Diagnostic, apply
from reportlint.core.request import Settings
from reportlint.lint.check import check
from reportlint.lint.fix import FixedText, apply_fixes
from reportlint.ordinals.numerals import SYSTEMS, chinese, roman
from reportlint.ordinals.style import numeral_like
from reportlint.run.setup import Setups
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

SETUP = Setups(
    Settings(isolated=True, select=("ordinal-*", "announced-count"), ignore=("ordinal-lone",))
).of("report.md")
RULES = SETUP.prepared(SETUP.resolver.file("report.md"))


def findings(text: str) -> Sequence[Diagnostic]:
    return check(
        DocumentReading(parse(text, "markdown", SETUP.matcher), SETUP.matcher), RULES, "en"
    ).findings


def mended(text: str) -> FixedText:
    return apply_fixes(text, findings(text), findings, unsafe=True)


def lines(*items: str) -> str:
    return "\n\n".join(f"{marker}加强学习。" for marker in items) + "\n"


def test_a_slip_is_a_warning_and_thin_evidence_is_worth_a_word() -> None:
    assert [finding.severity for finding in findings("1. a\n2. b\n4. c\n")] == ["warning"]
    assert [finding.severity for finding in findings("- 01. 概述\n- 02. 架构\n- 04. 部署\n")] == [
        "info"
    ]


# -- what must stay as it is
# ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(lines("一、", "二、", "三、"), id="right"),
        pytest.param(lines("1. ", "1. ", "1. "), id="all ones, as Markdown allows"),
        pytest.param(
            "一是学习；二是做到：一是真学，二是真用；三是工作。\n",
            id="a list in a list begins anew",
        ),
        pytest.param(lines("⑲", "⑳", "㉑"), id="an excerpt"),
    ],
)
def test_nothing_to_mend(text: str) -> None:
    assert mended(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "# 1. 甲\n\n# 2. 乙\n\n# 4. 丙\n\n## 4.1 丁\n\n好。\n\n## 4.2 戊\n\n好。\n",
            id="dotted numbers hang on it",
        ),
        pytest.param(
            "抓好四项工作：一是学习；二是作风；四是纪律。\n",
            id="four are announced, so one is missing",
        ),
        pytest.param(
            lines("⒈", "⒉", *(SYSTEMS["full-stopped"].write(n) for n in range(3, 20)), "⒛", "⒛"),
            id="no 21 in this style",
        ),
    ],
)
def test_found_but_not_renumbered(text: str) -> None:
    assert findings(text)
    assert mended(text).text == text


def test_it_is_unsafe_and_only_done_when_asked_for() -> None:
    text = lines("一、", "三、")
    assert [finding.fix and finding.fix.safety for finding in findings(text)] == [UNSAFE]
    assert apply_fixes(text, findings(text), findings).text == text


def test_an_announced_number_that_the_list_would_contradict_is_said() -> None:
    text = "抓好四项工作：一是学习；二是作风；四是纪律。\n"
    assert [(refusal.finding.rule, refusal.makes) for refusal in mended(text).refused] == [
        ("ordinal-gap", ("announced-count",))
    ]


# -- what must change
# ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines("一、", "二、", "四、", "五、"), lines("一、", "二、", "三、", "四、")),
        (
            lines("（一）", "（二）", "（二）", "（三）"),
            lines("（一）", "（二）", "（三）", "（四）"),
        ),
        (lines("二、", "三、", "四、"), lines("一、", "二、", "三、")),
        (lines("1.", "2.", "3.", "2.", "5."), lines("1.", "2.", "3.", "4.", "5.")),
        pytest.param(
            lines("1.", "4.", "2.", "3.", "5."),
            lines("1.", "2.", "3.", "4.", "5."),
            id="one moved forward",
        ),
        pytest.param(
            lines("1.", "3.", "4.", "2.", "5."),
            lines("1.", "2.", "3.", "4.", "5."),
            id="one moved back",
        ),
        pytest.param(
            lines("1．", "２．", "４．"), lines("1．", "２．", "３．"), id="each in its own width"
        ),
        pytest.param(lines("01.", "02.", "04."), lines("01.", "02.", "03."), id="01 02"),
        pytest.param(
            "## 1.1 a\n\n## 1.2 b\n\n## 1.4 c\n", "## 1.1 a\n\n## 1.2 b\n\n## 1.3 c\n", id="dotted"
        ),
        ("一是学习；三是作风；四是纪律。\n", "一是学习；二是作风；三是纪律。\n"),
        pytest.param(
            lines("一、", "二、", "四、", "五、", "七、", "七、"),
            lines("一、", "二、", "三、", "四、", "五、", "六、"),
            id="three faults at once",
        ),
        pytest.param(
            "一是学习。\n\n二是做到：一是真学；二是真用。\n\n四是工作。\n\n五是生活。\n",
            "一是学习。\n\n二是做到：一是真学；二是真用。\n\n三是工作。\n\n四是生活。\n",
            id="not the list in the list",
        ),
        pytest.param(
            "一、甲\r\n\r\n二、乙\r\n\r\n四、丙",
            "一、甲\r\n\r\n二、乙\r\n\r\n三、丙",
            id="CRLF and no break at the end",
        ),
    ],
)
def test_renumbered(text: str, expected: str) -> None:
    assert mended(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines("一、", "2、", "三、"), lines("一、", "二、", "三、")),
        ("1. one\n2. two\n3) three\n4. four\n", "1. one\n2. two\n3. three\n4. four\n"),
        ("第一，学习。第二，调研。第3，廉洁。\n", "第一，学习。第二，调研。第三，廉洁。\n"),
    ],
)
def test_another_form_is_made_that_of_the_list(text: str, expected: str) -> None:
    assert mended(text).text == expected


@pytest.mark.parametrize(
    ("style", "number", "model", "numeral"),
    [
        ("english", 3, "Secondly", "Thirdly"),
        ("english", 6, "fifthly", "sixth"),
        ("english", 11, "Tenth", ""),
        ("cn-dun", 999, "一", "九百九十九"),
        ("cn-dun", 1000, "一", ""),
        ("arabic-dot", 1000, "9", ""),
        ("roman-dot", 50, "XLIX", ""),
        ("latin-dot", 27, "Z", ""),
        ("circled", 51, "㊿", ""),
        ("dotted", 10, "2.9", "2.10"),
    ],
)
def test_numerals_are_written_as_far_as_they_can_be_read_again(
    style: str, number: int, model: str, numeral: str
) -> None:
    styles = {shipped_style.id: shipped_style for shipped_style in SETUP.library.lexicon.styles}
    assert numeral_like(styles[style], number, model) == numeral


# -- what holds always
# --------------------------------------------------------------------------------------------------------

LINE_STYLES = (
    lambda n: f"{chinese(n)}、",
    lambda n: f"（{chinese(n)}）",
    lambda n: f"{n}.",
    lambda n: f"{n}、",
    lambda n: f"（{n}）",
    lambda n: f"第{chinese(n)}条",
    lambda n: f"{roman(n)}. ",
)
INLINE_STYLES = (
    lambda n: f"{chinese(n)}是",
    lambda n: f"第{chinese(n)}，",
    lambda n: SYSTEMS["circled"].write(n),
)
Writer = Callable[[int], str]


def written(styles: Writer, numbers: Sequence[int], between: str, joint: str) -> str:
    return joint.join(f"{styles(n)}{between}{i}次" for i, n in enumerate(numbers)) + "。\n"


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.integers(4, 14))
def test_a_right_list_with_one_marker_changed_is_mended_to_the_right_one(
    data: st.DataObject, size: int
) -> None:
    inline = data.draw(st.booleans())
    style = data.draw(st.sampled_from(INLINE_STYLES if inline else LINE_STYLES))
    joint = "；" if inline else data.draw(st.sampled_from(["。\n\n", "。\r\n\r\n"]))
    numbers = list(range(1, size + 1))
    right = written(style, numbers, "深入基层", joint)
    assert findings(right) == []
    at = data.draw(st.integers(1, size - 2))
    numbers[at] = data.draw(
        st.sampled_from([number for number in (at, at + 3, at + 4) if number != at + 1])
    )
    wrong = written(style, numbers, "深入基层", joint)
    assert mended(wrong).text == right


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(st.integers(1, 9), min_size=2, max_size=9))
def test_only_markers_are_touched_and_it_is_idempotent(
    data: st.DataObject, numbers: list[int]
) -> None:
    style = data.draw(st.sampled_from((*LINE_STYLES, *INLINE_STYLES)))
    text = written(style, numbers, "深入基层", data.draw(st.sampled_from(["；", "。\n\n", "。\n"])))
    done = mended(text)
    assert mended(done.text).text == done.text
    now = text
    for edits in done.rounds:
        markers = {
            marker.span
            for run in DocumentReading(parse(now, "markdown", SETUP.matcher), SETUP.matcher).runs
            for marker in run.markers
        }
        assert all(
            any(span.start <= edit.span.start and edit.span.end <= span.end for span in markers)
            for edit in edits
        )
        now = apply(now, edits)
    assert now == done.text
