"""The user's report type that the documentation builds step by step, built in the same way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportlint.cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = (("report-types.md", "What we told customers"), ("report-types.zh-CN.md", "教学工作"))


def pieces(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def write(page: str) -> None:
    for piece in pieces(page, "yaml"):
        first, _, rest = piece.partition("\n")
        path = Path(first.removeprefix("# "))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rest, encoding="utf-8")


@pytest.mark.parametrize(("page", "added"), PAGES)
def test_five_lines(
    page: str,
    added: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write(page)
    type_file = next(path for path in (tmp_path / "house" / "types").iterdir())
    assert len(type_file.read_text(encoding="utf-8").splitlines()) == 5
    commands = [line.split()[1:] for piece in pieces(page, "sh") for line in piece.splitlines()]
    assert [main(command) for command in commands] == [0, 0, 1]
    output = capsys.readouterr().out
    assert "placeholder" in output
    assert not re.search("section-|opening-|closing-|ordinal-", output)

    report = Path(commands[-1][-1])
    text = re.sub(
        r"\{\{.*?\}\}",
        "已经办好的那件事情" if "zh" in page else "all that was done about it",
        report.read_text(encoding="utf-8"),
    )
    assert added in text
    report.write_text(text, encoding="utf-8")
    assert main(commands[-1]) == 0
    report.write_text(
        re.sub(rf"^## (?:.、)?{added}\n\n.*?\n\n", "", text, flags=re.M), encoding="utf-8"
    )
    capsys.readouterr()
    assert main([*commands[-1], "--ignore", "ordinal-*"]) == 1
    output = capsys.readouterr().out
    assert len(re.findall("(?:warning|警告) section-missing", output)) == 1
    assert added in output


@pytest.mark.parametrize("page", [page for page, _ in PAGES])
def test_the_form_that_asks(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write(page)
    config = "extends: [core, ./forms]\nlanguage: en\n"
    (tmp_path / ".reportlint.yaml").write_text(config, encoding="utf-8")
    (shown,) = pieces(page, "console")
    for session in shown.removeprefix("$ ").split("\n$ "):
        command, _, wanted = session.partition("\n")
        assert main([*command.split()[1:], "--no-input"]) == 0
        assert capsys.readouterr().out.strip() == wanted.strip()
    assert main(["test", "forms"]) == 0


def test_both_pages_show_the_same_keys() -> None:
    keys = [
        re.findall(r"^\| (`.*?) \|", (DOCS / page).read_text(encoding="utf-8"), re.M)
        for page, _ in PAGES
    ]
    names = [[re.findall(r"`([a-z-]+)", key) for key in page] for page in keys]
    assert names[0] == names[1]
