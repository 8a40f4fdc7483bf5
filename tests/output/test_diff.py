"""A diff that Git applies, with the same bytes, for any line ends and any file name."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reportlint.output.diff import unified

KEPT = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("甲\n乙\n丙\n", "甲\n丁\n丙\n", id="LF"),
        pytest.param("甲\r\n乙\r\n", "甲\r\n丁\r\n", id="CRLF"),
        pytest.param("甲\r乙\r丙", "甲\r丁\r丙", id="CR"),
        pytest.param("甲\r乙\n丙\r\n丁", "甲\r戊\n丙\r\n己", id="mixed"),
        pytest.param("甲", "乙", id="no break at the end"),
        pytest.param("甲\n乙", "甲\n", id="the last line goes"),
        pytest.param("甲\n", "", id="all goes"),
        pytest.param(
            "甲\u2028乙\x0c丙\n" * 30,
            "甲\u2028乙\x0c丙\n" * 29 + "丁\n",
            id="no other character ends a line",
        ),
        pytest.param(
            "".join(f"{i}\n" for i in range(50)),
            "".join(f"{i if i % 20 else '零'}\n" for i in range(50)),
            id="three places",
        ),
    ],
)
@pytest.mark.parametrize(
    "name", ["a\x01\x7fb.md", "a.md", "述职 报告.md", 'a\tb\n"c\\.md', "文/件/a b.txt", "./a.md"]
)
def test_git_applies_it(tmp_path: Path, name: str, old: str, new: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(old.encode())
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=KEPT,
        input=unified(name, old, new).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert path.read_bytes() == new.encode()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("述职.md", "a/述职.md"),
        ("a b.md", "a/a b.md\t"),
        ("a\tb.md", r'"a/a\tb.md"'),
        ("a\x7f\x01.md", r'"a/a\177\001.md"'),
        ('a"\\.md', r'"a/a\"\\.md"'),
    ],
)
def test_names_are_quoted_as_git_does(name: str, written: str) -> None:
    assert unified(name, "甲\n", "乙\n").split("\n")[0] == f"--- {written}"


def test_nothing_to_change_is_no_diff() -> None:
    assert unified("a.md", "甲\r\n", "甲\r\n") == ""
