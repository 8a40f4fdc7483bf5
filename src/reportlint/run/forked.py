"""Work shared among forked processes.

Importing `concurrent.futures` takes longer than checking twenty reports, so this uses only pipes.
All tasks are in one pipe, from which each process takes the next when it is free; its answers come
back through a pipe of its own.
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

# of four bytes each: they fit into the smallest pipe buffer, so they can be written before anything
# reads
_MOST_TASKS = 1000
_AT_ONCE = 1 << 16  # bytes


def forked(items: Sequence[str], work: Callable[[str], str], jobs: int) -> Iterator[str]:
    """The result of `work` for each item, in the order of the items. A result must not contain line
    breaks.

    If `work` raises, it is called again in this process, so that the caller gets the exception
    itself. A process that dies, for example killed by the system, is replaced: the item it was
    working on is retried by another process, and if that dies too, by this one.
    """
    crew = _Crew(items, work, jobs)
    try:
        for turn in range(len(items)):
            while turn not in crew.answers:
                crew.wait(turn)
            answer = crew.answers.pop(turn)
            yield answer or work(items[turn])
    finally:
        crew.end()


class _Crew:
    """The worker processes and their answers."""

    def __init__(self, items: Sequence[str], work: Callable[[str], str], jobs: int) -> None:
        self.answers: dict[int, str] = {}  # by item number; "": to be done by this process
        self._items = items
        self._work = work
        self._jobs = jobs
        self._workers: dict[int, _Worker] = {}  # by the pipe of their answers
        self._watch = select.poll()
        self._died: set[int] = set()  # items that a process was working on when it died
        self._turn = -1  # item whose answer was missing when all processes had ended
        size = max(1, min(16, len(items) // (jobs * 8)), -(-len(items) // _MOST_TASKS))
        self._tasks = _queue(range(0, len(items), size))
        for _ in range(jobs):
            self._start(size, self._tasks)

    def wait(self, turn: int) -> None:
        """Wait until a process writes something; the item `turn` and some after it have no answers
        yet."""
        if not self._workers:
            self._go_on(turn)
            return
        for results, _ in self._watch.poll():
            worker = self._workers[results]
            if not worker.read(self.answers):
                self._watch.unregister(results)
                self._workers.pop(results).end()
                if worker.left:
                    self._replace(worker.left)

    def end(self) -> None:
        """Kill all processes, whatever they are doing."""
        os.close(self._tasks)
        for worker in self._workers.values():
            worker.end()

    def _replace(self, left: Sequence[int]) -> None:
        """Start a process for the items `left` by one that died, the item it was working on
        first."""
        if left[0] in self._died:
            self.answers[left[0]] = ""
            left = left[1:]
        self._died.update(left[:1])
        if left:
            queue = _queue(left[:_MOST_TASKS])
            try:
                self._start(1, queue)
            finally:
                os.close(queue)

    def _go_on(self, turn: int) -> None:
        """Start new processes for the items without an answer: all have died, some with a task that
        they had not reported."""
        if turn == self._turn:
            self.answers[turn] = ""
            return
        self._turn = turn
        while os.read(self._tasks, _AT_ONCE):  # tasks not taken are among the missing items
            pass
        missing = [at for at in range(turn, len(self._items)) if at not in self.answers]
        os.close(self._tasks)
        self._tasks = _queue(missing[:_MOST_TASKS])
        for _ in range(min(self._jobs, len(missing))):
            self._start(1, self._tasks)

    def _start(self, size: int, tasks: int) -> None:
        worker = _start(self._items, self._work, size, tasks, list(self._workers))
        self._workers[worker.results] = worker
        self._watch.register(worker.results, select.POLLIN)


def _queue(tasks: Sequence[int]) -> int:
    """A pipe that holds the item numbers at which tasks begin."""
    queue, filled = os.pipe()
    os.write(filled, b"".join(at.to_bytes(4, "little") for at in tasks))
    os.close(filled)
    return queue


class _Worker:
    """One process, as seen by the parent."""

    def __init__(self, pid: int, results: int, items: Sequence[str], size: int) -> None:
        self.pid = pid
        self.results = results
        self.left: range = range(0)  # items of its task without an answer
        self._items = items
        self._size = size
        self._rest = b""  # an incomplete line

    def read(self, answers: dict[int, str]) -> bool:
        """Read available answers; False at the end of its output. If `left` is not empty then, the
        process has died."""
        data = os.read(self.results, _AT_ONCE)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if self.left:
                answers[self.left[0]] = line.decode("utf-8", "surrogatepass")
                self.left = self.left[1:]
            else:
                first = int(line)
                self.left = range(first, min(first + self._size, len(self._items)))
        return bool(data)

    def end(self) -> None:
        """Kill the process, whatever it is doing."""
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
    """The body of a forked process: take tasks and answer them."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl-C
        for other in others:  # otherwise a worker would not notice that the parent has gone
            os.close(other)
        _serve(items, work, size, tasks, answers)
    finally:
        os.close(answers)
        # killed at once: exit handlers must run in the parent only
        while True:
            os.kill(os.getpid(), signal.SIGKILL)


def _serve(
    items: Sequence[str], work: Callable[[str], str], size: int, tasks: int, answers: int
) -> None:
    """Process tasks until there are none; for each, write the number of its first item, then one
    line per item."""
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
