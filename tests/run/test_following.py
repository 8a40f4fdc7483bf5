"""A setup depends on the files that it was made from, and on no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.following import Following

RULE = "id: plain\nkind: pattern\nmessage: {zh: 空话, en: empty}\nwords: [一切如常]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text("id: house\nname: {zh: 本单位, en: ours}\n")
    (tmp_path / "house" / "plain.yaml").write_text(RULE)
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, ./house]\n")
    return tmp_path


@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (lambda folder: (folder / "a.txt").write_text("x"), False),
        (lambda folder: (folder / "house" / "plain.yaml").touch(), False),  # the same words
        (lambda folder: (folder / "house" / "plain.yaml").write_text(RULE + "severity: info\n"), True),
        (lambda folder: (folder / "house" / "plain.yaml").unlink(), True),
        (lambda folder: (folder / "house" / "other.yaml").write_text(RULE.replace("plain", "other")), True),
        (lambda folder: (folder / ".reportlint.yaml").write_text("extends: [core]\n"), True),
        (lambda folder: (folder / ".reportlint.yaml").unlink(), True),
    ],
)  # fmt: skip
def test_it_is_made_anew_when_its_files_change(
    folder: Path, change: Callable[[Path], object], anew: bool
) -> None:
    following = Following(Settings(), str(folder / "-"))
    first = following.setup()
    assert following.setup() is first
    change(folder)
    assert (following.setup() is not first) == anew


def test_a_bad_configuration_is_told_until_it_is_mended(folder: Path) -> None:
    following = Following(Settings(), str(folder / "-"))
    following.setup()
    config = folder / ".reportlint.yaml"
    config.write_text("extends: [core, ./nowhere]\n")
    for _ in range(2):
        with pytest.raises(UserError):
            following.setup()
    config.write_text("extends: [core]\n")
    assert "plain" not in following.setup().library.rules
