"""Configuration files in an editor: their own problems are at their places, those of other files at
the start."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from reportlint.core.errors import Problem
from reportlint.core.text import Text
from reportlint.editor.completion import Place
from reportlint.editor.config_files import completions, diagnostics_of, is_config, problems_of

PATH = "/x/.reportlint.yaml"


@pytest.mark.parametrize("path", ["/x/a.yaml", "reportlint.yaml", "/x/.reportlint.yaml.md", ""])
def test_no_configuration(path: str) -> None:
    assert not is_config(path)


@pytest.mark.parametrize("path", [PATH, r"C:\x\.reportlint.yml"])
def test_a_configuration(path: str) -> None:
    assert is_config(path)


def test_a_sound_one_has_no_problems() -> None:
    assert problems_of(PATH, "rules: {placeholder: off}\n") == ()


def test_problems_stand_where_they_are() -> None:
    message = Text("错", "wrong")
    problems = [
        Problem(message, PATH, 3, 5),
        Problem(message, "/x/house/a.yaml", 2, 1),
        Problem(message),
    ]
    diagnostics = diagnostics_of(problems, PATH, "en")
    places = [
        (diagnostic.range.start.line, diagnostic.range.start.character, diagnostic.message)
        for diagnostic in diagnostics
    ]
    assert places == [(2, 4, "wrong"), (0, 0, "/x/house/a.yaml:2:1: wrong"), (0, 0, "wrong")]


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (Place((), "language"), ".reportlint.yaml"),
        (Place((), ""), ".reportlint.yaml"),
        (Place(("rules",), "placeholder"), ".reportlint.yaml"),  # a severity
        (Place((), "extends"), ".reportlint.yaml"),  # packs
        (Place((), "severity"), "house/a.yaml"),
    ],
)
def test_no_id_belongs_there(place: Place, path: str) -> None:
    assert completions(place, path, ["placeholder"], ["duty-report"]) == []


@pytest.mark.parametrize(
    ("place", "path", "id"),
    [
        (Place(("rules",), ""), ".reportlint.yaml", "placeholder"),
        (Place(("overrides", "rules"), ""), ".reportlint.yaml", "placeholder"),
        (Place(("ignore",), "rule"), ".reportlint.yaml", "placeholder"),
        (Place(("overrides",), "type"), ".reportlint.yaml", "duty-report"),
        (Place(("yields-to",), ""), "house/a.yaml", "placeholder"),
        (Place(("when",), "type"), "house/a.yaml", "duty-report"),
        (Place((), "extends"), "house/types/a.yaml", "duty-report"),
    ],
)
def test_ids_of_a_place(place: Place, path: str, id: str) -> None:
    (item,) = completions(place, path, ["placeholder"], ["duty-report"])
    assert item.label == id
