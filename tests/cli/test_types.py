"""`reportlint types`: the report types in use here, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main

TYPE = """\
name: {zh: 走访记, en: visit record}
why: {zh: 每月一份。}
recognise: {title: [走访记]}
sections:
  - id: done
    title: 走访情况
    sections: [{id: homes, title: 入户, required: false}]
  - {id: next, title: 下步打算}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "house/types").mkdir(parents=True)
    (tmp_path / "house/pack.yaml").write_text("id: house\nname: House\n", encoding="utf-8")
    (tmp_path / "house/types/visit.yaml").write_text(TYPE, encoding="utf-8")
    (tmp_path / ".reportlint.yaml").write_text("extends: [./house]\n", encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["types", *arguments])
    return status, *capsys.readouterr()


REFUSED = [
    pytest.param(["--explain", "gone.md"], "gone.md", id="a missing file"),
    pytest.param(["--format", "sarif"], "sarif", id="a format of check"),
    pytest.param(["a.md"], "types takes no argument", id="a path"),
    pytest.param(["--config", "gone.yaml"], "gone.yaml", id="a missing configuration"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "visit  走访记  house  走访情况、下步打算\n"),
        ("en", "visit  visit record  house  走访情况, 下步打算\n"),
    ],
)
def test_a_person_gets_one_line_a_type_with_its_main_sections(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "--lang", language) == (0, line, "")


def test_a_type_without_sections_ends_with_its_pack(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "house/types/visit.yaml").write_text("name: 便条\n", encoding="utf-8")
    assert run(capsys, "--lang", "zh")[1] == "visit  便条  house\n"


def test_a_program_gets_all_languages_and_all_sections(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "--format", "json", "--lang", "en")
    rows: list[dict[str, Any]] = json.loads(out)
    homes = {"id": "homes", "title": "入户", "demand": "optional", "sections": []}
    assert status == 0
    assert rows == [
        {
            "id": "visit",
            "pack": "house",
            "name": {"zh": "走访记", "en": "visit record"},
            "why": {"zh": "每月一份。"},
            "sections": [
                {"id": "done", "title": "走访情况", "demand": "required", "sections": [homes]},
                {"id": "next", "title": "下步打算", "demand": "required", "sections": []},
            ],
            "path": f"{here.as_posix()}/house/types/visit.yaml",
        }
    ]


def test_the_packs_of_the_configuration_are_left_out_with_isolated(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "--isolated", "--format", "json")
    ids = [row["id"] for row in json.loads(out)]
    assert "visit" not in ids
    assert "duty-report" in ids


@pytest.mark.parametrize(("title", "type_id"), [("走访记", "visit"), ("便条", "")])
def test_a_program_is_told_the_type_of_a_file_and_why(
    title: str, type_id: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.md").write_text(f"# {title}\n\n## 走访情况\n\n三户。\n", encoding="utf-8")
    status, out, _ = run(capsys, "--explain", "a.md", "--format", "json")
    (explained,) = json.loads(out)
    assert (status, explained["path"], explained["type"]) == (0, "a.md", type_id)
    likely = {candidate["id"] for candidate in explained["likely"]}
    assert likely == ({"visit"} if type_id else set())
