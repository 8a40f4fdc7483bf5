"""The architecture: which room may import which, what a room may access, and limits on size."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import reportlint
from support.complexity import functions

PACKAGE = Path(reportlint.__file__).parent


class Room(NamedTuple):
    """What the modules of one room may import."""

    rooms: frozenset[str]
    packages: frozenset[str] = frozenset()


def _room(rooms: str, packages: str = "") -> Room:
    return Room(frozenset(rooms.split()), frozenset(packages.split()))


# Imports run downward only. A room always sees itself.
_TEXT = "_startup core patterns ordinals text structure"
_RULES = f"{_TEXT} kinds config suppression lint"
ROOMS = {
    "__init__": _room(""),
    "_startup": _room("", "regex"),
    "core": _room("_startup"),
    "patterns": _room("_startup core", "ahocorasick_rs regex"),
    "ordinals": _room("_startup core patterns", "regex"),
    "docx": _room("_startup core"),
    "text": _room("_startup core docx patterns ordinals", "pyromark"),
    "structure": _room("_startup core patterns ordinals text", "regex"),
    "kinds": _room(_TEXT, "regex"),
    "cache": _room("_startup core files"),
    "files": _room("_startup core docx"),
    "config": _room("__init__ _startup core cache patterns kinds", "ruamel regex"),
    "suppression": _room("_startup core cache files text structure kinds config"),
    "lint": _room("_startup core patterns text structure kinds suppression"),
    "baseline": _room("_startup core files config"),
    "changes": _room("_startup core files kinds suppression"),
    "scaffold": _room("_startup core docx kinds ordinals patterns text structure"),
    "output": _room("__init__ _startup core"),
    "run": _room(f"__init__ {_RULES} cache docx files baseline changes scaffold output", "rensa"),
    "cli": _room(
        "__init__ _startup assistant core editor engines files config linter output run web",
        "click",
    ),
    "finding": _room("_startup core"),
    "linter": _room(f"__init__ {_RULES} cache files finding run scaffold"),
    "assistant": _room("__init__ core finding linter run", "mcp"),
    "engines": _room("_startup files finding linter", "dask duckdb pyarrow pyspark"),
    "editor": _room(
        "__init__ _startup core config finding linter run structure", "pygls lsprotocol"
    ),
    "web": _room(
        "__init__ _startup core files finding linter run scaffold structure",
        "starlette uvicorn anyio",
    ),
    "__main__": _room("__init__ _startup cli"),
}

# Rooms that take values and give values: no printing, no disk, no leaving.
PURE = ("core", "docx", "patterns", "ordinals", "text", "structure", "kinds", "lint", "output")
IMPURE_CALLS = {"print", "open", "input", "exit", "quit", "breakpoint", "exec", "eval"}
IMPURE_METHODS = {
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "unlink",
    "mkdir",
    "iterdir",
    "rglob",
}
IMPURE_MODULES = {
    "os",
    "sys",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "subprocess",
    "socket",
    "logging",
    "locale",
    "glob",
}

IN_MEMORY = {"docx.package": {"io"}}  # streams over bytes, no files

# Start-up time is spent at every commit: what `reportlint --help` needs none of is imported where
# it is used.
HEAVY = {
    "asyncio",
    "concurrent.futures",
    "dataclasses",
    "email",
    "hashlib",
    "importlib.metadata",
    "json",
    "logging",
    "multiprocessing",
    "pyromark",
    "ruamel",
    "ruamel.yaml",
    "shutil",
    "subprocess",
    "tempfile",
    "tomllib",
    "unittest",
    "urllib.request",
    "xml.parsers.expat",
    "xml.sax",
    "zipfile",
}

LINES_OF_A_MODULE = 400  # aim at 250
LINES_OF_A_FUNCTION = 50  # aim at 40
# Decisions of a function, counted as `support/complexity.py` says; a linter's count leaves out `and`, `or` and
# comprehensions.
COMPLEXITY = 12
# Functions that may have more, each with the reason that its docstring gives too.
MORE_COMPLEX: dict[str, str] = {}


@cache
def modules() -> dict[str, Path]:
    """The path of every module of the package, by dotted name below `reportlint`; a package has the
    name of its folder."""
    by_name = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        by_name[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = (
            path
        )
    return by_name


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def room_of(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def _absolute(name: str, node: ast.ImportFrom) -> str:
    assert node.level == 0, f"{name}:{node.lineno}: imports are absolute"
    return node.module or ""


def imports(name: str) -> Iterator[tuple[str, int]]:
    """Each imported module as (dotted name, line), at any place in the module."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                is_module = inner.removeprefix("reportlint.") in modules()
                yield (inner if base.startswith("reportlint") and is_module else base), node.lineno


def internal(target: str) -> str:
    """The name in `modules()` of an imported module of this package; "" for any other module."""
    if target == "reportlint":
        return "__init__"
    return target.removeprefix("reportlint.") if target.startswith("reportlint.") else ""


def names(of: tuple[str, ...] = ()) -> list[str]:
    return [name for name in modules() if not of or room_of(name) in of]


def test_every_room_is_known() -> None:
    assert {room_of(name) for name in modules()} <= set(ROOMS), (
        "a new room is told to ROOMS and to docs/architecture.md"
    )


@pytest.mark.parametrize("name", names())
def test_imports_run_downward(name: str) -> None:
    room = room_of(name)
    wrong = [
        f"line {line}: {room} may not import {target}"
        for target, line in imports(name)
        if internal(target) and room_of(internal(target)) not in ROOMS[room].rooms | {room}
    ]
    assert not wrong


@pytest.mark.parametrize("name", names())
def test_a_room_uses_only_its_packages(name: str) -> None:
    room = room_of(name)
    wrong = [
        f"line {line}: {room} may not import {target}"
        for target, line in imports(name)
        if not internal(target)
        and (package := target.split(".", maxsplit=1)[0]) not in sys.stdlib_module_names
        and package not in ROOMS[room].packages
    ]
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {
        name: {internal(target) for target, _ in imports(name)} & modules().keys()
        for name in modules()
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path[path.index(name) :], name))
        if name in done:
            return
        for target in sorted(graph[name] - {name}):
            visit(target, (*path, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("name", names(PURE))
def test_a_pure_room_touches_nothing(name: str) -> None:
    wrong = [
        f"line {line}: import {target}"
        for target, line in imports(name)
        if target.split(".")[0] in IMPURE_MODULES - IN_MEMORY.get(name, set())
    ]
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            wrong.append(f"line {node.lineno}: {node.func.id}()")
        elif isinstance(node.func, ast.Attribute) and node.func.attr in IMPURE_METHODS:
            wrong.append(f"line {node.lineno}: .{node.func.attr}()")
    assert not wrong


def test_only_the_command_line_prints_and_exits() -> None:
    wrong = []
    for name in names():
        if room_of(name) in ("cli", "__main__") or name == "_startup.leave":
            continue
        for node in ast.walk(tree(name)):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("print", "exit", "quit"):
                wrong.append(f"{name}:{called.lineno}: {called.id}()")
            if isinstance(called, ast.Attribute) and ast.unparse(called) in (
                "sys.exit",
                "os._exit",
                "sys.stdout.write",
            ):
                wrong.append(f"{name}:{called.lineno}: {ast.unparse(called)}()")
    assert not wrong


@pytest.mark.parametrize("name", names())
def test_nothing_grows_too_long(name: str) -> None:
    lines = len(modules()[name].read_text(encoding="utf-8").splitlines())
    assert lines <= LINES_OF_A_MODULE, f"{lines} lines: a room that needs more is two rooms"
    long = [
        f"{function.name}: {function.lines} lines"
        for function in functions(tree(name))
        if function.lines > LINES_OF_A_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("name", names())
def test_no_function_decides_too_much(name: str) -> None:
    wrong = [
        f"{function.name}: {function.complexity}"
        for function in functions(tree(name))
        if function.complexity > COMPLEXITY and f"{name}.{function.name}" not in MORE_COMPLEX
    ]
    assert not wrong, "a table, a value or a guard of its own says it better"


def test_the_exceptions_of_complexity_are_true() -> None:
    measured = {
        f"{name}.{function.name}": function
        for name in names()
        for function in functions(tree(name))
    }
    for qualified, reason in MORE_COMPLEX.items():
        assert measured[qualified].complexity > COMPLEXITY, f"{qualified} needs no exception now"
        assert reason in " ".join(measured[qualified].docstring.split())


def _loaded_by(code: str) -> set[str]:
    code = f"import sys; {code}; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.split())


def test_starting_up_imports_nothing_heavy() -> None:
    assert (_loaded_by("import reportlint.__main__") - _loaded_by("pass")) & HEAVY == set()


# What a check of one plain text with everything in the cache may load besides the rooms themselves.
NOT_FOR_ONE_FILE = HEAVY | {
    "click",
    "argparse",
    "inspect",
    "typing",
    "contextlib",
    "importlib",
    "warnings",
    "fnmatch",
}
NOT_FOR_ONE_FILE |= {
    f"reportlint.{name}"
    for name in """cli.fixes cli.parameters cli.stream cli.show_config cli.group suppression.apply suppression.unused changes.narrow changes.file_change
    changes.patch baseline.entries baseline.record lint.timing config.config_file config.loader config.rule_file config.type_file config.yaml
    config.toml config.checker config.problems baseline.file output.excerpt output.width text.docx text.markdown text.rest patterns.literals
    run.many run.word files.word docx.reader docx.values docx.package docx.errors""".split()
}


def test_checking_one_file_imports_little(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("工作记录\n今年做了两件事。一是修路。二是架桥。\n", encoding="utf-8")
    run = f"from reportlint.cli.main import main; sys.stdout = sys.stderr; main(['check', {str(text)!r}]); sys.stdout = sys.__stdout__"
    _loaded_by(run)  # fills the cache
    assert (_loaded_by(run) - _loaded_by("pass")) & NOT_FOR_ONE_FILE == set()


def test_checking_a_few_files_opens_no_database(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{number}.txt") for number in range(3)]
    for path in paths:
        Path(path).write_text("工作记录\n今年修路。\n", encoding="utf-8")
    run = f"from reportlint.cli.main import main; sys.stdout = sys.stderr; main({paths!r}); sys.stdout = sys.__stdout__"
    loaded = _loaded_by(run)
    assert "reportlint.run.many" in loaded
    database = {"sqlite3", "_sqlite3", "reportlint.cache.rows", "reportlint.run.results"}
    assert loaded & database == set()


def test_what_is_said_of_findings_reads_no_configuration(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("工作记录\n今年走访XX户。一是修路。三是架桥。\n", encoding="utf-8")
    run = f"from reportlint.cli.main import main; sys.stdout = sys.stderr; main(['check', {str(text)!r}]); sys.stdout = sys.__stdout__"
    _loaded_by(run)  # fills the cache
    read = {name for name in NOT_FOR_ONE_FILE if name.startswith("reportlint.config.")}
    assert (_loaded_by(run) - _loaded_by("pass")) & read == set()


def test_looking_at_unchanged_files_imports_less(tmp_path: Path) -> None:
    for number in range(15):
        (tmp_path / f"{number}.txt").write_text(
            "工作记录\n今年做了两件事。一是修路。二是架桥。\n", encoding="utf-8"
        )
    run = f"from reportlint.cli.main import main; sys.stdout = sys.stderr; main([{str(tmp_path)!r}]); sys.stdout = sys.__stdout__"
    _loaded_by(run)  # fills the cache
    unwanted = NOT_FOR_ONE_FILE - {"reportlint.run.many", "reportlint.cli.stream"} | {
        "json",
        "regex",
        "re",
    }
    unwanted |= {
        f"reportlint.{name}" for name in ("lint.check", "patterns.rule_pattern", "text.parse")
    }
    assert (_loaded_by(run) - _loaded_by("pass")) & unwanted == set()
