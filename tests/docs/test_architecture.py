"""The architecture page lists what exists: every module, every room and its imports, and short
journeys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportlint
from test_architecture import PURE, ROOMS

PACKAGE = Path(reportlint.__file__).parent
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
EVERYWHERE = {
    "core",
    "_startup",
    "__init__",
    "finding",
    "linter",
}  # may be imported by all, and are not said

# Modules that the page names and that are still to come.
NOT_YET: set[str] = set()


def rooms() -> dict[str, tuple[str, str]]:
    """The rows of the table of rooms, from the top down: contents and imports."""
    table = PAGE.split("## The rooms")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", table, re.M)
    return {room: (contents, imports) for room, contents, imports in rows}


PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_module_named_is_there(page: Path) -> None:
    if page.name in ("CHANGELOG.md", "accuracy.md"):
        pytest.skip("it speaks of the past, or of programs that are no part of this repository")
    named = re.findall(r"`(?:src/reportlint/)?((?:[a-z_]+/)*[a-z_]+\.py)`", page.read_text("utf-8"))
    places = (PACKAGE, ROOT, ROOT / "tests", ROOT / "tools")
    missing = {name for name in named if not any((place / name).exists() for place in places)}
    assert missing - NOT_YET == set()


def test_what_is_still_to_come_is_not_there() -> None:
    existing = {name for name in NOT_YET if (PACKAGE / name).exists()}
    assert existing == set(), "take them out of NOT_YET"


def test_every_room_is_described() -> None:
    existing = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(rooms()) == existing


def test_what_a_room_may_import_is_what_the_test_of_imports_holds() -> None:
    order = list(rooms())
    assert len(order) > 15
    for room, (_, documented) in rooms().items():
        allowed = ROOMS[room].rooms - EVERYWHERE
        below = set(order[order.index(room) + 1 :])
        assert allowed <= below, f"{room} imports from below only"
        if documented == "all below":
            assert below - allowed - EVERYWHERE <= {"docx", "ordinals", "patterns"}
        elif documented in ("–", "core only"):
            assert allowed == set()
        else:
            assert set(documented.split(", ")) == allowed, room


def test_the_pure_rooms_are_named() -> None:
    match = re.search(r"Pure rooms \((.+?)\)", PAGE)
    assert match
    assert set(re.findall(r"`(\w+)`", match[1])) == set(PURE)


def test_a_journey_has_at_most_twelve_stations() -> None:
    journeys = re.findall(r"^## The journey of .+?(?=^## )", PAGE, re.M | re.S)
    assert len(journeys) == 3
    for journey in journeys:
        assert 5 <= len(re.findall(r"^\d+\. ", journey, re.M)) <= 12


def test_it_is_read_in_ten_minutes() -> None:
    assert len(re.findall(r"\w+", PAGE)) < 2400
