"""How globs and ignore files are parsed; `test_glob.py` compares what they match with Git."""

from __future__ import annotations

import pytest

from reportlint.core.glob_syntax import ANY_CHAR, CharClass, Glob, parse_glob, parse_ignore_file

MATCHES_NOTHING = [
    "",
    "/",
    "!",
    "!/",
    "\\",
    "a\\",
    "[",
    "[a",
    "[z-a]",
    "[]",
    "[!]",
    "[[:no:]]",
    "a//b",
    "//",
]
GROUPS = {
    "a": ((), (("a",),)),
    "/a": ((("a",),),),
    "a/b": ((("a",), ("b",)),),
    "a/**/b": ((("a",),), (("b",),)),
    "a/**/**/b": ((("a",),), (), (("b",),)),
    "a*b": ((), (("a", "b"),)),
    "a***b": ((), (("a", "b"),)),
    "*": ((), (("", ""),)),
    "?": ((), (((ANY_CHAR,),),)),
    "a?": ((), ((("a", ANY_CHAR),),)),
    "\\*\\a": ((), (("*a",),)),
    "[a]b": ((), (((CharClass(False, (("a", "a"),)), "b"),),)),
}
CLASSES = {
    "[abc]": (False, "abc", "d-]"),
    "[!abc]": (True, "d-]", "abc"),
    "[^abc]": (True, "d-]", "abc"),
    "[a-c]": (False, "abc", "d-"),
    "[a-]": (False, "a-", "b"),
    "[-a]": (False, "a-", "b"),
    "[]a]": (False, "]a", "b"),
    "[!]a]": (True, "b", "]a"),
    "[\\]a]": (False, "]a", "\\"),
    "[\\a-\\c]": (False, "abc", "\\d"),
    "[[:digit:]x]": (False, "09x", "a٣"),
    "[[:space:]]": (False, " \t\r", "a"),
    "[a-c-e]": (False, "abc-e", "d"),
    "[[a]": (False, "[a", "b"),
    "[[:]": (False, "[:", "b"),
}


@pytest.mark.parametrize("text", MATCHES_NOTHING)
def test_what_can_match_nothing(text: str) -> None:
    assert parse_glob(text) is None


@pytest.mark.parametrize("text", GROUPS)
def test_groups(text: str) -> None:
    assert parse_glob(text) == Glob(False, False, False, GROUPS[text])


def test_what_stands_around_the_groups() -> None:
    assert parse_glob("!a/") == Glob(True, True, False, ((), (("a",),)))
    assert parse_glob("a/**") == Glob(False, False, True, ((("a",),),))
    assert parse_glob("!/a/**/") == Glob(True, True, True, ((("a",),),))


@pytest.mark.parametrize("text", CLASSES)
def test_classes(text: str) -> None:
    glob = parse_glob(text)
    assert glob is not None
    ((char_class,),) = glob.groups[1][0]
    assert isinstance(char_class, CharClass)
    negated, inside, outside = CLASSES[text]
    assert char_class.negated is negated
    assert [char for char in inside if not char_class.has(char)] == []
    assert [char for char in outside if char_class.has(char)] == []


LINES = {
    "a\nb": ["a", "b"],
    "\ufeffa\r\n\r\n# b\nc": ["a", "c"],
    "a  \nb\\ \nc\\\\ ": ["a", "b\\ ", "c\\\\"],
    "\\#a\n\\!b": ["\\#a", "\\!b"],
    "!\n\\\n[\n ": [],
}


@pytest.mark.parametrize("text", LINES)
def test_lines_of_an_ignore_file(text: str) -> None:
    assert parse_ignore_file(text) == tuple(parse_glob(line) for line in LINES[text])
