"""Work is repeated when files have changed, and invalid files are waited for."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.cli.watch import CLEAR, PAUSE, ROUNDS, SETTLE, SHARE, _clear, watch
from reportlint.core.errors import UserError
from reportlint.core.text import Text

BAD = "# 述职报告\n\n取缔场所XX家。\n"


def test_it_runs_again_after_a_change_and_ends_with_an_interrupt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runs: list[int] = []
    stamp = [0]

    def once() -> int:
        runs.append(stamp[0])
        if len(runs) == 2:
            raise UserError.of(Text("错了", "it is wrong"))
        return 0

    def wait(seconds: float) -> None:
        if seconds == SETTLE:
            return
        stamp[0] += 1
        if stamp[0] > 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(once, lambda: stamp[0], "en", wait)
    assert runs == [0, 1, 2]
    printed = capsys.readouterr()
    assert "it is wrong" in printed.err
    assert printed.err.count("Ctrl+C ends it") == 3
    assert CLEAR not in printed.out, "this is no terminal"


def test_a_file_that_is_still_being_written_is_waited_for() -> None:
    looks = iter([0, 1, 2, 3, 3, 3])
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)

    def once() -> int:
        if waited:
            raise KeyboardInterrupt
        return 0

    with pytest.raises(KeyboardInterrupt):
        watch(once, lambda: next(looks), "en", wait)
    assert waited == [SETTLE] * 3


def test_a_file_that_is_written_without_end_is_checked_all_the_same() -> None:
    looks = iter(range(1000))
    waited: list[float] = []

    def once() -> int:
        if waited:
            raise KeyboardInterrupt
        return 0

    with pytest.raises(KeyboardInterrupt):
        watch(once, lambda: next(looks), "en", waited.append)
    assert len(waited) == ROUNDS


def test_looking_takes_a_small_part_of_the_time() -> None:
    waited: list[float] = []

    def stamps() -> int:
        time.sleep(0.03)
        return 0

    def wait(seconds: float) -> None:
        waited.append(seconds)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(lambda: 0, stamps, "en", wait)
    assert waited[0] >= max(PAUSE, SHARE * 0.03)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "term", "cleared"),
    [
        (io.StringIO(), "xterm", False),
        (Terminal(), "dumb", False),
        (Terminal(), "xterm", True),
    ],
)
def test_only_a_terminal_is_cleared(stream: io.StringIO, term: str, cleared: bool) -> None:
    _clear(stream, {"TERM": term})
    assert (stream.getvalue() == CLEAR) is cleared


class Session:
    """`check --watch` in a folder: each step runs when it waits for a change; after the last step,
    Ctrl-C ends it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
        self._steps = list(steps)
        monkeypatch.setattr("reportlint.cli.watch.watch.__defaults__", (self._wait,))

    def _wait(self, seconds: float) -> None:
        if seconds == SETTLE:
            return
        if not self._steps:
            raise KeyboardInterrupt
        self._steps.pop(0)()


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.md"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_check_is_done_again_and_interrupted(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = report.parent / ".reportlint.yaml"
    Session(
        monkeypatch,
        lambda: None,
        lambda: report.write_text(BAD.replace("XX", "三"), encoding="utf-8"),
        lambda: config.write_text("rulez: 1\n", encoding="utf-8"),
        lambda: config.write_text("rules: {placeholder: off}\n", encoding="utf-8"),
    )
    assert main(["--watch", "--select=placeholder", "--lang=zh", "-f", "concise"]) == 130
    printed = capsys.readouterr()
    assert printed.out.count("占位") == 1
    assert printed.out.count("没有发现问题") == 2
    assert "rulez" in printed.err
    assert printed.err.count("等文件改动") == 4


def test_what_it_writes_is_no_change(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Session(monkeypatch, lambda: None, lambda: None)
    assert main(["--watch", "--isolated", "--lang=en", "-f", "markdown", "-o", "out.md"]) == 130
    assert capsys.readouterr().err.count("waiting") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["-"],
        ["--fix"],
        ["--rev=HEAD"],
        ["--from-ndjson=x"],
        ["--files-from0=x"],
        ["--patch=-"],
        ["--show-config=a.md"],
        ["nowhere.md"],
        ["ruls"],
        ["--since=HEAD", "--patch=x"],
    ],
)
def test_what_is_not_watched(
    arguments: list[str], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--watch", "--lang=en", *arguments]) == 2
    assert "waiting" not in capsys.readouterr().err
