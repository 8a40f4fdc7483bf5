"""Handbooks as packs: their examples pass, and their tables of demands agree with the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reportlint.core.request import Settings
from reportlint.run import examples

ROOT = Path(__file__).parents[1]
BUILT_IN = ("core", "zh-official", "en-engineering")
HANDBOOKS = sorted(path.parent for path in (ROOT / "examples" / "packs").glob("*/DEMANDS.md"))
PLAIN, CLUMSY, NOT = "plain", "clumsy", "not"
LEAST_PLAIN, MOST_NOT = 0.92, 0.03  # of all demands


class Demand(NamedTuple):
    pack: Path
    line: int
    text: str
    clause: str
    how: str
    rules: tuple[str, ...]


def _demands(pack: Path) -> Iterator[Demand]:
    """The rows of the first table of a DEMANDS.md."""
    lines = (pack / "DEMANDS.md").read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|---"))
    for number, line in enumerate(lines[first + 1 :], first + 2):
        if not line.startswith("|"):
            return
        text, clause, how, rules = (cell.strip() for cell in line.strip("|").split(" | "))
        names = tuple(re.findall(r"`([^`]+)`", rules))
        yield Demand(pack, number, text, clause, how, names)


ALL = [demand for pack in HANDBOOKS for demand in _demands(pack)]


def _told(folder: Path) -> set[str]:
    """The ids of a pack: rules, their families as rule/family, types."""
    names = set()
    for path in [*folder.glob("*.yaml"), *folder.glob("types/*.yaml")]:
        names.add(path.stem)
        names.update(f"{path.stem}/{family}" for family in _families(path))
    return names


def _families(path: Path) -> list[str]:
    """The names of the families of a rule, extracted from its lines: a YAML parser takes seconds
    for all rules."""
    _, _, behind = path.read_text(encoding="utf-8").partition("\npatterns:\n")
    return re.findall(
        r"^  ([\w-]+):", re.split(r"^\w", behind, flags=re.MULTILINE)[0], re.MULTILINE
    )


BUILT_IN_NAMES = {name for pack in BUILT_IN for name in _told(ROOT / "rules" / pack)}


@pytest.mark.parametrize("pack", HANDBOOKS, ids=lambda pack: pack.name)
def test_the_examples_hold(pack: Path) -> None:
    result = examples.test([str(pack)], Settings(isolated=True))
    assert result.failures == ()
    assert result.rules >= 8


@pytest.mark.parametrize("pack", HANDBOOKS, ids=lambda pack: pack.name)
def test_every_family_has_good_and_bad_examples(pack: Path) -> None:
    paths = {*pack.glob("*.yaml"), *pack.glob("types/*.yaml")} - {pack / "pack.yaml"}
    assert paths
    for path in paths:
        text, families = path.read_text(encoding="utf-8"), max(1, len(_families(path)))
        assert len(re.findall(r"\bbad:", text)) >= families, path
        assert len(re.findall(r"\bgood:", text)) >= families, path


@pytest.mark.parametrize("pack", HANDBOOKS, ids=lambda pack: pack.name)
def test_the_table_names_rules_that_exist(pack: Path) -> None:
    known = _told(pack) | BUILT_IN_NAMES
    demands = list(_demands(pack))
    assert len(demands) >= 10
    for demand in demands:
        place = f"{demand.pack.name}/DEMANDS.md:{demand.line}"
        assert demand.clause, place
        assert re.match(r"plain$|clumsy: .|not: .", demand.how), place
        assert set(demand.rules) <= known, (place, set(demand.rules) - known)
        assert bool(demand.rules) != demand.how.startswith(NOT), place


@pytest.mark.parametrize("pack", HANDBOOKS, ids=lambda pack: pack.name)
def test_the_table_names_every_rule_of_the_pack(pack: Path) -> None:
    named = {name.split("/")[0] for demand in _demands(pack) for name in demand.rules}
    documented = {name for name in _told(pack) if "/" not in name} - {"pack"}
    assert documented <= named


def test_a_handbook_can_be_written() -> None:
    plain = sum(demand.how == PLAIN for demand in ALL)
    not_at_all = sum(demand.how.startswith(NOT) for demand in ALL)
    assert plain >= LEAST_PLAIN * len(ALL), (plain, len(ALL))
    assert not_at_all <= MOST_NOT * len(ALL), (not_at_all, len(ALL))
