"""Full-width marks in YAML: those in texts are ignored, and those in place of YAML syntax are
reported."""

from __future__ import annotations

import pytest

from reportlint.config.keyboard import english_for, wide_mark

KEYS = {"kind", "message", "words", "zh", "en"}
SILENT = [
    "message: 注意：写",
    "- 其一：甲",
    "# kind：x",
    "a：b",
    "words: [甲：乙]",
    "kind: x",
    "http://x",
    "- -甲",
]
FOUND = {
    "kind：x": 4,
    "  kind：x": 6,
    "- kind：x": 6,
    "种类：x": 2,
    "kind:x": 4,
    "kind:　x": 5,
    "　kind: x": 0,
    "－甲": 0,
    "  -甲": 2,
    "＃甲": 0,
    "message: ｛zh: 甲｝": 9,
    "message: {zh：甲}": 12,
    "message: {zh: 甲，en: b}": 15,
}


@pytest.mark.parametrize("line", SILENT)
def test_marks_of_texts(line: str) -> None:
    assert wide_mark(f"a: b\n{line}\n", KEYS) is None


@pytest.mark.parametrize("line", FOUND)
def test_marks_in_place_of_those_of_yaml(line: str) -> None:
    slip = wide_mark(f"a: b\n{line}\n", KEYS)
    assert slip is not None
    assert slip[0] == 5 + FOUND[line]


def test_names_in_chinese() -> None:
    assert english_for("级别", ("severity",)) == "severity"
    assert english_for("ｗｏｒｄｓ", ("words",)) == "words"
    assert english_for("级别", ("words",)) == ""
    assert english_for("words", ("words",)) == ""
