"""Work shared among forked processes.

`concurrent.futures` takes longer to be imported than twenty reports to be checked, so this is done with nothing but pipes. All
tasks lie in one pipe, from which each process takes the next when it is free; its answers come back through a pipe of its own.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from reportlint._startup.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

_MOST_TASKS = 1000  # of four bytes: they fit into the least that a pipe holds, so that they can be put there before anybody reads
_AT_ONCE = 1 << 16  # bytes


def forked(items: Sequence[str], work: Callable[[str], str], jobs: int) -> Iterator[str]:
    """What `work`, which must not give line breaks, makes of each item, in the order of the items.

    Where it raises, it is called once more in this process, so that the caller sees the error itself. A process that dies is
    a bug: RuntimeError names the item that it had in hand.
    """
    size = max(1, min(16, len(items) // (jobs * 8)), -(-len(items) // _MOST_TASKS))
    tasks, filled = os.pipe()
    os.write(filled, b"".join(at.to_bytes(4, "little") for at in range(0, len(items), size)))
    os.close(filled)
    workers: dict[int, _Worker] = {}
    watch = select.poll()
    try:
        for _ in range(jobs):
            worker = _start(items, work, size, tasks, list(workers))
            workers[worker.results] = worker
            watch.register(worker.results, select.POLLIN)
        answers: dict[int, str] = {}
        turn = 0
        while turn < len(items):
            for results, _ in watch.poll():
                if not workers[results].read(answers):
                    watch.unregister(results)
                    workers.pop(results).end()
            if turn not in answers and not workers:
                raise _died(items[turn])
            while turn in answers:
                answer = answers.pop(turn)
                yield answer or work(items[turn])
                turn += 1
    finally:
        os.close(tasks)
        for worker in workers.values():
            worker.end()


def _died(item: str) -> RuntimeError:
    return RuntimeError(f"a process died while it checked {item}")


class _Worker:
    """One process as the one that started it sees it."""

    def __init__(self, pid: int, results: int, items: Sequence[str], size: int) -> None:
        self.pid = pid
        self.results = results
        self._items = items
        self._size = size
        self._rest = b""  # the begin of a line
        self._left = 0  # of the items of its task
        self._next = 0

    def read(self, answers: dict[int, str]) -> bool:
        """Take in what it has said; False where it has nothing more to say. Raises RuntimeError where it has died."""
        said = os.read(self.results, _AT_ONCE)
        if not said:
            if self._left:
                raise _died(self._items[self._next])
            return False
        *lines, self._rest = (self._rest + said).split(b"\n")
        for line in lines:
            if self._left:
                answers[self._next] = line.decode("utf-8", "surrogatepass")
                self._left -= 1
                self._next += 1
            else:
                self._next = int(line)
                self._left = min(self._size, len(self._items) - self._next)
        return True

    def end(self) -> None:
        """Let nothing be left of it, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.results)


def _start(
    items: Sequence[str], work: Callable[[str], str], size: int, tasks: int, others: Sequence[int]
) -> _Worker:
    results, answers = os.pipe()
    pid = os.fork()
    if not pid:
        _live(items, work, size, tasks, answers, (results, *others))
    os.close(answers)
    return _Worker(pid, results, items, size)


def _live(
    items: Sequence[str],
    work: Callable[[str], str],
    size: int,
    tasks: int,
    answers: int,
    others: Sequence[int],
) -> NoReturn:
    """All that a forked process does."""
    try:
        signal.signal(
            signal.SIGINT, signal.SIG_IGN
        )  # Ctrl-C is the business of the one that started it
        for other in others:  # else nobody would notice that the one who reads has gone
            os.close(other)
        _serve(items, work, size, tasks, answers)
    finally:
        os.close(answers)
        while True:  # not a moment later: whatever is to be done at the end is done by the one that has started it
            os.kill(os.getpid(), signal.SIGKILL)


def _serve(
    items: Sequence[str], work: Callable[[str], str], size: int, tasks: int, answers: int
) -> None:
    """Take tasks until there are none; say of each where it begins, then one line for each item."""
    while task := os.read(tasks, 4):
        first = int.from_bytes(task, "little")
        _write(answers, f"{first}\n".encode())
        for item in items[first : first + size]:
            try:
                answer = work(item)
            except Exception:  # noqa: BLE001 - whatever it is, the other process will meet it too
                answer = ""
            _write(answers, answer.encode("utf-8", "surrogatepass") + b"\n")


def _write(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]
