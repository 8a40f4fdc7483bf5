"""Every format escapes hostile names and texts, and does not change ordinary ones."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import ERROR, SAFE, Diagnostic, Edit, Fix, Related
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output import safe_text
from reportlint.output.formats import (
    COMMANDS,
    FORMATS,
    HTML,
    JSON,
    JSON_LINES,
    MARKDOWN,
    TEXT,
    XML,
    load,
)
from support.hostile import NAMES, commands_in, hidden_in
from support.sample import RULES, file, rendered

ORDINARY = [
    "",
    "取缔场所XX家。",
    "第一条：“述职”——报告…（一）",
    "reports/2024 年/a-b_c.md",
    "C:\\a\\b.md",
    "http://example.org/a::b?c=d#e",
    "a::b::c",
    "std::vector",
    "# 标题",
    "## 二级标题",
    "##[链接](a.md)",
    "###",
    "é e\u0301 ñ 한국어 ไทย",
    "👩‍👩‍👧 👍🏽 ❤️ 🇨🇳",
    "क्\u200dष",
    "\u3000\u3000首行缩进",
    "%0A;],",
    "{{name}} {0} <b> &amp; | ` * _",
]
SHOWN = [
    ("a\tb", "a b"),
    ("a\x1b[31m\x07\x7f\x85\u202e\u2028\ud800b", "a␛[31m␇␡\\x85\\u202e\\u2028\\ud800b"),
    ("a\nb\r", "a␊b␍"),
    ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
    ("\u200d👍 a\u200d", "\\u200d👍 a\\u200d"),
    ("👩\u200d\u200d👧", "👩\u200d\\u200d👧"),
    ("::stop-commands::x", "\\x3a:stop-commands::x"),
    ("  ::x::", "  \\x3a:x::"),
    ("##vso[a.b]", "\\x23#vso[a.b]"),
    ("###VSO[a.b]", "#\\x23#VSO[a.b]"),
    ("甲##teamcity[x]##[y]", "甲\\x23#teamcity[x]\\x23#[y]"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe_text.one_line(text) == text
    assert safe_text.lines(f"{text}\n\t{text}\n") == f"{text}\n\t{text}\n"
    assert safe_text.command_value(f"{text}\r\n\t") == f"{text}\r\n\t"
    assert safe_text.to_json({"甲": [text]}) == json.dumps({"甲": [text]}, ensure_ascii=False)
    assert safe_text.to_json([text], indent=2) == json.dumps([text], ensure_ascii=False, indent=2)


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_does_harm_is_shown(text: str, shown: str) -> None:
    assert safe_text.one_line(text) == shown
    assert safe_text.one_line(shown) == shown


def test_lines_are_each_made_harmless() -> None:
    assert safe_text.lines("甲\n::add-mask::x\n\t\x1b") == "甲\n\\x3a:add-mask::x\n\t␛"


@given(st.text())
def test_nothing_hidden_is_left_and_json_and_xml_mean_the_same(text: str) -> None:
    assert hidden_in(safe_text.one_line(text)) == []
    assert hidden_in(safe_text.lines(text), but="\n\t") == []
    assert json.loads(safe_text.to_json([text])) == [text]
    assert hidden_in(safe_text.to_json([text])) == []
    assert hidden_in(safe_text.xml(text)) == []


@given(st.text(alphabet=st.sampled_from("#:[vso]teamcity \u034f\u200d\ufe0fa甲\n"), max_size=40))
def test_no_service_finds_a_command(text: str) -> None:
    for made in (safe_text.one_line(text), safe_text.to_json([text]), safe_text.xml(text)):
        assert commands_in(made) == []
    assert not any(map(commands_in, safe_text.lines(text).split("\n")))


def test_every_hidden_character_is_known() -> None:
    for code in range(0x110000):
        char = chr(code)
        hidden = category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs")
        assert safe_text.is_hidden(char) == hidden
        assert (safe_text.one_line(f"a{char}") == f"a{char}") != hidden


def hostile_report(name: str) -> Report:
    """A report in which every text from outside contains `name`."""
    text = f"{name}XX{name}\n第二行\n"
    span = Span(len(name), len(name) + 2)
    wrong = Diagnostic(
        "house-word",
        ERROR,
        span,
        f"{name}",
        (name, name),
        (Related(Span(0, 1), name),),
        Fix(SAFE, (Edit(span, name),)),
    )
    rule = RULES["house-word"]._replace(message={"en": name}, why={"en": f"{name} {name}"})
    missing = Diagnostic("house-word", ERROR, Span(len(text), len(text)), f"甲 {name}")
    files = (
        file(name, wrong, missing, text=text),
        file(f"b/{name}.md", Diagnostic("undecodable", ERROR, Span(0, 0), name), encoding=""),
        file(f"c{name}"),
    )
    return Report(files, "en", {"house-word": rule})


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def of_json(text: str, name: str) -> None:
    assert name in strings(json.loads(text))


def of_lines(text: str, name: str) -> None:
    rows = [json.loads(line) for line in text.splitlines()]
    assert len(rows) == 3
    assert all(name in row["message"] for row in rows)


def of_xml(text: str, name: str) -> None:
    shown = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", name)
    values = [
        re.sub("[\u2400-\u241f\ufffd]", "?", value)
        for element in ElementTree.fromstring(text).iter()
        for value in element.attrib.values()
    ]
    assert shown in values


class _Tags(HTMLParser):
    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag not in ("img", "script")
        assert not any(name.startswith("on") for name, _ in attributes)


def of_html(text: str, name: str) -> None:
    _Tags().feed(text)


def of_nothing(text: str, name: str) -> None:
    assert text


# How an output of each syntax is read back, and that the name is in it. A format of a new syntax is
# entered here.
READERS: dict[str, Callable[[str, str], None]] = {
    JSON: of_json,
    JSON_LINES: of_lines,
    XML: of_xml,
    HTML: of_html,
    MARKDOWN: of_nothing,
    TEXT: of_nothing,
    COMMANDS: of_nothing,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_hostile_name_through(form: str, name: str) -> None:
    output = rendered(form, hostile_report(name))
    assert hidden_in(output, but="\n\t" if load(form).syntax == COMMANDS else "\n") == []
    for line in output.split("\n"):
        assert set(commands_in(line)) <= {form}
        assert len(commands_in(line)) <= 1
    READERS[load(form).syntax](output, name)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_carets_stay_under_their_characters(name: str) -> None:
    name = re.split("[\r\n]", name)[0]
    head, line, carets = rendered("full", hostile_report(name)).split("\n")[:3]
    assert "XX" in line
    del head
    from reportlint.output.terminal import cells

    assert cells(line[: line.index("XX")]) == carets.index("^")
