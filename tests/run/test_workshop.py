"""What is missing or cannot be a name is said, and nothing is written."""

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
