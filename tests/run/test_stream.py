"""Records and lists of files as streams: in order, each once, with the same findings as from
files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "reportlint", "check", "--lang", "zh"]
TEXTS = {
    f"{number % 3}/{number:03}.txt": f"第{number}份，取缔{'XX' if number % 5 == 0 else number}家。\n"
    for number in range(90)
}


def lint(folder: Path, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, input=data, capture_output=True, check=False
    )


def ndjson(records: object) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)  # type: ignore[attr-defined]


def records() -> bytes:
    return ndjson({"path": path, "text": text} for path, text in TEXTS.items())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in TEXTS.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "1/.reportlint.yaml").write_text("rules: {placeholder: off}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_records_say_what_files_say(folder: Path, jobs: str) -> None:
    files = lint(folder, "--format", "jsonl", "--no-cache").stdout.splitlines()
    streamed = lint(
        folder, "--format", "jsonl", "--jobs", jobs, "--from-ndjson", "-", data=records()
    )
    assert streamed.returncode == 1
    assert sorted(streamed.stdout.splitlines()) == sorted(files)
    assert not any(b'"1/' in line for line in files), "the configuration of the folder holds"
    paths = [json.loads(line)["path"] for line in streamed.stdout.splitlines()]
    assert paths == [path for path in TEXTS if path in set(paths)], "in the order of the records"


def test_files_go_out_as_the_array_has_them(folder: Path) -> None:
    array = json.loads(lint(folder, "--format", "json").stdout)
    for arguments in (["--no-cache", "--jobs", "2"], [], []):
        done = lint(folder, "--format", "jsonl", *arguments)
        assert [json.loads(line) for line in done.stdout.splitlines()] == array


def test_other_formats_take_records_too(folder: Path) -> None:
    files = lint(folder, "--format", "json")
    done = lint(folder, "--format", "json", "--from-ndjson", "-", data=records())
    assert (done.stdout, done.returncode) == (files.stdout, files.returncode)


def test_a_record_can_tell_its_type(tmp_path: Path) -> None:
    data = ndjson(
        [{"path": "a.txt", "text": "三月工作\n无。\n", "type": of} for of in ("", "duty-report")]
    )
    output = lint(tmp_path, "--format", "jsonl", "--from-ndjson", "-", data=data).stdout
    assert b"opening-missing" in output
    assert (
        b"opening-missing"
        not in lint(
            tmp_path, "--format", "jsonl", "--from-ndjson", "-", data=data.splitlines()[0]
        ).stdout
    )


WRONG = [
    (b"{", ":2: "),
    (b"[]", ":2: "),
    (b'{"path": "a.txt"}', ":2: "),
    (b'{"path": 3, "text": ""}', ":2: "),
    (b'{"path": "a.txt", "text": null}', ":2: "),
    ('{"path": "b.txt", "text": "", "type": "述织报告"}'.encode(), "b.txt"),
]


@pytest.mark.parametrize(("line", "place"), WRONG)
def test_a_line_that_is_no_record(tmp_path: Path, line: bytes, place: str) -> None:
    first = ndjson([{"path": "a.txt", "text": "取缔XX家。"}])
    done = lint(tmp_path, "--format", "jsonl", "--from-ndjson", "-", data=first + line + b"\n")
    assert done.returncode == 2
    assert place in done.stderr.decode()
    assert done.stdout.count(b"\n") == 1, "what was found before is there"


def test_empty_lines_and_marks(tmp_path: Path) -> None:
    data = b"\n" + ndjson([{"path": "a.txt", "text": "\ufeff取缔XX家。"}]).strip()
    findings = json.loads(
        lint(tmp_path, "--format", "jsonl", "--from-ndjson", "-", data=data).stdout
    )
    assert findings["column"] == 3
    assert lint(tmp_path, "--format", "jsonl", "--from-ndjson", "-").stdout == b""


def test_an_answer_comes_before_the_next_question(tmp_path: Path) -> None:
    """A program that writes a record and waits gets its findings."""
    command = [*COMMAND, "--format", "jsonl", "--from-ndjson", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(ndjson([{"path": f"{number}.txt", "text": "取缔XX家。"}]))
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["path"] == f"{number}.txt"
        running.stdin.close()


def test_a_closed_pipe_ends_it(tmp_path: Path) -> None:
    """The input has no end, so the test would not either."""
    data = ndjson({"path": f"{n}.txt", "text": "取缔XX家。" * 50} for n in range(1_000))
    (tmp_path / "in").write_bytes(data)
    check = f"{sys.executable} -m reportlint check --format jsonl --from-ndjson -"
    script = (
        f"(while cat in; do :; done) 2> /dev/null | {check} | head -n 1; echo ${{PIPESTATUS[1]}}"
    )
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, capture_output=True, check=False, timeout=300
    )
    assert done.stdout.splitlines()[-1] == b"1", "what was found until then counts"
    assert done.stderr == b""


def test_names_from_a_list(folder: Path) -> None:
    data = b"0/000.txt\x000/015.txt\0" + os.fsencode("2/005.txt") + b"\0"
    done = lint(folder, "--format", "concise", "--files-from0", "-", data=data)
    assert b"0/000.txt" in done.stdout
    assert b"2/005.txt" in done.stdout
    assert b"2/020.txt" not in done.stdout
    nothing = lint(folder, "--format", "jsonl", "--files-from0", "-")
    assert (nothing.stdout, nothing.returncode) == (b"", 0), (
        "an empty list is not the current folder"
    )
    (folder / "odd\nname.txt").write_text("取缔XX家。", encoding="utf-8")
    assert (
        b"odd"
        in lint(folder, "--format", "jsonl", "--files-from0", "-", data=b"odd\nname.txt\0").stdout
    )


@pytest.mark.parametrize("shards", [1, 2, 7, 200])
def test_shards_are_all_and_none_twice(folder: Path, shards: int) -> None:
    whole = lint(folder, "--format", "jsonl").stdout.splitlines()
    some = [1, 2, 6, 7] if shards == 7 else [1, shards]
    if shards <= 2:
        parts = [
            line
            for shard in sorted(set(some))
            for line in lint(
                folder, "--format", "jsonl", "--shard", f"{shard}/{shards}"
            ).stdout.splitlines()
        ]
        assert sorted(parts) == sorted(whole)
    for source in ([], ["--from-ndjson", "-"]):
        seen: list[bytes] = []
        for shard in sorted(set(some)):
            done = lint(
                folder,
                "--format",
                "jsonl",
                "--shard",
                f"{shard}/{shards}",
                *source,
                data=records() if source else b"",
            )
            seen += done.stdout.splitlines()
        assert len(seen) == len(set(seen))
        assert set(seen) <= set(whole)


def test_a_shard_says_nothing_of_entries_for_other_files(folder: Path) -> None:
    text = "- {files: '2/002.txt', rule: placeholder}\n"
    (folder / ".reportlint-ignore.yaml").write_text(text, encoding="utf-8")
    assert b"unused-suppression" in lint(folder, "--format", "jsonl").stdout
    assert b"unused-suppression" not in lint(folder, "--format", "jsonl", "--shard", "1/2").stdout
