from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType
from reportlint.kinds import pattern
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

LEXICON = Lexicon(words={"measures": ("个", "家")})
MATCHER = Matcher(LEXICON)


def hits(
    text: str, format: str = "markdown", type: ReportType | None = None, **options: Any
) -> list[Any]:
    reading = DocumentReading(parse(text, format, MATCHER), MATCHER, type)
    return list(pattern.find(reading, pattern.prepare(options, LEXICON)))


def matched(text: str, format: str = "markdown", **options: Any) -> list[str]:
    return [hit.span.cut(text) for hit in hits(text, format, **options)]


SILENT: list[tuple[str, dict[str, Any]]] = [
    ("TODOLIST, AUTODOC, TODO_LIST, TODO2", {"words": ["TODO"]}),
    ("SpaceX 与 X86", {"words": ["X"]}),
    ("todo", {"words": ["TODO"]}),
    (
        "todo",
        {"ignore-case": True, "patterns": {"a": {"words": ["TODO"], "ignore-case": False}}},
    ),
    ("XX大道十号", {"words": ["XX"], "allow": ["XX大道"]}),
    ("XX染色体", {"regex": ["X+"], "unless": ["X+染色体"]}),
    ("XX家", {"patterns": {"x": False}}),
    ("XX家", {"patterns": {"x": {"words": ["XX"], "severity": "off"}}}),
    ("```\nTODO\n```", {"words": ["TODO"]}),
    ("前文 <!-- TODO --> 后文", {"words": ["TODO"]}),
    ("<!-- TODO -->", {"words": ["TODO"]}),
    ("见[报告](https://a.org/TODO)和 https://a.org/TODO 。", {"words": ["TODO"]}),
    ("写 `TODO` 时", {"words": ["TODO"], "scope": ["prose", "not inline-code"]}),
    ("> 引文 TODO", {"words": ["TODO"], "scope": ["prose", "not quote"]}),
    ("# TODO\n\n正文", {"words": ["TODO"], "scope": ["paragraph"]}),
    ("见[TODO 一](https://a.org)", {"words": ["TODO"], "scope": ["prose", "not link"]}),
    ("正文 TODO", {"words": ["TODO"], "scope": ["code", "comment"]}),
]

SILENT += [
    ("其一，甲", {"words": ["其一,"], "replace": "其一，"}),  # right already, in its width
    ("，", {"words": [","]}),
    ("共,三", {"words": ["，"]}),
]

FIRES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("请TODO同志办理，TODO。", {"words": ["TODO"]}, ["TODO", "TODO"]),
    ("Todo", {"words": ["TODO"], "ignore-case": True}, ["Todo"]),
    ("国有企业", {"words": ["有企"]}, ["有企"]),
    ("其一,甲；其一，乙", {"words": ["其一，"]}, ["其一,", "其一，"]),
    ("其一,甲；其一，乙", {"words": ["其一，"], "replace": "其一，"}, ["其一,"]),
    ("XX", {"regex": ["X+"], "replace": "XX"}, ["XX"]),
    ("XX大道与XX街", {"words": ["XX"], "allow": ["XX大道"]}, ["XX"]),
    ("共XX个", {"regex": [r"X+(?=\L<measures>)"]}, ["XX"]),
    ("共  人", {"regex": [r"共(?P<at> +人)"]}, ["  人"]),
    ("XX年XX月", {"regex": ["XX", "XX年XX月"]}, ["XX年XX月"]),
    ("abcabc", {"patterns": {"a": {"regex": ["abc"]}, "b": {"regex": ["cab"]}}}, ["abc", "abc"]),
    ("写 `TODO` 时", {"words": ["TODO"]}, ["TODO"]),
    ("写 `TODO` 时，TODO", {"words": ["TODO"], "scope": ["inline-code"]}, ["TODO"]),
    ("```\nTODO\n```\n正文 TODO", {"words": ["TODO"], "scope": ["code"]}, ["TODO"]),
    ("前文 <!-- TODO --> 后文", {"words": ["TODO"], "scope": ["comment"]}, ["TODO"]),
    ("---\ndate: XXXX\n---\n", {"words": ["XXXX"]}, ["XXXX"]),
    ("> 引文 TODO", {"words": ["TODO"]}, ["TODO"]),
    ("> 引文 TODO\n\n正文 TODO", {"words": ["TODO"], "scope": ["quote"]}, ["TODO"]),
    ("| 甲 | 乙 |\n|---|---|\n| 丙 | TODO |", {"words": ["TODO"]}, ["TODO"]),
    ("见 https://a.org/TODO", {"words": ["TODO"], "scope": ["prose", "link"]}, ["TODO"]),
]


@pytest.mark.parametrize(("text", "options"), SILENT)
def test_stays_silent(text: str, options: dict[str, Any]) -> None:
    assert matched(text, **options) == []


@pytest.mark.parametrize(("text", "options", "expected"), FIRES)
def test_fires(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert matched(text, **options) == expected


def test_the_find_of_a_later_family_wins_where_two_are_equal() -> None:
    (hit,) = hits(
        "XX家",
        patterns={
            "a": {"words": ["XX"], "name": {"en": "a"}},
            "b": {"words": ["XX"], "name": {"en": "b"}},
        },
    )
    assert hit.values["name"] == {"en": "b"}


@pytest.mark.parametrize(
    ("options", "text", "fixed"),
    [
        ({"words": ["既使"], "replace": "即使"}, "既使", "即使"),
        ({"words": ["a1"], "replace": r"\1"}, "a1", r"\1"),
        ({"regex": [r"(\d+)个\1"], "replace": r"\1个"}, "3个3", "3个"),
        ({"regex": ["x(y)?"], "replace": r"[\1]"}, "x", "[]"),
    ],
)
def test_replace(options: dict[str, Any], text: str, fixed: str) -> None:
    (hit,) = hits(text, **options)
    assert hit.fix is not None
    assert (hit.fix.safety, hit.fix.edits[0].text, hit.values["replacement"]) == (
        "unsafe",
        fixed,
        fixed,
    )
    (safe,) = hits(text, safe=True, **options)
    assert safe.fix is not None
    assert safe.fix.safety == "safe"


def test_severity_without_a_type() -> None:
    options = {
        "patterns": {
            "todo": {"words": ["TODO"], "severity": "warning", "severity-without-type": "info"}
        }
    }
    assert [hit.severity for hit in hits("TODO", **options)] == ["info"]
    assert [hit.severity for hit in hits("TODO", type=ReportType("a", "p", {}), **options)] == [
        "warning"
    ]


def test_the_brackets_of_a_link_are_no_text() -> None:
    assert matched("见 [甲](a.md)（乙）(丙)", regex=[r"\([^()]*\)"]) == ["(丙)"]
    assert matched("见 [甲](a.md)", regex=[r"\([^()]*\)"], scope=["link"]) == ["(a.md)"]
    assert matched("见 [甲](a.md)", regex=[r"\]\([^()]*\)"]) == ["](a.md)"]


def test_a_find_may_hold_a_link_but_not_begin_in_one() -> None:
    assert matched("【补 [这里](https://a.org) 】", regex=["【补.*】"]) == [
        "【补 [这里](https://a.org) 】"
    ]


ALPHABET = st.text(st.sampled_from("XTODx家年 月人\n-_`[]()<>*#。，a1"), max_size=60)
FAMILIES = {
    "x": {"regex": ["X+(?=[家年月人])"]},
    "todo": {"words": ["TODO"]},
    "blank": {"regex": ["_{2,}"]},
}


@given(ALPHABET)
def test_spans_are_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [hit.span for hit in hits(text, patterns=FAMILIES)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(earlier.end <= following.start for earlier, following in pairwise(spans))


@given(ALPHABET, st.sampled_from(sorted(FAMILIES)))
def test_switching_a_family_off_takes_away_its_finds_and_no_others(text: str, off: str) -> None:
    every = {(hit.span, hit.values["found"]) for hit in hits(text, patterns=FAMILIES)}
    of_family = {
        (hit.span, hit.values["found"]) for hit in hits(text, patterns={off: FAMILIES[off]})
    }
    rest = {
        (hit.span, hit.values["found"]) for hit in hits(text, patterns={**FAMILIES, off: False})
    }
    assert rest == every - of_family


@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=5),
    st.text(st.sampled_from("，。 （"), max_size=2),
)
def test_han_around_a_word_is_no_boundary(han: str, mark: str) -> None:
    assert matched(f"文{mark}{han}TODO{han}{mark}文", "text", words=["TODO"]) == ["TODO"]


def test_a_regex_of_which_nothing_is_known_does_not_hide_another() -> None:
    assert matched("共3件", regex=[r"\b(\w)\1", r"共\d+"]) == ["共3"]


FORMS: dict[str, Any] = {
    "pieces": {
        "year": {"filled": "20[0-9]{2}", "blank": "20__"},
        "month": {"filled": "[0-9]{2}", "blank": "__"},
    },
    "patterns": {"date": {"forms": ["<year>-<month>"]}},
}


def test_forms_find_what_is_blank_in_a_piece() -> None:
    assert matched("2026-05 和 2026-__，20__-05。", **FORMS) == ["2026-__", "20__-05"]


def test_pieces_of_a_family_go_before_those_of_the_rule() -> None:
    family = {"forms": ["<year>-<month>"], "pieces": {"month": {"filled": "V", "blank": "XX"}}}
    assert matched("2026-XX 和 2026-__，20__-V。", **{**FORMS, "patterns": {"a": family}}) == [
        "2026-XX",
        "20__-V",
    ]


def test_a_form_names_a_piece_that_there_is_none_of() -> None:
    options = {"patterns": {"a": {"forms": ["<yaer>-<month>"]}}, "pieces": FORMS["pieces"]}
    assert [(key, message.en) for key, message in pattern.complaints(options)] == [
        ("patterns", "pieces has no <yaer>")
    ]
