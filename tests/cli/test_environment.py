"""Odd surroundings of a process, such as no home or another locale, change nothing in the
output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

import reportlint
from reportlint.cli.main import _prepare_streams, main

GONE = "GONE"  # the value of a variable that is not set
USUAL = dict.fromkeys(("COLUMNS", "XDG_CACHE_HOME", "LANG", "LC_ALL", "PYTHONIOENCODING"), GONE)
NO_CACHE = {"REPORTLINT_CACHE_DIR": GONE, "XDG_CACHE_HOME": GONE}
ODD = {
    "no home": {"HOME": GONE, "USERPROFILE": GONE, **NO_CACHE},
    "a home that is not there": {"HOME": "/nonexistent/home", **NO_CACHE},
    "a home that is a file": {"HOME": __file__, **NO_CACHE},
    "a home that takes no file": {"HOME": "/proc", **NO_CACHE},
    "a home that is a relative path": {"HOME": "home", **NO_CACHE},
    "a cache that is a device": {"REPORTLINT_CACHE_DIR": os.devnull},
    "a width that is no number": {"COLUMNS": "wide"},
    "a width below zero": {"COLUMNS": "-5"},
    "no folder for temporary files": {"TMPDIR": "/nonexistent"},
    "no programs": {"PATH": ""},
    "an odd time zone": {"TZ": "Asia/Nowhere+99"},
    "no variables": dict.fromkeys(os.environ, GONE),
}
NOT_UTF_8 = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # Python does not help itself
LOCALES = {
    "C": {"LC_ALL": "C"},
    "one that is not there, streams of Latin-1": {
        "LC_ALL": "tlh_QO.KLINGON",
        "PYTHONIOENCODING": "latin-1:strict",
    },
    "POSIX and nothing else": {"LC_ALL": "POSIX", **NOT_UTF_8},
    "Chinese at a console of code page 936": {
        "LC_ALL": "zh_CN.GB18030",
        "PYTHONIOENCODING": "cp936:strict",
        **NOT_UTF_8,
    },
}
HOUSE = {  # instead of the packs that are built in, which take most of the time
    ".reportlint.yaml": "extends: [./house]\n",
    "house/pack.yaml": "id: house\nname: House\n",
    "house/blank.yaml": "kind: pattern\nmessage: {zh: 空着, en: blank}\nwords: [XX]\n",
    "表.md": "取缔场所XX家，😀。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in HOUSE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "gb.txt").write_bytes("述职报告，走访XX户。\n".encode("gb18030"))
    return tmp_path


def environment(changes: dict[str, str]) -> dict[str, str]:
    variables = {**os.environ, **USUAL, **changes}
    return {name: value for name, value in variables.items() if value != GONE}


@pytest.mark.parametrize("name", ODD)
def test_surroundings_change_nothing(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("reportlint.config.shipped._places", lambda: (str(folder),) * 2)
    results = []
    for changes in ({}, ODD[name]):
        with mock.patch.dict(os.environ, environment(changes), clear=True):
            results.append((main(["check", "--lang", "zh", "."]), *capfd.readouterr()))
    assert results[0] == results[1]
    status, out, err = results[0]
    assert (status, out.count("XX"), err) == (1, 2, "")


@pytest.mark.skipif(os.name != "posix", reason="the variables are those of POSIX")
def test_locales_change_nothing(folder: Path) -> None:
    def lint(changes: dict[str, str], path: str) -> tuple[int, str, bytes]:
        env = environment({**changes, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])})
        command = [sys.executable, "-m", "reportlint", "check", "--lang", "zh", path]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr

    usual = {path: lint({}, path) for path in (".", "gb.txt")}
    assert [(status, out.count("XX"), err) for status, out, err in usual.values()] == [
        (1, 2, b""),
        (1, 1, b""),
    ]
    for name, changes in LOCALES.items():
        # where the locale decides how names are read, only an ASCII name is the same
        path = "gb.txt" if NOT_UTF_8.keys() <= changes.keys() else "."
        assert lint(changes, path) == usual[path], name


@pytest.mark.parametrize(
    ("platform", "at_a_terminal", "encoding"),
    [("win32", True, None), ("win32", False, "utf-8"), ("linux", True, "utf-8")],
)
def test_only_a_console_of_windows_keeps_its_encoding(
    platform: str, at_a_terminal: bool, encoding: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows converts what a console shows itself. What its encoding lacks is escaped."""
    stream = mock.Mock()
    stream.isatty.return_value = at_a_terminal
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr(sys, "platform", platform)
    _prepare_streams()
    asked = mock.call.reconfigure(encoding=encoding, errors="backslashreplace")
    assert [call for call in stream.mock_calls if call[0] == "reconfigure"] == [asked] * 2
