"""The figures as plain text, as Markdown for the documentation, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tools.accuracy.findings import Lines
from tools.accuracy.measure import Measured
from tools.accuracy.score import Outcome, Tally, tally

_HEAD = ("", "planted", "found", "share", "column", "noise", "void")
_ALARM_HEAD = ("untouched reports", "severity", "findings", "per 1,000 lines")
_AROUND = 24  # characters of context before and after a missed fault

Row = tuple[str, ...]


def grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Tally]:
    """A tally for each value of `key`, ordered by value."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return {name: tally(groups[name]) for name in sorted(groups)}


def by_sort(outcome: Outcome) -> str:
    """The type of fault: ordinal-gap."""
    return outcome.case.fault.sort


def by_group(outcome: Outcome) -> str:
    """The group of the fault: ordinal."""
    return outcome.case.fault.group


def by_place(outcome: Outcome) -> str:
    """The place of an ordinal fault: prose, nested …"""
    return outcome.case.fault.where


def by_style(outcome: Outcome) -> str:
    """The marker style of an ordinal fault: 一、"""
    return outcome.case.fault.style


def ordinals(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes of faults in numbering."""
    return [outcome for outcome in outcomes if outcome.case.fault.group == "ordinal"]


def _row(name: str, counts: Tally) -> Row:
    """A row of a table."""
    return (
        name,
        f"{counts.planted:,}",
        f"{counts.found:,}",
        f"{100 * counts.share:.1f} %",
        f"{100 * counts.columns:.1f} %",
        str(counts.noise),
        str(counts.void),
    )


def sections(measured: Measured) -> list[tuple[str, list[Row]]]:
    """The tables of a measurement: a title and rows; the first row is the header."""
    outcomes = measured.outcomes
    numbering = ordinals(outcomes)
    tables = (
        ("by sort of fault", grouped(outcomes, by_sort)),
        ("together", {**grouped(outcomes, by_group), "all": tally(outcomes)}),
        ("numbering, by place", grouped(numbering, by_place)),
        ("numbering, by form of marker", grouped(numbering, by_style)),
    )
    alarms = [
        (rule, severity, str(count), f"{1000 * count / max(1, measured.lines):.2f}")
        for (rule, severity), count in measured.alarms.most_common()
    ]
    return [
        *((title, [_HEAD, *(_row(*item) for item in table.items())]) for title, table in tables),
        ("diagnostics of the untouched reports", [_ALARM_HEAD, *alarms]),
    ]


def _width(text: str) -> int:
    """The width in a terminal: two columns for East Asian characters."""
    return sum(2 if ord(sign) > 0x2E7F or sign in "①⑴" else 1 for sign in text)


def _plain(rows: list[Row]) -> list[str]:
    """The lines of a table with aligned columns."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines: list[str] = []
    for row in rows:
        first, *rest = row
        cells = [first + " " * (widths[0] - _width(first))]
        cells += [
            " " * (width - _width(cell)) + cell
            for cell, width in zip(rest, widths[1:], strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def _markdown(rows: list[Row]) -> list[str]:
    """The lines of a Markdown table."""
    head, *body = rows
    rule = "|".join(["---", *("---:" for _ in head[1:])])
    return [
        f"| {' | '.join(row)} |" if row is not head else f"| {' | '.join(head)} |\n|{rule}|"
        for row in (head, *body)
    ]


def extent(measured: Measured) -> str:
    """The size of a measurement, in one line."""
    seeds = ", ".join(str(seed) for seed in measured.seeds)
    return f"{measured.reports} reports, {measured.lines:,} lines, seed {seeds}"


def plain(measured: Measured) -> str:
    """The figures for a terminal."""
    pieces = [extent(measured)]
    for title, rows in sections(measured):
        pieces += ["", title, *_plain(rows)]
    return "\n".join(pieces)


def markdown(measured: Measured) -> str:
    """The figures as Markdown tables, for docs/accuracy.md."""
    pieces = [extent(measured) + "."]
    for title, rows in sections(measured):
        pieces += ["", f"### {title[0].upper()}{title[1:]}", "", *_markdown(rows)]
    return "\n".join(pieces)


def _figures(tallies: dict[str, Tally]) -> dict[str, Any]:
    """Tallies as JSON objects, by name."""
    return {
        name: {**counts._asdict(), "share": round(counts.share, 5)}
        for name, counts in tallies.items()
    }


def as_json(measured: Measured) -> str:
    """The figures as one JSON object, which README.md in this folder describes."""
    outcomes, numbering = measured.outcomes, ordinals(measured.outcomes)
    return json.dumps(
        {
            "reports": measured.reports,
            "lines": measured.lines,
            "seeds": measured.seeds,
            "sorts": _figures(grouped(outcomes, by_sort)),
            "groups": _figures({**grouped(outcomes, by_group), "all": tally(outcomes)}),
            "places": _figures(grouped(numbering, by_place)),
            "styles": _figures(grouped(numbering, by_style)),
            "alarms": [
                {"rule": rule, "severity": severity, "count": count}
                for (rule, severity), count in sorted(measured.alarms.items())
            ],
            "missed": [
                missed(outcome)
                for outcome in measured.outcomes
                if not outcome.found and not outcome.void
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def missed(outcome: Outcome) -> dict[str, Any]:
    """A case as a JSON object: the report, the line, the type of fault, and the text around the
    fault."""
    case, text = outcome.case, outcome.case.text
    place = case.fault.edits[0].start
    around = text[max(0, place - _AROUND) : place + _AROUND].replace("\n", "⏎")
    return {
        "report": case.report.name.split("/", 1)[1],
        "line": Lines.of(text).line(place),
        "sort": case.fault.sort,
        "where": case.fault.where,
        "style": case.fault.style,
        "around": around,
    }


def misses(measured: Measured, most: int) -> str:
    """At most `most` missed faults of each type, a line each."""
    shown: dict[str, int] = {}
    lines: list[str] = []
    for outcome in measured.outcomes:
        if outcome.found or outcome.void:
            continue
        shown[by_sort(outcome)] = shown.get(by_sort(outcome), 0) + 1
        if shown[by_sort(outcome)] <= most:
            details = missed(outcome)
            lines.append(
                "missed {sort} ({where} {style}) {report}:{line} …{around}…".format(**details)
            )
    return "\n".join(lines)


def noises(measured: Measured, most: int) -> str:
    """At most `most` cases with other new findings, a line each."""
    lines = [
        "noise {sort} ({where}) {report}:{line} …{around}… ".format(**missed(outcome))
        + ", ".join(outcome.noise)
        for outcome in measured.outcomes
        if outcome.noise and not outcome.void
    ]
    return "\n".join(lines[:most])
