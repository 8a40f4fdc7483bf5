"""Which fixes are applied: only requested ones, never two at the same place, and none that causes a
finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import SAFE, UNSAFE, Diagnostic, Edit, Fix, apply
from reportlint.core.span import Span
from reportlint.lint.fix import Shift, apply_fixes, edits_of, new_rules, not_overlapping
from support.rules import UNUSED, rule, run


def finding(
    rule: str, start: int, end: int, *edits: tuple[int, int, str], safety: str = SAFE
) -> Diagnostic:
    made = tuple(Edit(Span(first, last), text) for first, last, text in edits)
    return Diagnostic(
        rule, "warning", Span(start, end), "…", fix=Fix(safety, made) if edits else None
    )


class Words:
    """A check that reports words and replaces them: {word: (rule, replacement, safety)}."""

    def __init__(self, **words: tuple[str, str, str]) -> None:
        self.words = words
        self.asked = 0

    def __call__(self, text: str) -> Sequence[Diagnostic]:
        self.asked += 1
        findings = []
        for word, (name, new, safety) in self.words.items():
            at = text.find(word)
            while at >= 0:
                edits = [(at, at + len(word), new)] if safety else []
                findings.append(finding(name, at, at + len(word), *edits, safety=safety or SAFE))
                at = text.find(word, at + 1)
        return sorted(findings, key=lambda item: (item.span.start, item.rule))


# -- what must stay as it is
# ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("甲XX乙", {"XX": ("a", "", "")}, id="no fix is offered"),
        pytest.param("甲XX乙", {"XX": ("a", "YY", UNSAFE)}, id="unsafe and not asked for"),
        pytest.param(
            "甲XX乙",
            {"XX": ("a", "YY", SAFE), "YY": ("b", "", "")},
            id="another rule would find something",
        ),
        pytest.param(
            "甲XX乙",
            {"XX": ("a", "YY", SAFE), "YY": ("a", "", "")},
            id="the same rule would find something there",
        ),
        pytest.param(
            "甲XX乙", {"XX": ("a", "YY", SAFE), "YY": ("a", "XX", SAFE)}, id="back and forth"
        ),
        pytest.param("甲XX乙", {"XX": ("a", "XX", SAFE)}, id="a fix that changes nothing"),
        pytest.param("甲XX乙", {"XX": ("a", "aXX", SAFE)}, id="a fix that would go on for ever"),
        pytest.param(
            "YY甲XX乙",
            {"XX": ("a", "YY", SAFE), "YY": ("b", "", "")},
            id="one such finding is there already, elsewhere",
        ),
    ],
)
def test_left_alone(text: str, words: dict[str, tuple[str, str, str]]) -> None:
    check = Words(**words)
    done = apply_fixes(text, check(text), check)
    assert done.text == text
    assert done.rounds == ()
    assert done.fixed == ()
    assert not any(finding.fix and finding.fix.safety == SAFE for finding in done.left)


def test_what_the_file_cannot_hold_is_not_written_and_said() -> None:
    check = Words(XX=("a", "€", SAFE), YY=("b", "元", SAFE))
    done = apply_fixes("XX和YY", check("XX和YY"), check, writable=lambda text: "€" not in text)
    assert done.text == "XX和元"
    assert [(refusal.finding.rule, refusal.makes) for refusal in done.refused] == [("a", ())]
    assert [refusal.fix for refusal in done.left] == [None]


def test_a_refused_fix_is_said_with_line_and_cause_and_no_longer_offered() -> None:
    text = "一\r\n二\rXX\n"
    check = Words(XX=("a", "YY", SAFE), YY=("b", "", ""))
    done = apply_fixes(text, check(text), check)
    assert [(refusal.finding.rule, refusal.line, refusal.makes) for refusal in done.refused] == [
        ("a", 3, ("b",))
    ]
    assert [refusal.fix for refusal in done.left] == [None]


# -- what must be mended
# ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "mended"),
    [
        pytest.param("甲XX乙", {"XX": ("a", "YY", SAFE)}, "甲YY乙", id="one"),
        pytest.param("XXXX", {"XX": ("a", "Y", SAFE)}, "YY", id="finds that overlap, in turns"),
        pytest.param(
            "XYZ",
            {"XY": ("a", "Q", SAFE), "YZ": ("b", "R", SAFE)},
            "QZ",
            id="of two that overlap the first",
        ),
        pytest.param("甲XX，XX乙", {"XX": ("a", "", SAFE)}, "甲，乙", id="taken out"),
        pytest.param(
            "XX甲",
            {"XX": ("a", "YY", SAFE), "YY甲": ("b", "丙", "")},
            "XX甲",
            id="a finding around the new text",
        ),
        pytest.param(
            "XX甲ZZ",
            {"XX": ("a", "YY", SAFE), "YY甲Z": ("b", "", ""), "ZZ": ("c", "W", SAFE)},
            "YY甲W",
            id="once another is made",
        ),
    ],
)
def test_mended(text: str, words: dict[str, tuple[str, str, str]], mended: str) -> None:
    check = Words(**words)
    assert apply_fixes(text, check(text), check).text == mended


def test_unsafe_ones_where_they_are_asked_for() -> None:
    check = Words(XX=("a", "YY", UNSAFE), ZZ=("b", "W", SAFE))
    done = apply_fixes("XX和ZZ", check("XX和ZZ"), check, unsafe=True)
    assert (done.text, sorted(done.fixed)) == ("YY和W", ["a", "b"])


def test_one_bad_fix_among_a_thousand_stops_no_other_and_costs_few_checks() -> None:
    text = "甲 " * 500 + "XX " + "甲 " * 500
    check = Words(甲=("a", "乙", SAFE), XX=("b", "YY", SAFE), YY=("c", "", ""))
    done = apply_fixes(text, check(text), check)
    assert done.text == text.replace("甲", "乙")
    assert len(done.fixed) == 1000
    assert check.asked < 40


def test_a_finding_that_was_there_before_may_move() -> None:
    check = Words(XX=("a", "", SAFE), ZZ=("b", "", ""))
    done = apply_fixes("XX甲ZZ，XXZZ", check("XX甲ZZ，XXZZ"), check)
    assert done.text == "甲ZZ，ZZ"
    assert [left.rule for left in done.left] == ["b", "b"]


def test_a_stale_suppression_goes_and_one_in_use_stays() -> None:
    text = "<!-- reportlint-disable-next-line blank -->\nXX 在这里。\n\n<!-- reportlint-disable-next-line blank -->\n\n没有。\n"
    findings = run(text, rule(), UNUSED)
    done = apply_fixes(text, findings, lambda text: run(text, rule(), UNUSED))
    assert done.text == "<!-- reportlint-disable-next-line blank -->\nXX 在这里。\n\n\n没有。\n"
    assert done.fixed == ("unused-suppression",)


def test_a_suppression_whose_going_would_show_something_stays() -> None:
    """The comment silences two rules, one of them without effect: only the name of that one is
    removed."""
    text = "<!-- reportlint-disable-next-line blank house -->\nXX 在这里。\n"
    rules = (rule(), rule("house", words=["YY"]), UNUSED)
    done = apply_fixes(text, run(text, *rules), lambda text: run(text, *rules))
    assert done.text == "<!-- reportlint-disable-next-line blank -->\nXX 在这里。\n"


# -- what holds always
# --------------------------------------------------------------------------------------------------------

SOME_WORDS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.tuples(
        st.sampled_from("rst"), st.text("abcd", max_size=3), st.sampled_from([SAFE, UNSAFE, ""])
    ),
    max_size=4,
)


@given(st.text("abcd", max_size=14), SOME_WORDS, st.booleans())
def test_it_is_idempotent_and_leaves_nothing_that_could_be_mended(
    text: str, words: dict[str, tuple[str, str, str]], unsafe: bool
) -> None:
    check = Words(**words)
    done = apply_fixes(text, check(text), check, unsafe=unsafe)
    again = apply_fixes(done.text, check(done.text), check, unsafe=unsafe)
    assert again.text == done.text
    assert again.rounds == ()
    assert not any(left.fix and (unsafe or left.fix.safety == SAFE) for left in done.left)
    assert len(check(done.text)) <= len(check(text)) - len(done.fixed)


@given(st.text("abcd", max_size=14), SOME_WORDS)
def test_the_rounds_make_the_text_and_their_edits_are_not_overlapping(
    text: str, words: dict[str, tuple[str, str, str]]
) -> None:
    check = Words(**words)
    done = apply_fixes(text, check(text), check)
    for edits in done.rounds:
        assert all(edit.span.end <= following.span.start for edit, following in pairwise(edits))
        text = apply(text, edits)
    assert text == done.text


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xy", max_size=3)), max_size=8
    )
)
def test_chosen_fixes_never_touch(made: list[tuple[int, int, str]]) -> None:
    findings = [
        finding("a", start, start + size, (start, start + size, text)) for start, size, text in made
    ]
    spans = [edit.span for edit in edits_of(not_overlapping(findings))]
    assert bool(spans) == bool(findings)
    assert not any(span.touches(other) for i, span in enumerate(spans) for other in spans[i + 1 :])


@given(st.text("abc", min_size=1, max_size=30), st.data())
def test_a_place_outside_of_edits_holds_the_same_text_after_them(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(
        data.draw(
            st.lists(st.integers(0, len(text)), min_size=2, max_size=6).filter(
                lambda item: len(item) % 2 == 0
            )
        )
    )
    edits = [
        Edit(Span(start, end), data.draw(st.text("XY", max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    edits = [
        item
        for item, before in zip(edits, [None, *edits], strict=False)
        if before is None or before.span.end < item.span.start
    ]
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    if all(edit.span.end <= span.start or span.end <= edit.span.start for edit in edits):
        kept = Shift(edits).span(span).cut(apply(text, edits))
        assert kept.strip("XY") == span.cut(text)


@pytest.mark.parametrize(
    ("span", "after"),
    [
        ((0, 2), "ab"),
        ((4, 6), "ef"),  # neither the text put before it nor that behind it
        ((6, 8), "gh"),
        ((10, 12), "kl"),
        ((1, 3), "bXYZ"),  # an end within an edit goes to the end of the new text
        ((3, 5), "XYZe"),
        ((2, 4), "XYZ"),
        ((3, 9), "XYZefQgh"),
        ((7, 9), "h"),
        ((9, 11), "k"),
        ((5, 7), "fQg"),
    ],
)
def test_where_a_span_is_after_edits(span: tuple[int, int], after: str) -> None:
    edits = [Edit(Span(2, 4), "XYZ"), Edit(Span(6, 6), "Q"), Edit(Span(8, 10), "")]
    text = "abcdefghijkl"
    assert Shift(edits).span(Span(*span)).cut(apply(text, edits)) == after


def test_a_finding_that_was_mended_and_is_still_there_counts_as_new() -> None:
    fixed_finding = finding("a", 2, 4, (2, 4, "YY"))
    assert new_rules(
        [fixed_finding], [fixed_finding], edits_of([fixed_finding]), [finding("a", 2, 4)]
    ) == ("a",)
    assert new_rules([fixed_finding], [], (), [finding("a", 2, 4)]) == ()


def test_a_second_finding_that_begins_where_one_was_counts_as_new() -> None:
    known = finding("a", 2, 4)
    assert new_rules([known], [], (), [known, finding("a", 2, 6)]) == ("a",)
    assert new_rules([known, known], [], (), [known, finding("a", 2, 6)]) == ()
