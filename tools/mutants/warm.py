"""The tests, collected once; each mutant is tried in a process forked from there.

In it the code of one function is put in place of another's, and those tests run which reach its
line, the quickest first, until one fails. A mutant of code that runs at import needs a process of
its own.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest
from tools.mutants.changes import Mutant, changed_code

_MEASURE = """
import coverage, importlib, json, sys
paths, names = json.loads(sys.argv[1])
measured = coverage.Coverage(data_file=None, include=paths, config_file=False)
measured.set_option("run:disable_warnings", ["no-data-collected", "module-not-measured"])
measured.start()
for name in names:
    importlib.import_module(name)
measured.stop()
data = measured.get_data()
print(json.dumps({path: data.lines(path) for path in data.measured_files()}))
"""
_FACTOR, _LEAST = 4, 10  # a mutant may take so many times what the tests took, and so many seconds


class Reach(NamedTuple):
    """What one test reaches: seconds of processor time, and the lines of each module (by its
    path).
    """

    seconds: float
    lines: Mapping[str, frozenset[int]]


class Outcome(NamedTuple):
    """Of one mutant of a module (`structure/search`): whether a test noticed it, and how many tests
    reach its line.
    """

    module: str
    mutant: Mutant
    noticed: bool
    tests: int


class Warm:
    """A plugin of pytest that tries mutants in place of running the tests."""

    def __init__(
        self,
        source: Path,
        modules: Sequence[str],
        drawn: Sequence[tuple[str, Mutant]],
        end: float,
        cold: Callable[[str, Mutant], bool],
        told: Callable[[Outcome], None],
    ) -> None:
        """`modules` are paths under `source` without `.py`; `drawn` are mutants of them."""
        self._paths = {str(source / f"{module}.py"): module for module in modules}
        self._drawn = drawn
        self._at_import = _imported(self._paths)
        self._end = end
        self._cold = cold
        self._told = told
        self.complaint = ""

    def pytest_collection_finish(self) -> None:
        """Modules that are imported late are there before the first fork."""
        for module in self._paths.values():
            importlib.import_module("reportlint." + module.replace("/", "."))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of pytest's own loop."""
        if session.testsfailed:
            self.complaint = "the tests cannot be collected"
            return True
        answer = _in_fork(lambda: _reaches(session.items, sorted(self._paths)))
        if not isinstance(answer, tuple):
            self.complaint = f"the tests fail without a mutant: {answer}"
            return True
        reaches, modules = answer
        for name in modules:  # what the tests import late is imported once
            importlib.import_module(name)
        of_module = {module: path for path, module in self._paths.items()}
        for module, mutant in self._drawn:
            if time.monotonic() >= self._end:
                break
            path = of_module[module]
            self._told(self._tried(session, reaches, path, mutant))
        return True

    def _tried(
        self,
        session: pytest.Session,
        reaches: list[Reach],
        path: str,
        mutant: Mutant,
    ) -> Outcome:
        module = self._paths[path]
        code = changed_code(Path(path).read_text("utf-8"), path, mutant)
        functions = _functions(path, mutant)
        # code that runs at import, or that uses another number of names of the function around it
        is_run_before = mutant.function is None or mutant.line in self._at_import.get(path, ())
        is_other = any(one.__code__.co_freevars != code.co_freevars for one in functions)
        if is_run_before or is_other or not functions:
            return Outcome(module, mutant, self._cold(module, mutant), len(reaches))
        lines = set(range(mutant.line, mutant.line + 1))
        numbers = [at for at, one in enumerate(reaches) if lines & one.lines.get(path, frozenset())]
        if not numbers:  # a part of a statement that begins further up
            within = set(range(code.co_firstlineno + 1, mutant.line + 1))
            numbers = [
                at for at, one in enumerate(reaches) if within & one.lines.get(path, frozenset())
            ]
        numbers.sort(key=lambda at: reaches[at].seconds)
        items = [session.items[at] for at in numbers]
        limit = _LEAST + _FACTOR * sum(reaches[at].seconds for at in numbers)

        def attempt() -> str:
            for function in functions:
                function.__code__ = code
            return _first_failure(items)

        return Outcome(module, mutant, _in_fork(attempt, limit) != "", len(items))


def _imported(paths: Mapping[str, str]) -> dict[str, frozenset[int]]:
    """The lines that run when the modules at `paths` are imported, those of functions among them
    that make the module's values."""
    names = ["reportlint." + module.replace("/", ".") for module in paths.values()]
    command = [sys.executable, "-c", _MEASURE, json.dumps([list(paths), names])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {path: frozenset(lines) for path, lines in json.loads(done.stdout).items()}


def _functions(path: str, mutant: Mutant) -> list[FunctionType]:
    """The functions, of all that are alive, that were made by the code in question; none for code
    that runs at import.
    """

    def is_it(code: CodeType) -> bool:
        return (code.co_filename, code.co_qualname, code.co_firstlineno) == (
            path,
            mutant.function,
            mutant.first_line,
        )

    return [one for one in gc.get_objects() if type(one) is FunctionType and is_it(one.__code__)]


def _first_failure(items: Sequence[pytest.Item]) -> str:
    """The first of the tests that fails; "" where all pass."""
    for item, following in zip(items, [*items, None][1:], strict=True):
        if _fails(item, following):
            return item.nodeid
    return ""


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    from _pytest.runner import runtestprotocol

    with redirect_stdout(io.StringIO()):
        reports = runtestprotocol(item, nextitem=following, log=False)
    return any(report.failed for report in reports)


def _reaches(items: Sequence[pytest.Item], paths: list[str]) -> tuple[list[Reach], list[str]] | str:
    """What each of the tests reaches, and the modules of ours that they import; the name of one
    that fails."""
    import coverage

    every: list[Reach] = []
    for item, following in zip(items, [*items, None][1:], strict=True):
        measured = coverage.Coverage(data_file=None, include=paths, config_file=False)
        measured.set_option("run:disable_warnings", ["no-data-collected", "module-not-measured"])
        started = time.process_time()
        measured.start()
        failed = _fails(item, following)
        measured.stop()
        if failed:
            return item.nodeid
        data = measured.get_data()
        lines = {path: frozenset(data.lines(path) or ()) for path in data.measured_files()}
        every.append(Reach(time.process_time() - started, lines))
    return every, sorted(name for name in sys.modules if name.split(".")[0] == "reportlint")


def _in_fork(work: Callable[[], object], limit: float = 3600) -> object:
    """What `work` returns in a process of its own; None where it ends early or takes more than
    `limit` s of processor time.
    """
    sys.stdout.flush()
    read, write = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(read)
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, 1)
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 5))
            signal.alarm(int(limit) * 60)  # for what waits for ever: a machine may be busy
            answer = pickle.dumps(work())
            with os.fdopen(write, "wb") as stream:
                stream.write(answer)
            status = 0
        except Exception:  # noqa: BLE001 - of whatever kind: told, and taken for a failure
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(answer) if answer else None  # of our own process
