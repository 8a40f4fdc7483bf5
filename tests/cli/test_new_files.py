"""`reportlint new` of a type with files beside the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main

TYPE = """\
name: trip report
sections: [{id: seen, title: Seen}]
files:
  - {name: 'photos/{{place}}.md', write: 'Photos of {{place}}.'}
  - {name: costs.csv, write: 'item,sum'}
"""


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "house" / "types").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    for name, text in {
        ".reportlint.yaml": "extends: [core, ./house]\nlanguage: en\n",
        "house/pack.yaml": "id: desk\nname: Desk\n",
        "house/types/trip-report.yaml": TYPE,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def written(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_they_are_written_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["new", "trip-report", "-o", "out/trip.md", "--set", "place=Turin", "--no-input"]
    assert main(command) == 0
    assert written(Path("out")) == {
        "trip.md": "# trip report\n\n## Seen\n\n{{Seen}}\n",
        "photos/Turin.md": "Photos of Turin.\n",
        "costs.csv": "item,sum\n",
    }
    assert "photos" in capsys.readouterr().err


def test_one_that_is_there_stops_all(capsys: pytest.CaptureFixture[str]) -> None:
    Path("out/costs.csv").write_text("mine\n", encoding="utf-8")
    assert main(["new", "trip-report", "-o", "out/trip.md", "--no-input"]) == 2
    assert written(Path("out")) == {"costs.csv": "mine\n"}
    assert "costs.csv" in capsys.readouterr().err


def test_a_report_that_is_only_shown_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "trip-report", "--no-input"]) == 0
    assert capsys.readouterr().out.startswith("# trip report\n")
    assert not written(Path("out"))


def test_beside_a_word_document() -> None:
    command = ["new", "trip-report", "-o", "out/trip.docx", "--set", "place=Turin", "--no-input"]
    assert main(command) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "costs.csv",
        "photos",
        "trip.docx",
    ]
