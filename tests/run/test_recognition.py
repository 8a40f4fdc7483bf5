from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.recognition import Explained, explain

OF_NONE = [
    ("# 随笔\n\n天气好。\n", []),
    # said, and not enough
    ("# 批复怎么写\n\n先看来文。\n", [("reply", ("mention",), False)]),
]
OF_ONE = [
    ("# 关于修桥的请示\n\n县人民政府：\n\n拟修桥。\n\n妥否，请批示。\n", "request", ("title",)),
    ("# Weekly status: app\n\n## Done\n\nAll.\n\n## Next\n\nMore.\n", "status-report", ("title",)),
]


def explained(tmp_path: Path, text: str) -> Explained:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return explain(str(path), Settings(isolated=True))


@pytest.mark.parametrize(("text", "likely"), OF_NONE)
def test_of_no_type(
    tmp_path: Path, text: str, likely: list[tuple[str, tuple[str, ...], bool]]
) -> None:
    result = explained(tmp_path, text)
    assert result.type == ""
    assert [
        (likely_type.id, likely_type.signs, likely_type.foreign) for likely_type in result.likely
    ] == likely


@pytest.mark.parametrize(("text", "type", "signs"), OF_ONE)
def test_of_a_type(tmp_path: Path, text: str, type: str, signs: tuple[str, ...]) -> None:
    result = explained(tmp_path, text)
    assert (result.type, result.other_headings) == (type, False)
    assert result.likely[0].signs == signs


def test_the_number_of_a_series_names_the_type_in_any_language(tmp_path: Path) -> None:
    text = "# ADR 3: painel\n\n## Contexto\n\nO painel não tem uma tela, e os dados não cabem.\n"
    result = explained(tmp_path, text)
    assert (result.type, result.other_headings) == ("adr", True)  # no section is demanded
    assert [(type.id, type.foreign) for type in result.likely] == [("adr", True)]


def test_what_it_has_and_lacks(tmp_path: Path) -> None:
    likely_type = explained(tmp_path, "# Weekly status: app\n\n## Progress\n\nGood.\n").likely[0]
    assert (likely_type.found, likely_type.lacking) == (("Accomplishments",), ("Next Steps",))


@pytest.mark.parametrize(
    ("headings", "has_own_form"),
    [
        (["Summary", "Timeline", "Root cause", "Action items"], False),
        (["Summary", "Timeline"], False),
        (["Summary", "Weather", "Music"], True),
    ],
)
def test_a_form_of_its_own(tmp_path: Path, headings: list[str], has_own_form: bool) -> None:
    text = "# Postmortem 12\n\n" + "".join(f"## {title}\n\nGood.\n\n" for title in headings)
    assert explained(tmp_path, text).own_form == has_own_form


def test_headings_of_another_kind(tmp_path: Path) -> None:
    assert explained(tmp_path, "# 周报\n\n## 学习笔记\n\n标签。\n").other_headings


def test_a_type_that_is_stated_comes_first(tmp_path: Path) -> None:
    result = explained(tmp_path, "---\ntype: letter\n---\n\n# 随笔\n\n天气好。\n")
    assert (result.type, result.likely[0].signs) == ("letter", ("front-matter",))


def test_a_word_that_is_also_the_id_of_a_chinese_type_states_none(tmp_path: Path) -> None:
    text = "---\ntype: contract\n---\n\n# Contract of the folder\n\nIt holds one file.\n"
    assert explained(tmp_path, text).type == ""


def test_the_name_of_a_program_is_no_type(tmp_path: Path) -> None:
    page = "# minutes\n\n## Install\n\nGet it.\n\n## Usage\n\nRun it.\n"
    assert explained(tmp_path, page).type == ""
    assert explained(tmp_path, page + "\n## Attendees\n\nAna, Ben.\n").type == "meeting-minutes"


def test_no_such_file() -> None:
    with pytest.raises(UserError):
        explain("/nowhere/a.md", Settings(isolated=True))
