"""Tests mirror the source: a module of weight has a test file of its own,
`tests/ROOM/test_MODULE.py`.

Those that have none yet stand in `without_tests.txt`, which may only shrink: `pytest
tests/test_mirror.py --update` takes out what is no longer true, and puts nothing in.
"""

from __future__ import annotations

from pathlib import Path

import reportlint

PACKAGE = Path(reportlint.__file__).parent
TESTS = Path(__file__).parent
LIST = TESTS / "without_tests.txt"
HEAVY = 60  # lines; a shorter module is seen to by the tests of those that use it


def without_tests() -> set[str]:
    """The modules of weight that no test file is named after, as `room/module`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        room = path.parent.relative_to(PACKAGE).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        mirror = TESTS / room / f"test_{path.stem.lstrip('_')}.py"
        if lines > HEAVY and path.name != "__init__.py" and not mirror.exists():
            found.add(f"{room}/{path.stem}")
    return found


def test_a_module_of_weight_has_a_test_file_of_its_own(update: bool) -> None:
    known = set(LIST.read_text(encoding="utf-8").split())
    missing = without_tests()
    if update:
        known &= missing
        LIST.write_text("".join(f"{name}\n" for name in sorted(known)), encoding="utf-8")
    assert sorted(missing - known) == [], "write a test file for these"
    assert sorted(known - missing) == [], "these are mirrored now: pytest --update"
