"""The packs that are in use in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.list import packs


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/pack.yaml").write_text("id: house\nname: {en: House}\n", encoding="utf-8")


def test_a_folder_that_nobody_names_is_no_pack_in_use() -> None:
    assert "house" not in [pack.id for pack in packs(Settings())]
    assert not any(pack.folder for pack in packs(Settings()))


def test_a_pack_that_there_is_none_of() -> None:
    Path(".reportlint.yaml").write_text("extends: nowhere\n", encoding="utf-8")
    with pytest.raises(UserError):
        packs(Settings())


def test_a_pack_of_the_users_own_has_a_folder() -> None:
    Path(".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    core, house = packs(Settings())
    assert core == ("core", "")
    assert (house.id, Path(house.folder).name) == ("house", "house")
