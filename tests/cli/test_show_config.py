"""`check --show-config FILE`: what is printed of the settings that `run/show.py` collects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main

CONFIG = """\
extends: [./house]
exclude: [drafts/]
fail-on: info
overrides:
  - {files: ["old/**", "*.txt"], type: note, encoding: gb18030, language: zh}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        ".reportlint.yaml": CONFIG,
        "house/pack.yaml": "id: house\nname: House\n",
        "house/slogan.yaml": "kind: pattern\nmessage: m\nwords: [赋能]\n",
        "house/plain.yaml": "kind: pattern\nmessage: m\nwords: [抓手]\n",
        "house/types/note.yaml": "name: {zh: 便函, en: short note}\nrecognise: {title: [便函]}\n",
        "a.md": "# 便函\n\n正文。\n",
        "b.md": "# 随记\n\n正文。\n",
        "old/c.md": "# 随记\n\n正文。\n",
        "drafts/d.md": "# 随记\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        encoding = "gb18030" if name.startswith("old/") else "utf-8"
        (tmp_path / name).write_text(text, encoding=encoding)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", "--show-config", *arguments])
    return status, *capsys.readouterr()


def page(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """The rows of the page, by their name; "" is the first line."""
    status, out, err = run(capsys, *arguments)
    assert (status, err) == (0, "")
    first, *rows = out.splitlines()
    assert not any(row.endswith(" ") for row in rows)
    pairs = (row.strip().split("  ", 1) for row in rows if row)
    return {"": first, **{pair[0]: pair[-1].strip() for pair in pairs}}


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    status, out, err = run(capsys, *arguments, "--format", "json")
    assert (status, err) == (0, "")
    shown: dict[str, Any] = json.loads(out)
    return shown


REFUSED = [
    pytest.param(["a.md", "b.md"], "--show-config takes one file", id="a path beside it"),
    pytest.param(["gone.md"], "gone.md", id="a missing file"),
    pytest.param(["a.md", "--select", "slogn"], "slogn", id="a misspelt rule"),
    pytest.param(["a.md", "--type", "memo"], "memo", id="an unknown type"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err


def test_nothing_is_said_of_what_does_not_apply(capsys: pytest.CaptureFixture[str]) -> None:
    rows = page(capsys, "b.md", "--lang", "en")
    assert not [name for name in rows if "exclude" in name or "override" in name]
    assert rows["report type"].startswith("none")
    assert "sure" not in rows["report type"]
    alone = page(capsys, "b.md", "--lang", "en", "--isolated")
    assert alone["configuration"].split("  ")[0] == "none"


def test_the_file_is_not_checked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text("# 便函\n\n赋能。\n", encoding="utf-8")
    status, out, _ = run(capsys, "a.md")
    assert status == 0
    assert "a.md:3" not in out


@pytest.mark.parametrize(
    ("path", "name", "row"),
    [
        ("a.md", "report type", "note short note"),
        ("old/c.md", "report type", "note short note"),
        ("old/c.md", "override", "old/**, *.txt"),
        ("old/c.md", "encoding", "gb18030"),
        ("a.md", "messages in", "en"),
        ("old/c.md", "fails on", "info"),
        ("b.md", "pack", "house"),
        ("b.md", "warning", "slogan"),
    ],
)
def test_each_setting_has_a_row(
    path: str, name: str, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = page(capsys, path, "--lang", "en")
    assert rows[""] == path
    assert rows[name].startswith(row)


def test_how_sure_the_type_is_unless_it_is_certain(capsys: pytest.CaptureFixture[str]) -> None:
    for path, arguments, is_sure in (
        ("a.md", [], False),
        ("old/c.md", [], True),
        ("b.md", ["--type", "note"], True),
    ):
        shown = data(capsys, path, *arguments)["type"]
        assert (shown["value"], shown["confidence"] in (0, 1)) == ("note", is_sure)
        row = page(capsys, path, *arguments, "--lang", "zh")["文种"]
        percent = f"（把握 {round(shown['confidence'] * 100)}%）"
        assert (percent in row) == (not is_sure)


def test_a_file_that_only_its_name_gets_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert "excluded by the configuration: checked only if named itself" in page(
        capsys, "drafts/d.md", "--lang", "en"
    )


def test_a_path_with_control_characters_is_escaped(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a\x1b[31m\nb.md").write_text("正文。\n", encoding="utf-8")
    assert page(capsys, "a\x1b[31m\nb.md")[""] == "a␛[31m␊b.md"


def test_a_program_gets_each_value_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    shown = data(capsys, "old/c.md", "--ignore", "slogan", "--lang", "en")
    assert shown["path"] == "old/c.md"
    assert shown["config"]["value"] == ".reportlint.yaml"
    assert [pack["value"] for pack in shown["packs"]] == ["house"]
    assert shown["overrides"] == [["old/**", "*.txt"]]
    assert shown["excluded"] is False
    assert [shown[name]["value"] for name in ("encoding", "language", "fail_on")] == [
        "gb18030",
        "en",
        "info",
    ]
    slogan = next(rule for rule in shown["rules"] if rule["id"] == "slogan")
    assert slogan == {
        "id": "slogan",
        "severity": "off",
        "why": "left out by --select or --ignore",
        "here": False,
    }
