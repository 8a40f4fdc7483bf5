"""The threat model in docs/security.md: each of its lines has a test, and the lines about server
and tools have theirs here.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import reportlint

ROOT = Path(__file__).parents[1]
PACKAGE = Path(reportlint.__file__).parent
LINES = re.findall(
    r"^\| (?!attack \||---).*\|$", (ROOT / "docs/security.md").read_text(encoding="utf-8"), re.M
)
NETWORK = set("socket ssl http ftplib smtplib socketserver xmlrpc urllib.request".split())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("|")[1].strip()[:40])
def test_each_line_of_the_threat_model_has_its_test(line: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", line)
    assert named
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), test


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_only_the_page_opens_a_socket() -> None:
    speaking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(name in NETWORK or name.split(".")[0] in NETWORK for name in _imported(path))
    }
    assert speaking == {"web/serve.py"}


# Modules that may run programs, and those that may open files for writing.
RUNS_GIT = {"files/git.py"}
WRITES = {
    "files/atomic.py": "the one place that does",
    "cache/rows.py": "the file that SQLite opens itself, made without following a link",
    "cli/options.py": "the null device",
    "_startup/shipped_file.py": "a wheel while it is built",
}
STARTS = re.compile(r"subprocess|pty|os\.(system|popen|exec\w*|spawn\w*|posix_spawn\w*|startfile)")
CHANGES = re.compile(
    r"os\.(O_WRONLY|O_RDWR|O_CREAT|O_APPEND|replace|rename|renames|link|symlink|truncate)"
    r"|\w+\.(write_text|write_bytes)|(shutil|tempfile)\.\w+"
)


def _named(path: Path) -> set[str]:
    """The imported modules, and the dotted names that are used."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    dotted = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return _imported(path) | dotted


def _opened_for_writing(path: Path) -> bool:
    """Whether a call of `open` has a mode that writes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "open":
            given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "mode")]
            modes = [mode.value for mode in given if isinstance(mode, ast.Constant)]
            if any(set("wax+") & set(str(mode)) for mode in modes):
                return True
    return False


def _modules(has: Callable[[Path], bool]) -> set[str]:
    return {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if has(path)}


def test_one_module_runs_programs() -> None:
    assert _modules(lambda path: any(map(STARTS.fullmatch, _named(path)))) == RUNS_GIT


def test_one_module_opens_files_for_writing() -> None:
    writing = _modules(
        lambda path: any(map(CHANGES.fullmatch, _named(path))) or _opened_for_writing(path)
    )
    assert writing == set(WRITES)


def test_the_tools_open_no_file_that_they_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("mcp", reason="the extra `assistant` is not installed")
    import anyio
    from mcp.client import Client

    from reportlint.assistant.server import make

    monkeypatch.chdir(tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_text("取缔场所XX家。\n", encoding="utf-8")
    opened: list[str] = []
    watching = True
    sys.addaudithook(
        lambda event, arguments: (
            opened.append(str(arguments[0])) if watching and event == "open" else None
        )
    )

    async def ask() -> str:
        async with Client(make("zh")) as client:
            told = {"text": "情况如常。\n", "path": str(secret)}
            answers = [await client.call_tool(tool, told) for tool in ("check", "fix")]
            return str(answers)

    answers = anyio.run(ask)
    watching = False
    assert "没有发现问题" in answers
    assert not [path for path in opened if path.endswith("secret.txt")]
    assert secret.read_text(encoding="utf-8") == "取缔场所XX家。\n"
