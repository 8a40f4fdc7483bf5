"""`pack.yaml`: the description of a pack, and its additions to rules of other packs."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.pack_file import read_additions, read_header, read_pack
from reportlint.config.yaml import parse
from reportlint.core.errors import UserError
from reportlint.core.rule import Rule

FULL = """
id: house
name: {zh: 本单位, en: house}
requires: [core, zh]
language: zh
words: {own: [甲, 乙], measures: 处}
markers:
  dun: {numerals: chinese, suffix: [、, ，], place: clause, after: '\\L<own>'}
  shi: {numerals: words, words: [一是, [二是, 二则]], soft: true}
"""
WRONG = {
    "name: x": "missing key “id”",
    "id: House\nname: x": "“House” is no pack id",
    "id: a\nname: x\nmarkers: {dun: {suffix: 、}}": "missing key “numerals”",
    "id: a\nname: x\nmarkers: {dun: {numerals: chinese, suffix: 、, place: middle}}": "must be one of",
    "id: a\nname: x\nmarkers: {dun: {numerals: chinese, after: '\\L<none>'}}": "unknown list of words",
    "id: a\nname: x\nword: {}": "did you mean “words”?",
}
RULE = Rule("blank", "core", "find", "error", {}, {}, {})
BARE = Rule("bare", "core", "bare", "error", {}, {}, {})
WRONG_ADDITIONS = {
    "{blnk: {a: {words: x}}}": "did you mean “blank”?",
    "{bare: {a: {words: x}}}": "has no patterns to add to",
    "{blank: {a: {word: x}}}": "unknown key “word”",
    "{blank: {a: {regex: '('}}}": "bad regex",
}


def test_all_that_a_pack_may_say() -> None:
    requires, node = read_header(FULL, "p/pack.yaml")
    assert requires == ("core", "zh")
    pack = read_pack(node, "p/pack.yaml", "p", {"measures": ("个",)})
    assert (pack.id, pack.language, pack.path, pack.requires) == (
        "house",
        "zh",
        "p",
        ("core", "zh"),
    )
    assert pack.lexicon.words == {"own": ("甲", "乙"), "measures": ("处",)}
    dun, shi = pack.lexicon.styles
    assert (dun.prefix, dun.suffix, dun.place) == (("",), ("、", "，"), "clause")
    assert (shi.words, shi.suffix, shi.soft) == ((("一是",), ("二是", "二则")), ("",), True)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_a_pack(text: str) -> None:
    with pytest.raises(UserError) as raised:
        read_pack(read_header(text, "x")[1], "x", "p", {})
    assert WRONG[text] in raised.value.problems[0].message.en


@pytest.mark.parametrize(
    ("text", "message"), [("[a]", "must be a mapping"), ("requires: {a: b}", "must be a list")]
)
def test_what_is_wrong_before_others_are_read(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        read_header(text, "x")


def additions(text: str, kinds: Any) -> Any:
    node = parse(f"patterns: {text}", "x")
    return read_additions(node, "x", {"blank": RULE, "bare": BARE}, kinds, {}, {"broken"})


def test_additions(kinds: Any) -> None:
    assert additions("{}", kinds) == additions("{broken: {a: b}}", kinds) == ()
    (addition,) = additions("{blank: {han: {words: 某, examples: {bad: ⟦某⟧}}, todo: off}}", kinds)
    assert addition.rule == "blank"
    assert addition.patterns == {"han": {"words": ["某"]}, "todo": False}
    assert [(example.text, example.family) for example in addition.examples] == [("某", "han")]


@pytest.mark.parametrize("text", WRONG_ADDITIONS)
def test_what_is_wrong_with_additions(text: str, kinds: Any) -> None:
    with pytest.raises(UserError, match=WRONG_ADDITIONS[text]):
        additions(text, kinds)
