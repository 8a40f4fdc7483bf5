"""Reports of every type as an office writes them, and what goes wrong with them.

`tests/types/TYPE/good-*` are whole reports that must be silent. `faults.yaml` beside them lists
edits that a careless hand makes, each with the rule that must tell of it:

- `of`: the good report that is edited
- one edit: `cut: [a, b]` takes the lines from the one that holds `a` up to the one that holds `b`
  (`null`: the end); `empty: [a, b]` takes those after `a`; `drop: a` takes the line that holds `a`;
  `put: [old, new]` changes a text; `move: [a, b]` moves the line of `a` before that of `b`
- `expect`: the rule
- `needs`: why no rule can tell of it yet; such a fault is skipped, and counted
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reportlint.core.diagnostic import INFO, Diagnostic
from support.shipped_types import checked

HERE = Path(__file__).parent
GOOD = sorted(path for path in HERE.glob("*/good-*") if path.suffix in (".md", ".txt"))
Fault = dict[str, Any]


def shown(text: str, diagnostics: list[Diagnostic]) -> list[str]:
    return [
        f"{diagnostic.rule}: {diagnostic.message} «{diagnostic.span.cut(text)[:40]}»"
        for diagnostic in diagnostics
    ]


def faults() -> list[tuple[str, int, Fault]]:
    yaml = YAML(typ="safe", pure=True)
    tables = sorted(HERE.glob("*/faults.yaml"))
    return [
        (path.parent.name, number, fault)
        for path in tables
        for number, fault in enumerate(yaml.load(path) or (), 1)
    ]


def line_of(lines: list[str], text: str) -> int:
    """The one line that holds the text."""
    numbers = [number for number, line in enumerate(lines) if text in line]
    assert len(numbers) == 1, f"{len(numbers)} lines hold “{text}”"
    return numbers[0]


def faulty(text: str, fault: Fault) -> str:
    """The good report with the edit of the fault."""
    lines = text.split("\n")
    if "put" in fault:
        old, new = fault["put"]
        assert text.count(old) == 1, f"{text.count(old)} times “{old}”"
        return text.replace(old, new)
    if "drop" in fault:
        del lines[line_of(lines, fault["drop"])]
    elif "move" in fault:
        line = lines.pop(line_of(lines, fault["move"][0]))
        at = line_of(lines, fault["move"][1])
        lines[at:at] = [line, ""]
    else:
        first, last = fault.get("cut") or fault["empty"]
        start = line_of(lines, first)
        end = line_of(lines, last) if last else len(lines)
        assert start < end
        lines[start if "cut" in fault else start + 1 : end] = [""]
    return "\n".join(lines)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_good_report_is_recognised_and_silent(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    type_id, diagnostics = checked(text, path.name)
    assert type_id == path.parent.name
    assert (
        shown(text, [diagnostic for diagnostic in diagnostics if diagnostic.severity != INFO]) == []
    )


@pytest.mark.parametrize(
    ("name", "fault"),
    [pytest.param(name, fault, id=f"{name}-{number}") for name, number, fault in faults()],
)
def test_a_fault_is_told(name: str, fault: Fault) -> None:
    text = (HERE / name / fault["of"]).read_text(encoding="utf-8")
    bad = faulty(text, fault)
    assert bad != text, "an edit"
    diagnostics = checked(bad, fault["of"])[1]
    if "needs" in fault:
        is_reported = fault["expect"] in {diagnostic.rule for diagnostic in diagnostics}
        assert not is_reported, f"it is told by now; take its `needs` out: {fault['needs']}"
        pytest.skip(f"needs: {fault['needs']}")
    assert fault["expect"] in {diagnostic.rule for diagnostic in diagnostics}, shown(
        bad, diagnostics
    )
    others = {
        diagnostic.rule
        for diagnostic in diagnostics
        if diagnostic.severity != INFO and not diagnostic.rule.startswith("ordinal-")
    }
    assert others <= {fault["expect"], *fault.get("also", ())}, shown(bad, diagnostics)


@pytest.mark.parametrize("name", sorted({path.parent.name for path in HERE.glob("*/headings.md")}))
def test_each_type_has_good_reports_and_faults(name: str) -> None:
    told = [fault for of, _, fault in faults() if of == name and "needs" not in fault]
    assert len([path for path in GOOD if path.parent.name == name]) >= 3
    assert len(told) >= 10


def test_how_many_faults_wait_for_the_engine() -> None:
    """The share that is told of may only grow; what waits is shown by `pytest -rs`."""
    table = faults()
    waiting = [fault for *_, fault in table if "needs" in fault]
    print(f"{len(waiting)} of {len(table)} faults wait for the engine")
    assert len(waiting) * 2 < len(table)
