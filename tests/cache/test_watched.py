from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cache.watched import Watched, unchanged
from reportlint.files.reader import Disk


def test_what_was_read_is_watched(tmp_path: Path) -> None:
    path, folder = (tmp_path / "a.yaml").as_posix(), tmp_path.as_posix()
    watched = Watched(Disk())
    assert watched.read(path) is None
    (tmp_path / "b.yaml").write_text("b")
    assert watched.read((tmp_path / "b.yaml").as_posix()) == "b"
    assert list(watched.list(folder)) == ["b.yaml"]
    seen = list(watched.seen.items())
    assert unchanged(seen)
    (tmp_path / "a.yaml").write_text("")
    assert not unchanged(seen)
    (tmp_path / "a.yaml").unlink()
    assert unchanged(seen)
    (tmp_path / "b.yaml").write_text("c")
    assert not unchanged(seen)


@pytest.mark.parametrize("seen", [[1], None, [["a"]], [[1, 2]], "ab", [["a", "b", "c"]]])
def test_odd_records_are_changed(seen: object) -> None:
    assert not unchanged(seen)  # type: ignore[arg-type]
