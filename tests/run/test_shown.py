"""A cached output is used only if checking again would give the same."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from binascii import crc32
from pathlib import Path
from typing import NamedTuple

import pytest

from reportlint.cache.rows import FILE

NUMBER = 30  # more than are checked without looking anything up


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path)


class Shared(NamedTuple):
    """A folder that has been checked once, and what that printed."""

    folder: Path
    wanted: tuple[int, str, str]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """For tests that spoil the cache: each run makes anew what was spoiled."""
    folder = filled(tmp_path_factory.mktemp("shared"))
    return Shared(folder, lint(folder, "texts"))


def filled(tmp_path: Path) -> Path:
    """The folder, with reports."""
    (tmp_path / "texts").mkdir()
    for number in range(NUMBER):
        word = "XX" if number % 3 == 0 else "三"
        (tmp_path / "texts" / f"{number:02}.txt").write_text(
            f"第{number}份，取缔场所{word}家。\n", encoding="utf-8"
        )
    return tmp_path


def lint(folder: Path, *arguments: str, **variables: str) -> tuple[int, str, str]:
    env = {**os.environ, "REPORTLINT_CACHE_DIR": str(folder / ".cache"), **variables}
    command = [sys.executable, "-m", "reportlint", "check", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout, done.stderr


def rows(folder: Path) -> list[tuple[str, str, str]]:
    database = sqlite3.connect(folder / ".cache" / FILE)
    records = database.execute("SELECT path, stamp, value FROM rows").fetchall()
    database.close()
    return records


def outputs(folder: Path) -> dict[str, str]:
    """The cached output of each path. A file has no stamp while it is newer than a tick of the
    clock, so stamps differ between runs."""
    return {path: value for path, _, value in rows(folder)}


WAYS = [
    ["texts"],
    ["texts", "--lang", "en"],
    ["texts", "-q"],
    ["texts", "--format", "concise"],
    ["texts", "--format", "json"],
    ["texts", "--format", "jsonl"],
    ["texts", "--format", "sarif"],
    ["./texts"],
    ["."],
    ["texts", "--fail-on", "error"],
    ["texts", "--ignore", "placeholder"],
    ["texts", "--color", "always"],
    ["texts", "--exit-zero"],
    ["texts", "--type", "work-report"],
]


def test_each_way_to_look_says_what_it_says_without_a_cache(folder: Path) -> None:
    known = [lint(folder, *way, "--no-cache") for way in WAYS]
    assert len({out for _, out, _ in known}) > len(WAYS) // 2, "else they would be no trial"
    for _ in range(2):
        for way, wanted in zip(WAYS, known, strict=True):
            assert lint(folder, *way) == wanted, way


def test_of_another_width_it_is_another(folder: Path) -> None:
    (folder / "texts" / "00.txt").write_text("取缔场所XX家，" * 40 + "\n", encoding="utf-8")
    for columns in ("60", "200", "60"):
        wanted = lint(folder, "texts", "--no-cache", COLUMNS=columns)
        assert lint(folder, "texts", COLUMNS=columns) == wanted


def test_a_file_written_within_a_tick_of_the_clock_is_seen(folder: Path) -> None:
    """The modification time is restored, so that only the content differs."""
    path = folder / "texts" / "01.txt"
    for _ in range(2):
        assert "01.txt" not in lint(folder, "texts")[1]
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("三", "X"), encoding="utf-8")
    path.write_text("取缔场所XX家，第一份。\n"[: before.st_size], encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    for form in ("full", "sarif"):
        assert "01.txt" in lint(folder, "texts", "--format", form)[1]


@pytest.mark.skipif(os.name != "posix", reason="there are no stamps elsewhere")
def test_what_lies_still_is_not_read_and_what_changed_is(folder: Path) -> None:
    wanted = lint(folder, "texts")
    time.sleep(2.1)  # all were too young, unless this machine is slow
    assert lint(folder, "texts") == wanted
    assert sum(bool(stamp) for _, stamp, _ in rows(folder)) >= NUMBER
    path = folder / "texts" / "00.txt"
    os.chmod(path, 0)  # whoever reads it cannot
    os.chmod(path, 0o644)
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("XX", "二三"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = lint(folder, "texts")
    assert "00.txt" in wanted[1]
    assert "00.txt" not in after[1]
    assert after == lint(folder, "texts", "--no-cache")


def test_a_touched_file_is_compared_and_not_checked_again(folder: Path) -> None:
    wanted = lint(folder, "texts")
    for path in (folder / "texts").iterdir():
        os.utime(path, (1e9, 1e9))
    assert lint(folder, "texts", REPORTLINT_TEST="1") == wanted


def test_a_new_baseline_an_ignore_entry_and_a_configuration_count_at_once(folder: Path) -> None:
    lint(folder, "texts")
    assert lint(folder, "texts")[0] == 1
    config = folder / ".reportlint.yaml"
    config.write_text("rules: {placeholder: off}\n", encoding="utf-8")
    assert lint(folder, "texts")[0] == 0
    config.write_text(
        "ignore:\n- {files: '**/00.txt', rules: [placeholder], reason: so}\n", encoding="utf-8"
    )
    for _ in range(2):
        output = lint(folder, "texts", "--format", "concise")
        assert output == lint(folder, "texts", "--format", "concise", "--no-cache")
        assert "00.txt" not in output[1]
    config.unlink()
    command = [sys.executable, "-m", "reportlint", "baseline", "texts"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    assert (folder / ".reportlint-baseline.yaml").is_file(), (
        "of more files than are checked one by one"
    )
    for _ in range(2):
        assert lint(folder, "texts")[0] == 0


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x",
        "\t\t",
        "d\t[]\tpart",
        'd\t["zh",false,false,{},{}]',
        "{}",
        "[[[1]],[[2]]]",
        "[" * 50_000,
    ],
)
def test_rows_that_are_not_ours_are_made_anew(shared: Shared, value: str) -> None:
    """Even with a right checksum."""
    folder, wanted = shared
    before = outputs(folder)
    assert before
    database = sqlite3.connect(folder / ".cache" / FILE)
    for book, path, stamp in database.execute("SELECT book, path, stamp FROM rows").fetchall():
        checksum = crc32(f"{path}\0{stamp}\0{value}".encode())
        database.execute(
            "UPDATE rows SET value = ?, sum = ? WHERE book = ? AND path = ?",
            (value, checksum, book, path),
        )
    database.commit()
    database.close()
    assert lint(folder, "texts") == wanted
    assert outputs(folder) == before


def test_no_row_is_code(folder: Path) -> None:
    lint(folder, "texts")
    for _, _, value in rows(folder):
        parts = value.split("\t", 2)
        json.loads(parts[1] if len(parts) == 3 else value)


def test_a_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    lint(folder, "texts", "--format", "jsonl")
    command = f"{sys.executable} -m reportlint check texts --format jsonl | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "REPORTLINT_CACHE_DIR": str(folder / ".cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in ("0", "1")
