"""Findings are judged, compared with the bars and printed."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from tools.accuracy import __main__ as command_line
from tools.accuracy import judged, tables
from tools.accuracy.bars import BARS, Bars, below, read_bars
from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.findings import Finding, Lines, ToolError, findings
from tools.accuracy.measure import SAMPLE, Measured, reports_in
from tools.accuracy.plant import all_faults
from tools.accuracy.score import Case, Outcome, outcome_of, tally

ROOT = Path(__file__).parents[2]
TEXT = "1. A\n2. B\n3. C\nXX人\n"
GAP = Fault(
    "ordinal-gap",
    "ordinal",
    "line",
    "1.",
    (Edit(5, 10, ""),),
    (Span(10, 12),),
    ("ordinal-*",),
    ("announced-count",),
)
CASE = Case("case/0/a.md", Report("0/a.md", TEXT), GAP)  # 1. A, 3. C, XX人
BLANK_BEFORE = Finding("placeholder", "error", 15, 17)
BLANK_AFTER = Finding("placeholder", "error", 10, 12)
RIGHT = Finding("ordinal-gap", "warning", 5, 7)


def judge(after: list[Finding], before: list[Finding] | None = None) -> Outcome:
    return outcome_of(CASE, before or [], after)


def test_what_was_there_before_is_neither_found_nor_noise() -> None:
    assert CASE.text == "1. A\n3. C\nXX人\n"
    outcome = judge([BLANK_AFTER], [BLANK_BEFORE])
    assert (outcome.found, outcome.noise, outcome.void) == (False, (), False)


def test_a_new_finding_of_a_right_rule_on_the_right_line_is_found() -> None:
    outcome = judge([RIGHT])
    assert (outcome.found, outcome.column, outcome.noise) == (True, True, ())


def test_on_the_right_line_but_elsewhere_the_column_is_wrong() -> None:
    outcome = judge([RIGHT._replace(start=8, end=9)])
    assert (outcome.found, outcome.column) == (True, False)


NOT_FOUND = [
    pytest.param(RIGHT._replace(start=0, end=2), ("ordinal-gap",), id="another line"),
    pytest.param(RIGHT._replace(rule="repeated-text"), ("repeated-text",), id="another rule"),
    pytest.param(RIGHT._replace(rule="announced-count"), (), id="a consequence"),
    pytest.param(RIGHT._replace(start=0, end=2, severity="info"), (), id="info is no noise"),
]


@pytest.mark.parametrize(("finding", "noise"), NOT_FOUND)
def test_other_new_findings(finding: Finding, noise: tuple[str, ...]) -> None:
    outcome = judge([finding])
    assert (outcome.found, outcome.noise) == (False, noise)


def test_a_place_that_was_named_before_is_void() -> None:
    before = Finding("ordinal-order", "warning", 10, 12)
    outcome = judge([RIGHT], [before])
    assert outcome.void
    assert tally([outcome]).planted == 0
    assert tally([outcome]).void == 1


def test_a_fault_without_places_is_found_anywhere() -> None:
    missing = GAP._replace(places=(), rules=("section-missing",))
    case = CASE._replace(fault=missing)
    assert outcome_of(case, [], [Finding("section-missing", "warning", 0, 1)]).column


def test_lines_and_offsets() -> None:
    lines = Lines.of("甲乙\n丙\n")
    assert [lines.offset(1, 2), lines.offset(2, 1), lines.offset(9, 9)] == [1, 3, 5]
    assert [lines.line(0), lines.line(2), lines.line(3)] == [1, 1, 2]


def measured(*outcomes: Outcome) -> Measured:
    return Measured(1, 1000, (1,), outcomes, Counter({("placeholder", "error"): 2}))


FOUND = Outcome(CASE, void=False, found=True, column=True, noise=())
MISSED = Outcome(CASE, void=False, found=False, column=False, noise=("repeated-text",))
NO_BARS = Bars({}, {}, {}, 0.0, 9.0, 9.0)


@pytest.mark.parametrize(
    ("bars", "failures"),
    [
        (NO_BARS, 0),
        (NO_BARS._replace(groups={"ordinal": 0.5, "all": 0.5}, sorts={"ordinal-gap": 0.5}), 0),
        (NO_BARS._replace(groups={"ordinal": 0.51}), 1),
        (NO_BARS._replace(places={"line": 0.6}, sorts={"ordinal-gap": 0.6}), 2),
        (NO_BARS._replace(groups={"count": 0.1}), 1),  # nothing was planted: the bar is not reached
        (NO_BARS._replace(noise=0.4, alarms=1.9, column=1.0), 2),
    ],
)
def test_bars(bars: Bars, failures: int) -> None:
    assert len(below(measured(FOUND, MISSED), bars)) == failures


def test_the_bars_of_the_sample_name_what_is_planted_there() -> None:
    bars = read_bars(BARS)
    faults = [fault for report in reports_in((SAMPLE,)) for fault in all_faults(report, 1)]
    assert set(bars.groups) <= {fault.group for fault in faults} | {"all"}
    assert set(bars.places) <= {fault.where for fault in faults if fault.group == "ordinal"}


def test_the_three_formats_agree() -> None:
    figures = measured(FOUND, MISSED)
    assert "ordinal-gap        2      1  50.0 %  100.0 %      1     0" in tables.plain(figures)
    assert "| ordinal-gap | 2 | 1 | 50.0 % | 100.0 % | 1 | 0 |" in tables.markdown(figures)
    printed = json.loads(tables.as_json(figures))
    assert printed["sorts"]["ordinal-gap"]["share"] == 0.5
    assert printed["missed"][0]["report"] == "a.md"
    assert "missed ordinal-gap (line 1.) a.md:2" in tables.misses(figures, 1)
    assert tables.noises(figures, 1).endswith("repeated-text")


def test_shares_of_judged_findings() -> None:
    lines = [
        json.dumps({"rule": "a", "verdict": verdict}) for verdict in ("true", "true", "false", "")
    ]
    assert judged.shares([*lines, ""]) == {"a": judged.Share(2, 0, 1)}
    assert "| `a` | 3 | 2 | 0 | 1 | 67 % |" in judged.table(judged.shares(lines))


FAKE = """
    import json, pathlib
    found = []
    for path in sorted(pathlib.Path().rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "XX" in line:
                column = line.index("XX") + 1
                found.append({"path": str(path), "line": number, "column": column, "end_line": number,
                              "end_column": column + 2, "rule": "placeholder", "severity": "error"})
    print(json.dumps(found))
"""


@pytest.fixture
def fake(tmp_path: Path) -> tuple[str, str]:
    """A stand-in for reportlint that reports every XX."""
    script = tmp_path / "fake.py"
    script.write_text(textwrap.dedent(FAKE), encoding="utf-8")
    return sys.executable, str(script)


def test_findings_come_with_offsets(fake: tuple[str, str]) -> None:
    by_name = findings({"a/b.md": "甲\n乙XX丙\n", "c.md": "甲\n"}, fake)
    assert by_name == {"a/b.md": [Finding("placeholder", "error", 3, 5)], "c.md": []}


@pytest.mark.parametrize("script", ["raise SystemExit(3)", "print('no JSON')"])
def test_a_tool_that_fails_says_so(script: str) -> None:
    with pytest.raises(ToolError):
        findings({"a.md": ""}, (sys.executable, "-c", script))


def test_the_command_line(
    fake: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.md").write_text("共XX人参加。\n\n1. 甲\n2. 乙\n3. 丙\n", encoding="utf-8")
    tool = " ".join(fake)
    assert command_line.main([str(reports), "--reportlint", tool, "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["alarms"] == [{"rule": "placeholder", "severity": "error", "count": 1}]
    bars = tmp_path / "bars.toml"
    bars.write_text("[groups]\nordinal = 0.5\n", encoding="utf-8")
    arguments = [str(reports), "--reportlint", tool, "--check", "--bars", str(bars)]
    assert command_line.main(arguments) == 1
    assert "below the bar: ordinal: 0.00 % found" in capsys.readouterr().err
    assert command_line.main([str(reports), "--reportlint", tool, "--draw", "5"]) == 0
    assert json.loads(capsys.readouterr().out)["marked"] == "XX"
    assert command_line.main([str(reports), "--reportlint", "no-such-tool"]) == 2


@pytest.mark.parametrize("call", [["-m", "tools.accuracy"], ["tools/accuracy"]])
def test_both_ways_of_calling_it_show_help(call: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *call, "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "python -m tools.accuracy --check" in done.stdout
