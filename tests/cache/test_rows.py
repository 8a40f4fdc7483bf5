"""Cached rows are returned unchanged or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportlint.cache import rows as module
from reportlint.cache.rows import FILE, Row, Rows
from reportlint.cache.store import KEPT_DAYS

ONE = {"a/1.txt": Row("s1", "述职\n\t中"), "b.txt": Row("", "")}


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[Rows]:
    made = Rows(str(tmp_path))
    yield made
    made.close()


def again(folder: Path, book: str = "book") -> dict[str, Row]:
    """The rows that another run gets."""
    other = Rows(str(folder))
    try:
        return other.get(book, [*ONE, "missing"])
    finally:
        other.close()


def test_what_is_kept_comes_back(rows: Rows, tmp_path: Path) -> None:
    assert rows.get("book", list(ONE)) == {}
    rows.put("book", ONE.items())
    assert rows.get("book", [*ONE, "missing"]) == ONE
    assert again(tmp_path) == ONE
    assert again(tmp_path, "another book") == {}
    rows.put("book", {"b.txt": Row("new", "new")}.items())
    assert again(tmp_path) == {**ONE, "b.txt": Row("new", "new")}
    assert again(tmp_path, "") == {}


def test_many_are_looked_up_at_once(rows: Rows) -> None:
    many = {f"{number}.txt": Row(str(number), "v") for number in range(3000)}
    rows.put("book", many.items())
    assert rows.get("book", list(many)) == many


@pytest.mark.parametrize("damage", [b"", b"x" * 5000, None], ids=["empty", "another file", "cut"])
def test_a_damaged_file_counts_as_none_and_is_made_anew(
    rows: Rows, tmp_path: Path, damage: bytes | None
) -> None:
    rows.put("book", ONE.items())
    rows.close()
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes()[:5000] if damage is None else damage)
    assert again(tmp_path) == {}
    rows.put("book", ONE.items())
    rows.close()
    for _ in range(2):  # the first may have removed it
        rows.put("book", ONE.items())
        rows.close()
    assert again(tmp_path) == ONE


@pytest.mark.parametrize("column", ["stamp", "value"])
def test_a_torn_row_counts_as_none(rows: Rows, tmp_path: Path, column: str) -> None:
    rows.put("book", ONE.items())
    rows.close()
    database = sqlite3.connect(tmp_path / FILE)
    database.execute(f"UPDATE rows SET {column} = 'x' WHERE path = 'a/1.txt'")
    database.commit()
    database.close()
    assert again(tmp_path) == {"b.txt": Row("", "")}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
@pytest.mark.parametrize("damage", ["folder", "file", "journal", "link"])
def test_what_others_may_have_written_is_not_read(rows: Rows, tmp_path: Path, damage: str) -> None:
    rows.put("book", ONE.items())
    rows.close()
    if damage == "folder":
        tmp_path.chmod(0o777)
    elif damage == "file":
        (tmp_path / FILE).chmod(0o666)
    elif damage == "journal":
        (tmp_path / f"{FILE}-journal").write_bytes(b"")
        (tmp_path / f"{FILE}-journal").chmod(0o622)
    else:
        (tmp_path / FILE).rename(tmp_path / "elsewhere")
        (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    assert again(tmp_path) == {}
    tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_nobody_else_can_read_it(rows: Rows, tmp_path: Path) -> None:
    rows.put("book", ONE.items())
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_a_missing_folder_is_made_as_that_of_a_cache(tmp_path: Path) -> None:
    missing = Rows(str(tmp_path / "missing"))
    missing.put("book", ONE.items())
    assert missing.get("book", list(ONE)) == ONE
    missing.close()
    assert (tmp_path / "missing" / "CACHEDIR.TAG").exists()
    if os.name != "nt":
        assert (tmp_path / "missing").stat().st_mode & 0o077 == 0


def test_no_folder_no_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Rows("")
    nothing.put("book", ONE.items())
    assert nothing.get("book", list(ONE)) == {}
    monkeypatch.setattr(module, "connect", None)
    without = Rows(str(tmp_path))
    without.put("book", ONE.items())
    assert without.get("book", list(ONE)) == {}


def test_one_that_another_process_writes_is_done_without_and_stays(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.01)
    rows.put("book", ONE.items())
    rows.close()
    database = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    rows.put("book", {"c": Row("", "")}.items())
    assert rows.get("book", list(ONE)) == {}, "for the rest of the run"
    database.execute("COMMIT")
    database.close()
    assert again(tmp_path) == ONE


def test_books_that_nobody_uses_go(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = module._today()
    rows.put("old", ONE.items())
    rows.put("used", ONE.items())
    rows.close()
    monkeypatch.setattr(module, "_today", lambda: today + KEPT_DAYS)
    assert again(tmp_path, "used") == ONE
    monkeypatch.setattr(module, "_today", lambda: today + KEPT_DAYS + 1)
    assert again(tmp_path, "new") == {}
    assert again(tmp_path, "old") == {}
    assert again(tmp_path, "used") == ONE


def test_one_that_grew_too_large_is_begun_anew(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.put("book", ONE.items())
    rows.close()
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    assert again(tmp_path) == {}


def test_one_of_another_version_is_begun_anew(rows: Rows, tmp_path: Path) -> None:
    rows.put("book", ONE.items())
    rows.close()
    database = sqlite3.connect(tmp_path / FILE)
    database.execute("PRAGMA user_version = 99")
    database.close()
    assert again(tmp_path) == {}
    rows.put("book", ONE.items())
    rows.close()
    assert again(tmp_path) == ONE


def test_a_path_that_is_no_text_is_passed_over(rows: Rows) -> None:
    assert rows.get("book", ["\udcff.txt"]) == {}
