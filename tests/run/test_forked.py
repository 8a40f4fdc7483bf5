"""Work shared among forked processes is done in order and once, even if a process dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import reportlint
from reportlint.run.forked import forked

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="where processes are forked")

ITEMS = [f"item {number}" for number in range(200)]
HERE = os.getpid()


def answer(item: str) -> str:
    return f"answer to {item}, 述职"


def kill_this() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def once(mark: Path, then: Callable[[], None]) -> None:
    """Call `then` in the first process that comes here."""
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    then()


@pytest.mark.parametrize("items", [ITEMS, ITEMS[:3], ITEMS[:1], [], ITEMS * 30])
@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_in_order_and_each_once(items: list[str], jobs: int) -> None:
    assert list(forked(items, answer, jobs)) == list(map(answer, items))


def test_what_raises_is_seen_here() -> None:
    def work(item: str) -> str:
        if item == ITEMS[17]:
            raise ValueError(item)
        return answer(item)

    made = forked(ITEMS, work, 2)
    assert [next(made) for _ in range(17)] == list(map(answer, ITEMS[:17]))
    with pytest.raises(ValueError, match="item 17"):
        next(made)


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("victim", [0, 17, 199])
def test_one_killed_in_the_run_is_replaced(tmp_path: Path, jobs: int, victim: int) -> None:
    def work(item: str) -> str:
        if item == ITEMS[victim]:
            once(tmp_path / "killed", kill_this)
        return answer(item)

    assert list(forked(ITEMS, work, jobs)) == list(map(answer, ITEMS))
    assert (tmp_path / "killed").exists()


def test_an_item_that_every_process_dies_of_is_done_here() -> None:
    def work(item: str) -> str:
        if item in (ITEMS[3], ITEMS[4], ITEMS[150]) and os.getpid() != HERE:
            kill_this()
        return answer(item)

    assert list(forked(ITEMS, work, 2)) == list(map(answer, ITEMS))


def test_all_items_are_such() -> None:
    def work(item: str) -> str:
        if os.getpid() != HERE:
            kill_this()
        return answer(item)

    assert list(forked(ITEMS[:20], work, 2)) == list(map(answer, ITEMS[:20]))


def test_one_that_dies_before_it_says_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process took a task and died before it reported that. What is missing at the end is done
    then."""
    module = sys.modules["reportlint.run.forked"]
    write = module._write  # type: ignore[attr-defined]

    def dying(pipe: int, data: bytes) -> None:
        once(tmp_path / "killed", kill_this)
        write(pipe, data)

    monkeypatch.setattr(module, "_write", dying)
    assert list(forked(ITEMS, answer, 2)) == list(map(answer, ITEMS))
    (tmp_path / "killed").unlink()
    assert list(forked(ITEMS, answer, 1)) == list(map(answer, ITEMS))


def test_all_die_before_they_say_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["reportlint.run.forked"]
    monkeypatch.setattr(module, "_write", lambda pipe, data: kill_this())
    assert list(forked(ITEMS[:30], answer, 3)) == list(map(answer, ITEMS[:30]))


def test_killed_from_outside(tmp_path: Path) -> None:
    """The working process is killed while the answers arrive."""
    seen = tmp_path / "pids"

    def work(item: str) -> str:
        with seen.open("a") as stream:
            stream.write(f"{os.getpid()}\n")
        time.sleep(0.002)
        return answer(item)

    answers = []
    for number, result in enumerate(forked(ITEMS, work, 2)):
        answers.append(result)
        if number in (20, 60, 100):
            latest = int(seen.read_text().split()[-1])
            if latest != HERE:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(latest, signal.SIGKILL)
    assert answers == list(map(answer, ITEMS))


def test_nothing_is_left_of_them() -> None:
    made = forked(ITEMS, answer, 3)
    next(made)
    before = len(os.listdir("/dev/fd")) if os.path.isdir("/dev/fd") else 0
    made.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    if before:
        assert len(os.listdir("/dev/fd")) < before


LONG = """\
import os, time
from reportlint.run.forked import forked

def work(item):
    time.sleep(0.01)
    return item

for number, answer in enumerate(forked([str(number) for number in range(100_000)], work, 2)):
    if number == 5:
        print(flush=True)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_no_process_outlives_the_first_whatever_ends_it(name: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    running = subprocess.Popen(
        [sys.executable, "-c", LONG],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert running.stdout is not None
    running.stdout.readline()
    number = getattr(signal, name)
    os.kill(running.pid, number)
    running.communicate(timeout=30)
    assert running.returncode == -number
    end = time.monotonic() + 30
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(running.pid, 0)
            time.sleep(0.02)
        raise AssertionError("a process is left")
