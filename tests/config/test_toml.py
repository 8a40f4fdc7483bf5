"""`[tool.reportlint]` of a pyproject.toml; `test_hostile.py` has the files made to be slow."""

from __future__ import annotations

from reportlint.config import toml


def test_toml_places() -> None:
    text = '[tool.a]\nlanguage = "x"\n\n[tool.reportlint]\nlanguage = "zh"\nextends = [\n  "core",\n  "zh",\n]\n'
    root = toml.parse(text, "pyproject.toml")
    assert root is not None
    assert [(key.text, key.line, key.column) for key, _ in root.pairs] == [
        ("language", 5, 1),
        ("extends", 6, 1),
    ]
    assert [item.line for item in root.pairs[1][1].items] == [7, 8]


def test_toml_of_others_is_none_of_our_business() -> None:
    assert toml.parse("not toml, but says reportlint", "pyproject.toml") is None
    assert toml.parse("[tool.other]\nreportlint = 1\n", "pyproject.toml") is None
