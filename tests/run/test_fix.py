"""Fixing files on disk with the shipped rules: the requested fixes are made, and all other bytes
stay the same."""

from __future__ import annotations

import codecs
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportlint
from reportlint.core.diagnostic import SAFE, apply
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.check import check
from reportlint.run.fix import Fixes, fix
from support import word_files

CONFIG = """\
extends: [core, zh-official, ./house]
rules:
  punctuation-width: warning
  bracket-pair: {mixed-width: true}
"""
HOUSE = {  # a fix that needs no look, and one whose text a GB 2312 file cannot hold
    "pack.yaml": "id: house\nname: {zh: 本单位, en: house}\nrequires: [core]\n",
    "plain.yaml": "kind: pattern\nseverity: warning\nmessage: {zh: 不写, en: not}\nwhy: {zh: 甲, en: a}\nwords: [狠抓]\nreplace: 抓\nsafe: true\n"
    "examples: {bad: ['要⟦狠抓⟧落实。', '⟦狠抓⟧。'], good: ['抓好。', '狠。']}\n",
    "euro.yaml": "kind: pattern\nseverity: warning\nmessage: {zh: 不写, en: not}\nwhy: {zh: 甲, en: a}\nwords: [欧元]\nreplace: €\nsafe: true\n"
    "examples: {bad: ['三⟦欧元⟧。', '⟦欧元⟧。'], good: ['三元。', '€。']}\n",
}
SETTINGS = Settings(language="en")
PIECES = [
    "一年来,办成三件事,群众满意。",
    "(一）狠抓学习。",
    "一是学习；二是调研；四是落实。",
    "用 Linux,然后重启(见上）。",
    "<!-- reportlint-disable-next-line ordinal-gap -->",
    "<!-- reportlint-disable placeholder no-such-rule -->",
    "走访XX家。",
    "一、总体情况",
    "二、主要问题",
    "四、下一步打算",
    "",
    "好。",
    "要求如下:",
]
BREAKS = {"LF": ["\n"], "CRLF": ["\r\n"], "CR": ["\r"], "mixed": ["\n", "\r\n", "\r"]}
ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with BOM": ("utf-8", codecs.BOM_UTF8),
    "GB18030": ("gb18030", b""),
    "UTF-16 LE": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 without BOM": ("utf-16-le", b""),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "house").mkdir()
    for name, text in HOUSE.items():
        (tmp_path / "house" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mend(*paths: str, unsafe: bool = False, write: bool = True) -> Fixes:
    return fix(paths, SETTINGS, lambda done, total: None, unsafe=unsafe, write=write)


@st.composite
def reports(draw: st.DrawFn, breaks: list[str]) -> str:
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7))
    text = "本单位一年来的工作总结，请予审议。" + draw(st.sampled_from(breaks)) * 2
    text += "".join(
        piece + draw(st.sampled_from(breaks)) * draw(st.integers(1, 2)) for piece in pieces
    )
    return text.rstrip("\r\n") if draw(st.booleans()) else text


# -- what must stay as it is
# ------------------------------------------------------------------------------------------------


def test_a_file_with_nothing_to_mend_is_not_written(folder: Path) -> None:
    path = folder / "a.md"
    path.write_bytes("走访XX家。\r\n".encode())
    os.utime(path, (1, 1))
    before = path.stat()
    assert mend("a.md").files == ()
    assert (path.stat().st_mtime, path.stat().st_ino) == (1, before.st_ino)


def test_without_write_nothing_is_written_and_it_is_told_what_would_be(folder: Path) -> None:
    path = folder / "a.md"
    path.write_bytes("要狠抓落实。".encode())
    done = mend("a.md", write=False)
    assert [(fixed_file.old, fixed_file.new) for fixed_file in done.files] == [
        ("要狠抓落实。", "要抓落实。")
    ]
    assert path.read_bytes() == "要狠抓落实。".encode()


@pytest.mark.skipif(os.name != "posix", reason="hard links of POSIX")
def test_other_names_of_a_file_are_told_to_keep_the_old_text(folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_bytes("要狠抓落实。".encode())
    os.link(folder / "a.md", folder / "other.bak")
    done = mend("a.md", "b.md")
    assert [note.en for note in done.report.notes] == [
        "a.md has hard links: under its other names the old text stays"
    ]
    assert (folder / "a.md").read_bytes() == "要抓落实。".encode()
    assert (folder / "other.bak").read_bytes() == "要狠抓落实。".encode()


def test_a_file_that_was_changed_meanwhile_is_not_overwritten_and_reported_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.md"
    path.write_bytes("要狠抓落实。".encode())
    from reportlint.run import fix as module

    real = module.splice

    def slow(*arguments: object) -> bytes:
        path.write_bytes(b"mine")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "splice", slow)
    done = mend("a.md")
    assert path.read_bytes() == b"mine"
    assert [(item.fixed, item.trouble is not None) for item in done.files] == [((), True)]
    assert [item.rule for item in done.report.files[0].diagnostics] == ["plain"]


def test_what_the_encoding_lacks_is_not_written_and_the_rest_is(folder: Path) -> None:
    (folder / ".reportlint.yaml").write_text(
        CONFIG + "overrides:\n  - {files: '**', encoding: gb2312}\n", encoding="utf-8"
    )
    path = folder / "a.md"
    path.write_bytes("要狠抓落实，给三欧元。".encode("gb2312"))
    done = mend("a.md")
    assert path.read_bytes() == "要抓落实，给三欧元。".encode("gb2312")
    assert [(item.finding.rule, item.makes) for item in done.files[0].refused] == [("euro", ())]
    assert [(item.rule, item.fix) for item in done.report.files[0].diagnostics] == [("euro", None)]


def test_of_word_documents_only_their_number_is_told(folder: Path) -> None:
    for name in ("a.docx", "b.docx"):
        word_files.put(folder / name)
    word_files.put(folder / "sound.docx", word_files.SOUND)
    before = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    done = mend(*before)
    (note,) = done.report.notes
    assert note.en.startswith("Word documents are never changed (2 with findings)")
    assert done.files == ()
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == before


@pytest.mark.parametrize(
    ("asked", "option"),
    [(SETTINGS._replace(staged=True), "--staged"), (SETTINGS._replace(rev="HEAD"), "--rev")],
)
def test_files_that_are_not_on_disk_are_not_mended(
    folder: Path, asked: Settings, option: str
) -> None:
    with pytest.raises(UserError) as raised:
        fix(["a.md"], asked, lambda done, total: None)
    assert [problem.message.en for problem in raised.value.problems] == [
        f"--fix changes files on disk and cannot be used with {option}"
    ]


def test_one_file_that_cannot_be_written_stops_no_other(folder: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_bytes("要狠抓落实。".encode())
    (folder / "b.md").chmod(0o444)
    done = mend("a.md", "b.md", "c.md")
    assert [(folder / name).read_bytes().decode() for name in ("a.md", "b.md", "c.md")] == [
        "要抓落实。",
        "要狠抓落实。",
        "要抓落实。",
    ]
    assert [
        (fixed_file.path, len(fixed_file.fixed), fixed_file.trouble is not None)
        for fixed_file in done.files
    ] == [
        ("a.md", 1, False),
        ("b.md", 0, True),
        ("c.md", 1, False),
    ]


# -- what holds always
# --------------------------------------------------------------------------------------------------------

SLOW = settings(
    max_examples=int(os.environ.get("REPORTLINT_EXAMPLES", "8")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize("name", ENCODINGS)
@SLOW
@given(data=st.data())
def test_mended_once_it_stays_and_all_else_is_the_same(
    folder: Path, name: str, breaks: str, data: st.DataObject
) -> None:
    encoding, mark = ENCODINGS[name]
    text = data.draw(reports(BREAKS[breaks]))
    unsafe = data.draw(st.booleans())
    path = folder / "a.md"
    path.write_bytes(mark + text.encode(encoding))
    done = mend("a.md", unsafe=unsafe)
    left = done.report.files[0]
    now = path.read_bytes()

    # encoding, mark, line breaks and what lies outside the edits: the text as mended, written as it
    # was
    assert now == mark + left.text.encode(encoding)
    assert all(item.trouble is None for item in done.files)
    kept = [char for char in text if char in "\r\n"]
    if "reportlint-disable" not in text:  # a comment goes with its line
        assert [char for char in left.text if char in "\r\n"] == kept
    assert (
        text.endswith(("\r", "\n")) == left.text.endswith(("\r", "\n"))
        or "reportlint-disable" in text
    )

    # nothing is left that could be mended, and nothing changes any more
    assert not any(item.fix and (unsafe or item.fix.safety == SAFE) for item in left.diagnostics)
    again = mend("a.md", unsafe=unsafe)
    assert path.read_bytes() == now
    assert not any(item.fixed for item in again.files)
    assert again.report.files[0].diagnostics == left.diagnostics
    assert os.listdir(folder).count("a.md") == 1
    assert not [item for item in os.listdir(folder) if item.endswith(".tmp")]


@SLOW
@given(data=st.data())
def test_nothing_is_touched_but_by_the_rules_that_are_selected(
    folder: Path, data: st.DataObject
) -> None:
    text = data.draw(reports(["\n"]))
    (folder / "a.md").write_text(text, encoding="utf-8", newline="")
    chosen = SETTINGS._replace(select=("plain",))
    done = fix(["a.md"], chosen, lambda done, total: None, unsafe=True)
    assert (folder / "a.md").read_bytes().decode() == text.replace("狠抓", "抓")
    assert set(done.files[0].fixed if done.files else ()) <= {"plain"}


@SLOW
@given(data=st.data())
def test_the_edits_in_the_report_are_those_that_are_made(folder: Path, data: st.DataObject) -> None:
    """The fix of a finding in JSON and SARIF is the one that `--fix` makes."""
    (folder / "a.md").write_text(
        data.draw(st.sampled_from(["要狠抓落实。\n", "(四）好。\n", "一是甲；二是乙；四是丙。\n"])),
        encoding="utf-8",
    )
    before = check(["a.md"], SETTINGS).files[0]
    (diagnostic,) = before.diagnostics
    assert diagnostic.fix is not None
    assert mend("a.md", unsafe=True).files[0].new == apply(before.text, diagnostic.fix.edits)


@pytest.mark.skipif(os.name != "posix", reason="POSIX")
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"])
def test_stopped_at_any_moment_every_file_is_the_old_one_or_the_new_one(
    folder: Path, number: str
) -> None:
    old, new = "要狠抓落实。\r\n" * 40, "要抓落实。\r\n" * 40
    names = [f"{i}.md" for i in range(30)]
    environment = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    chance = random.Random(number)
    for _ in range(4):
        for name in names:
            (folder / name).write_bytes(old.encode("gb18030"))
        command = [sys.executable, "-m", "reportlint", "check", "--fix", "--quiet", *names]
        with subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            while process.poll() is None and (folder / "0.md").stat().st_size == len(
                old.encode("gb18030")
            ):
                time.sleep(0.001)
            time.sleep(chance.random() * 0.05)
            process.send_signal(getattr(signal, number))
            _, errors = process.communicate()
        assert b"Traceback" not in errors
        # all is done, it was interrupted, or the signal came when there was nothing left to undo
        assert process.returncode in (0, 1, 130, -getattr(signal, number))
        assert {(folder / name).read_bytes() for name in names} <= {
            old.encode("gb18030"),
            new.encode("gb18030"),
        }
        if number != "SIGKILL":
            assert not [left_over for left_over in os.listdir(folder) if left_over.endswith(".tmp")]


@pytest.mark.skipif(os.name != "posix", reason="POSIX")
def test_two_runs_at_once_spoil_nothing(folder: Path) -> None:
    old, new = (
        ("要狠抓落实。\r\n" * 40).encode("gb18030"),
        ("要抓落实。\r\n" * 40).encode("gb18030"),
    )
    names = [f"{i}.md" for i in range(30)]
    for name in names:
        (folder / name).write_bytes(old)
    environment = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    command = [sys.executable, "-m", "reportlint", "check", "--lang", "en", "--fix", *names]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(command, cwd=folder, env=environment, **pipes) for _ in range(2)]
    answers = [process.communicate()[1].decode() for process in running]
    assert {process.returncode for process in running} <= {0, 1}, answers
    assert all("Traceback" not in answer for answer in answers)
    assert {(folder / name).read_bytes() for name in names} == {new}
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*names, ".reportlint.yaml", "house"]
    )
