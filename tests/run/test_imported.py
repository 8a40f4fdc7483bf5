"""A style of Vale becomes a pack that passes its own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.examples import test as run_examples
from reportlint.run.imported import import_markdownlint, import_vale

VERY = "extends: existence\nmessage: \"Not '%s'\"\nlevel: error\ntokens:\n  - very\n  - 'quit[e]'\n"
BROKEN = "extends: existence\nmessage: x\ntokens:\n  - '(a'\n"
SPELLING = "extends: spelling\nmessage: x\n"


def test_a_style_becomes_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "House").mkdir()
    for name, text in (("Very", VERY), ("Broken", BROKEN), ("Spelling", SPELLING)):
        (tmp_path / "House" / f"{name}.yml").write_text(text, encoding="utf-8")
    made = import_vale("House", "packs/house")
    assert [
        (imported.source, bool(imported.file), imported.has_example) for imported in made.rules
    ] == [
        ("Broken.yml", False, False),
        ("Spelling.yml", False, False),
        ("Very.yml", True, True),
    ]
    assert all(imported.lost for imported in made.rules if not imported.file)
    result = run_examples(["packs/house"], Settings(isolated=True))
    assert (result.rules, result.ran, result.failures) == (1, 1, ())
    with pytest.raises(UserError):  # never over a folder that is there
        import_vale("House", "packs/house")


def test_a_configuration_of_markdownlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "md.json").write_text(
        '{"default": true, "MD026": true, "MD013": false, "MD009": true}', encoding="utf-8"
    )
    made = import_markdownlint("md.json", "md")
    assert [(imported.source, bool(imported.file)) for imported in made.rules] == [
        ("MD026", True),
        ("MD009", False),
        ("MD034", True),  # on by default
    ]
    (tmp_path / "off.json").write_text('{"default": false, "MD009": true}', encoding="utf-8")
    assert import_markdownlint("off.json", "none").folder == ""
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("path", ["nothing", "empty"])
def test_nothing_to_import_is_said(path: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError):
        import_vale(str(tmp_path / path), str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
