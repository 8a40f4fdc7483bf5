from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.document import Remark
from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.suppression.comments import Directive, directives, with_ids
from reportlint.text.parse import parse
from support.rules import rule

NONE = Matcher(Lexicon())  # no styles


@pytest.mark.parametrize(
    "text",
    [
        "正文里说 reportlint-disable-file placeholder 不算",
        "`<!-- reportlint-disable-file placeholder -->`",
        "```\n<!-- reportlint-disable-file placeholder -->\n```",
        "<!-- reportlint-disabled placeholder -->",
        "<!-- reportlint-disable-files placeholder -->",
        "<!-- reportlint disable placeholder -->",
        "---\ntitle: <!-- reportlint-disable-file placeholder -->\n---\n",
    ],
)
def test_is_none(text: str) -> None:
    assert directives(parse(text, "markdown", NONE)) == ()


@pytest.mark.parametrize(
    ("text", "format", "kind", "rules"),
    [
        ("<!-- reportlint-disable-next-line a -->", "markdown", "disable-next-line", ("a",)),
        ("<!--reportlint-disable-line a,b-c-->", "markdown", "disable-line", ("a", "b-c")),
        ("甲 <!-- reportlint-disable a b -- 因为 XX -->", "markdown", "disable", ("a", "b")),
        ("<!--\nreportlint-enable ordinal-*\n-->", "markdown", "enable", ("ordinal-*",)),
        ("<!-- reportlint-disable-file -->", "markdown", "disable-file", ()),
        ("甲\n\n.. reportlint-disable-file a -- why\n\n乙", "rst", "disable-file", ("a",)),
    ],
)
def test_is_one(text: str, format: str, kind: str, rules: tuple[str, ...]) -> None:
    (directive,) = directives(parse(text, format, NONE))
    assert (directive.kind, directive.rules) == (kind, rules)
    assert tuple(span.cut(text) for span in directive.ids) == rules
    assert directive.span.cut(text).startswith(("<!--", ".. "))
    assert directive.span.cut(text).endswith(("-->", "why"))


CALLED = {
    "gap": rule("gap")._replace(name={"zh": "序号缺号", "en": "gap in numbering"}),
    "level": rule("level")._replace(name={"zh": "序号层次"}),
}


@pytest.mark.parametrize(
    ("names", "rules"),
    [
        pytest.param("gap", ("gap",), id="an id"),
        pytest.param("缺号", ("缺号",), id="half a name is nobody's"),
        pytest.param("gap in numbering", ("gap", "in", "numbering"), id="words without quotes"),
        pytest.param("序号*", ("序号*",), id="a glob is over ids"),
        pytest.param("序号缺号", ("gap",), id="a name"),
        pytest.param("序号缺号、level", ("gap", "level"), id="a name and an id"),
        pytest.param("“序号缺号”，序号层次", ("gap", "level"), id="names with and without quotes"),
        pytest.param('"Gap in numbering" level', ("gap", "level"), id="a name of several words"),
    ],
)
def test_a_short_name_stands_for_its_rule(names: str, rules: tuple[str, ...]) -> None:
    text = f"甲 <!-- reportlint-disable-line {names} -- 说明 -->"
    (directive,) = with_ids(directives(parse(text, "markdown", NONE)), CALLED)
    assert directive.rules == rules
    assert len(directive.ids) == len(rules)
    assert directive.reason == "说明"


def of_word(*comments: str) -> tuple[Directive, ...]:
    """The directives of a document whose second line has these comments."""
    remarks = tuple(Remark(comment, Span(2, 5)) for comment in comments)
    return directives(parse("甲\n走访XX家\n", "text", NONE)._replace(remarks=remarks))


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "请改",
        "这里 reportlint-ignore placeholder",
        "reportlint-ignored a",
        "reportlint ignore a",
    ],
)
def test_a_comment_of_word_is_none(comment: str) -> None:
    assert of_word(comment) == ()


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("reportlint-ignore a: 地名", ("disable-line", ("a",), "地名")),
        ("reportlint-ignore a：地名就是这样", ("disable-line", ("a",), "地名就是这样")),
        ("reportlint-ignore a, ordinal-*", ("disable-line", ("a", "ordinal-*"), "")),
        ("reportlint-ignore a -- 地名", ("disable-line", ("a",), "地名")),
        ("reportlint-ignore a — 地名", ("disable-line", ("a",), "地名")),
        ("reportlint-disable-file a -- 样张", ("disable-file", ("a",), "样张")),
        ("<!-- reportlint-disable a -- 样张 -->", ("disable", ("a",), "样张")),
        ("王工：\nreportlint-enable a", ("enable", ("a",), "")),
        ("reportlint-ignore", ("disable-line", (), "")),
    ],
)
def test_a_comment_of_word_is_one(comment: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    (directive,) = of_word("请改", comment)
    assert (directive.kind, directive.rules, directive.reason) == expected
    assert directive.span == Span(2, 5)


@given(
    st.lists(
        st.sampled_from(
            [
                "<!--",
                "-->",
                " ",
                "\n",
                "reportlint-disable",
                "-line",
                "-file",
                " a",
                "--",
                ".. ",
                "`",
                "甲",
            ]
        ),
        max_size=25,
    )
)
def test_spans_are_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for name in ("markdown", "rst", "text"):
        every = directives(parse(text, name, NONE))
        assert len(every) <= len(pieces)
        for directive in every:
            assert "reportlint-" in directive.span.cut(text)
            assert all(
                directive.span.start < span.start < span.end <= directive.span.end
                for span in directive.ids
            )
