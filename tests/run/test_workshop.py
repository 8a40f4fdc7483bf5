"""Missing values and invalid names are reported, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.run.workshop import new_pack, new_rule, new_type


@pytest.mark.parametrize(
    "make",
    [
        lambda root: new_rule(f"{root}/a.yaml", [], "", "", "en"),
        lambda root: new_rule(f"{root}/Not Good.yaml", ["甲"], "", "", "en"),
        lambda root: new_pack(f"{root}/Not Good", "", "en"),
        lambda root: new_type(f"{root}/a.yaml", "", ["一"], "en"),
        lambda root: new_type(f"{root}/a.yaml", "名", [], "en"),
    ],
)
def test_refused(make: Callable[[Path], str], tmp_path: Path) -> None:
    with pytest.raises(UserError):
        make(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_is_called_as_a_configuration_beside_it_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = Path(new_pack("规则/house", "", "zh")).read_text(encoding="utf-8")
    assert "zh-official, ./规则/house]" in text


def test_a_type_goes_into_the_folder_for_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new_pack("house", "", "en")
    assert Path(new_type("house/visit", "Visit", ["Facts"], "en")) == Path("house/types/visit.yaml")
    assert Path(new_type("house/types/b", "B", ["Facts"], "en")) == Path("house/types/b.yaml")
    assert Path(new_type("c", "C", ["Facts"], "en")) == Path("c.yaml")
