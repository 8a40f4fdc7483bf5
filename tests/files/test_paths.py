"""Paths as they are compared, named relative to a folder, and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.files.paths import absolute, folder_of, nearby, relative, split, visible


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("C:\\述职\\a.md", ("C:\\述职\\", "a.md")),
        ("C:/述职/a.md", ("C:\\述职\\", "a.md")),
        ("\\\\server\\share/a.md", ("\\\\server\\share\\", "a.md")),
        ("a.md", ("", "a.md")),
    ],
)
def test_a_path_of_windows_is_split_at_either_slash(
    path: str, parts: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportlint.files.paths._SLASH", "\\")
    monkeypatch.setattr("reportlint.files.paths._OTHER", "/")
    assert split(path) == parts


@pytest.mark.parametrize(
    ("path", "shown"), [("a 述.md", "a 述.md"), ("a\n\x1b.md", "a\\n\\x1b.md")]
)
def test_what_is_not_printable_is_escaped(path: str, shown: str) -> None:
    assert visible(path) == shown


def test_paths_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path.as_posix()
    assert absolute("b/../a.md") == f"{here}/a.md"
    assert folder_of("b/a.md") == f"{here}/b"
    assert relative("b/a.md", f"{here}/c") == "../b/a.md"
    assert nearby(str(tmp_path / "a.md")) == "a.md"
    assert nearby("/elsewhere/a.md") == "/elsewhere/a.md"
