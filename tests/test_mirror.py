"""Tests mirror the source: a module of weight has a test file of its own,
`tests/ROOM/test_MODULE.py`."""

from __future__ import annotations

from pathlib import Path

import reportlint

PACKAGE = Path(reportlint.__file__).parent
TESTS = Path(__file__).parent
HEAVY = 60  # lines; a shorter module is seen to by the tests of those that use it


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
