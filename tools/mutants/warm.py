"""Collect the tests once, and try each mutant in a process forked from there.

The forked process replaces the code of one function and runs the tests that reach the changed line,
fastest first, until one fails. A mutant of code that runs at import needs a separate process.
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
# the time limit of a mutant: so many times the time of its tests, plus so many seconds
_FACTOR, _LEAST = 4, 10


class Reach(NamedTuple):
    """What one test reaches: seconds of processor time, and the lines of each module, by path."""

    seconds: float
    lines: Mapping[str, frozenset[int]]


class Outcome(NamedTuple):
    """The result for a mutant of a module (such as `structure/search`): whether a test killed it,
    and how many tests reach its line."""

    module: str
    mutant: Mutant
    killed: bool
    tests: int


class Warm:
    """A pytest plugin that tries mutants instead of running the tests."""

    def __init__(
        self,
        source: Path,
        modules: Sequence[str],
        drawn: Sequence[tuple[str, Mutant]],
        end: float,
        cold: Callable[[str, Mutant], bool],
        report: Callable[[Outcome], None],
    ) -> None:
        """`modules` are paths below `source` without `.py`, and `drawn` are mutants of them. Trying
        stops at `end` (of `time.monotonic`). `cold` tries a mutant of code that runs at import;
        `report` is called with each outcome."""
        self._paths = {str(source / f"{module}.py"): module for module in modules}
        self._drawn = drawn
        self._at_import = _imported(self._paths)
        self._end = end
        self._cold = cold
        self._report = report
        self.complaint = ""

    def pytest_collection_finish(self) -> None:
        """Import modules that are otherwise imported late, before the first fork."""
        for module in self._paths.values():
            importlib.import_module("reportlint." + module.replace("/", "."))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the mutants. True, so that pytest does not run the tests."""
        if session.testsfailed:
            self.complaint = "the tests cannot be collected"
            return True
        answer = _in_fork(lambda: _reaches(session.items, sorted(self._paths)))
        if not isinstance(answer, tuple):
            self.complaint = f"the tests fail without a mutant: {answer}"
            return True
        reaches, modules = answer
        for name in modules:  # import once what the tests import late
            importlib.import_module(name)
        of_module = {module: path for path, module in self._paths.items()}
        for module, mutant in self._drawn:
            if time.monotonic() >= self._end:
                break
            path = of_module[module]
            self._report(self._tried(session, reaches, path, mutant))
        return True

    def _tried(
        self,
        session: pytest.Session,
        reaches: list[Reach],
        path: str,
        mutant: Mutant,
    ) -> Outcome:
        """Try a mutant of the module at `path`."""
        module = self._paths[path]
        code = changed_code(Path(path).read_text("utf-8"), path, mutant)
        functions = _functions(path, mutant)
        # code that runs at import, or with other free variables: it cannot replace the old code
        runs_at_import = mutant.function is None or mutant.line in self._at_import.get(path, ())
        is_other = any(function.__code__.co_freevars != code.co_freevars for function in functions)
        if runs_at_import or is_other or not functions:
            return Outcome(module, mutant, self._cold(module, mutant), len(reaches))
        lines = set(range(mutant.line, mutant.line + 1))
        positions = [
            at for at, reach in enumerate(reaches) if lines & reach.lines.get(path, frozenset())
        ]
        if not positions:  # part of a statement that starts on an earlier line
            within = set(range(code.co_firstlineno + 1, mutant.line + 1))
            positions = [
                at
                for at, reach in enumerate(reaches)
                if within & reach.lines.get(path, frozenset())
            ]
        positions.sort(key=lambda at: reaches[at].seconds)
        items = [session.items[at] for at in positions]
        limit = _LEAST + _FACTOR * sum(reaches[at].seconds for at in positions)

        def attempt() -> str:
            for function in functions:
                function.__code__ = code
            return _first_failure(items)

        return Outcome(module, mutant, _in_fork(attempt, limit) != "", len(items))


def _imported(paths: Mapping[str, str]) -> dict[str, frozenset[int]]:
    """The lines of each module that run at import, including those in functions that are called
    then; by path."""
    names = ["reportlint." + module.replace("/", ".") for module in paths.values()]
    command = [sys.executable, "-c", _MEASURE, json.dumps([list(paths), names])]
    completed = subprocess.run(command, check=True, capture_output=True, text=True)
    return {path: frozenset(lines) for path, lines in json.loads(completed.stdout).items()}


def _functions(path: str, mutant: Mutant) -> list[FunctionType]:
    """All live functions with the code that the mutant changes; empty for code that runs at
    import."""

    def is_wanted(code: CodeType) -> bool:
        return (code.co_filename, code.co_qualname, code.co_firstlineno) == (
            path,
            mutant.function,
            mutant.first_line,
        )

    return [
        item for item in gc.get_objects() if type(item) is FunctionType and is_wanted(item.__code__)
    ]


def _first_failure(items: Sequence[pytest.Item]) -> str:
    """The id of the first test that fails; "" if all pass."""
    for item, following in zip(items, [*items, None][1:], strict=True):
        if _fails(item, following):
            return item.nodeid
    return ""


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test fails."""
    from _pytest.runner import runtestprotocol

    with redirect_stdout(io.StringIO()):
        reports = runtestprotocol(item, nextitem=following, log=False)
    return any(report.failed for report in reports)


def _reaches(items: Sequence[pytest.Item], paths: list[str]) -> tuple[list[Reach], list[str]] | str:
    """What each test reaches, and the modules of reportlint that the tests import; if a test fails,
    only its id."""
    import coverage

    reaches: list[Reach] = []
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
        reaches.append(Reach(time.process_time() - started, lines))
    return reaches, sorted(name for name in sys.modules if name.split(".")[0] == "reportlint")


def _in_fork(work: Callable[[], object], limit: float = 3600) -> object:
    """The result of `work` in a forked process; None if the process fails or takes more than
    `limit` seconds of processor time."""
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
            signal.alarm(
                int(limit) * 60
            )  # for tests that wait for ever; long, as the machine may be busy
            answer = pickle.dumps(work())
            with os.fdopen(write, "wb") as stream:
                stream.write(answer)
            status = 0
        except Exception:  # noqa: BLE001 - printed, and treated as a failure
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(answer) if answer else None  # written by our own process
