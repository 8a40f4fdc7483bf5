"""Tests mirror the source: a module of weight has a test file of its own,
`tests/ROOM/test_MODULE.py`, and a further file about it is called `test_MODULE_ASPECT.py`. Any
other name is that of something that many modules of the room do together."""

from __future__ import annotations

import ast
from pathlib import Path

import reportlint

PACKAGE = Path(reportlint.__file__).parent
TESTS = Path(__file__).parent
HEAVY = 60  # lines; a shorter module is seen to by the tests of those that use it
# A test that imports only one of these is about the whole room: they call the other modules.
FACES = frozenset({"cli/main", "lint/check", "output/formats", "run/check", "scaffold/new"})


def without_tests(package: Path, tests: Path) -> list[str]:
    """The modules of weight that no test file is named after, as `room/module`."""
    missing = []
    for path in package.rglob("*.py"):
        room = path.parent.relative_to(package).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        mirror = tests / room / f"test_{path.stem.lstrip('_')}.py"
        if lines > HEAVY and path.name != "__init__.py" and not mirror.exists():
            missing.append(f"{room}/{path.stem}")
    return sorted(missing)


def test_a_module_of_weight_has_a_test_file_of_its_own() -> None:
    assert without_tests(PACKAGE, TESTS) == []


def test_a_module_without_one_is_named(tmp_path: Path) -> None:
    for name, lines in (
        ("src/kinds/light.py", HEAVY),
        ("src/kinds/__init__.py", HEAVY + 1),
        ("src/kinds/_tested.py", HEAVY + 1),
        ("src/kinds/heavy.py", HEAVY + 1),
        ("tests/kinds/test_tested.py", 1),
        ("tests/lint/test_heavy.py", 1),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("\n" * lines, encoding="utf-8")
    assert without_tests(tmp_path / "src", tmp_path / "tests") == ["kinds/heavy"]


def misnamed(package: Path, tests: Path) -> list[str]:
    """The test files that import one module of their room and are named after none, as
    `room/test_name: module`."""
    wrong = []
    for path in sorted(tests.glob("*/test_*.py")):
        room, name = path.parent.name, path.stem.removeprefix("test_")
        modules = {module.stem.lstrip("_") for module in (package / room).glob("*.py")}
        if any(name == module or name.startswith(f"{module}_") for module in modules):
            continue
        imported = _imported(path, room) & modules
        if len(imported) == 1 and f"{room}/{min(imported)}" not in FACES:
            wrong.append(f"{room}/{path.stem}: {min(imported)}")
    return wrong


def _imported(path: Path, room: str) -> set[str]:
    """The last parts of the names that a test file imports from a room."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == f"reportlint.{room}":
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            before, _, module = (node.module or "").rpartition(".")
            names.update({module} if before == f"reportlint.{room}" else ())
    return names


def test_a_test_of_one_module_is_named_after_it() -> None:
    assert misnamed(PACKAGE, TESTS) == []


def test_a_misnamed_test_is_found(tmp_path: Path) -> None:
    for name, text in (
        ("src/kinds/count.py", ""),
        ("src/kinds/length.py", ""),
        ("src/run/check.py", ""),
        ("tests/kinds/test_count.py", "from reportlint.kinds.length import a"),
        ("tests/kinds/test_count_of_words.py", "from reportlint.kinds.length import a"),
        ("tests/kinds/test_both.py", "from reportlint.kinds import count, length"),
        ("tests/kinds/test_other_room.py", "from reportlint.run.check import check"),
        ("tests/run/test_face.py", "from reportlint.run.check import check"),
        ("tests/kinds/test_sizes.py", "from reportlint.kinds.length import a"),
        ("tests/kinds/test_whole.py", "from reportlint.kinds import length"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert misnamed(tmp_path / "src", tmp_path / "tests") == [
        "kinds/test_sizes: length",
        "kinds/test_whole: length",
    ]
