"""The YAML of a report type: reading it gives the same type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reportlint.config.type_file import read_type
from reportlint.core.report_type import (
    OPTIONAL,
    RECOMMENDED,
    Frame,
    Group,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.scaffold.render import Evidence, quoted, rendered

PLAIN = ["述职报告", "Work done", "a/b-c.d", "甲 乙", "第3周"]
QUOTED = [
    "",
    "on",
    "No",
    "null",
    "y",
    "123",
    "- a",
    "a: b",
    "a # b",
    "甲：乙",
    "[x]",
    "{{x}}",
    "a ",
    "'",
    "a.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_an_ordinary_text_needs_no_quotes(text: str) -> None:
    assert quoted(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_a_text_that_means_something_else_is_quoted(text: str) -> None:
    assert quoted(text) != text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back(text: str) -> None:
    assert YAML(typ="safe", pure=True).load(f"a: {quoted(text)}\n") == {"a": text}


SECTIONS = (
    SectionSpec("first", "甲", Phrases(("甲", "又名甲"), ()), write="{{甲}}"),
    SectionSpec("second", "第1项", Phrases(("第1项",), ("^第\\d项$",)), demand=OPTIONAL, many=True),
    SectionSpec(
        "third",
        "丙",
        Phrases(("丙",), ()),
        demand=RECOMMENDED,
        sections=(SectionSpec("inner", "丁", Phrases(("丁",), ()), write="{{丁}}"),),
    ),
)
WHOLE = ReportType(
    "my-type",
    "",
    {"zh": "我的报告"},
    recognise=Recognise(title=Phrases(("我的报告",), ("^我的",))),
    opening=Placement(3, (Group("opening", Phrases(("现报告如下",))),), "现报告如下："),
    sections=SECTIONS,
    closing=Placement(2, (Group("closing", Phrases(("特此报告",))),), "特此报告。"),
    ordered=True,
    frame=Frame(title="关于{{事由}}的报告"),
)


def test_a_type_is_read_back() -> None:
    text = rendered(WHOLE, Evidence(["a.md", "b.md"]))
    again = read_type(text, "my-type.yaml", "my-type", "house", {}, {})
    assert (again.id, again.name, again.recognise.title) == (
        "my-type",
        {"zh": "我的报告"},
        WHOLE.recognise.title,
    )
    for spec, before in zip(again.sections, SECTIONS, strict=True):
        assert (spec.id, spec.title, spec.demand, spec.many) == (
            before.id,
            before.title,
            before.demand,
            before.many,
        )
        assert (spec.phrases, spec.write) == (before.phrases, before.write)
    assert [spec.title for spec in again.sections[2].sections] == ["丁"]
    for placement, before in ((again.opening, WHOLE.opening), (again.closing, WHOLE.closing)):
        assert placement is not None
        assert before is not None
        assert (placement.within, placement.write) == (before.within, before.write)
        assert placement.groups[0].phrases == before.groups[0].phrases
    assert (again.ordered, again.frame.title) == (True, "关于{{事由}}的报告")
    assert len(again.examples) == 1, "a bad example has no place before an opening"


def test_a_type_without_an_opening_has_a_bad_example() -> None:
    specs = tuple(spec._replace(demand="required", write="") for spec in SECTIONS[::2])
    text = rendered(WHOLE._replace(opening=None, sections=specs), Evidence(["a.md"]))
    again = read_type(text, "my-type.yaml", "my-type", "house", {}, {})
    assert [bool(example.spans) for example in again.examples] == [True, False]


@pytest.mark.parametrize(("number", "words"), [(1, "1 份报告"), (5, "5 份报告归纳：a、b、c …")])
def test_it_says_what_it_was_made_of(number: int, words: str) -> None:
    assert words in rendered(WHOLE, Evidence(list("abcdefg"[:number]))).split("\n")[0]


def test_how_sure_it_is_and_what_is_not_met_are_comments() -> None:
    spec = WHOLE.sections[0]
    text = rendered(WHOLE, Evidence(["a", "b", "c"], {spec.id: 2}, ["a 第 3 行"]))
    assert f"- id: {spec.id}  # 2/3\n" in text
    assert "# 并不满足：a 第 3 行\n" in text
    assert "  # 1/1" not in rendered(WHOLE, Evidence(["a"], {spec.id: 1}))
