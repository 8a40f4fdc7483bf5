"""The history of a repository → the number of findings at the end of each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportlint.core.request import Settings, Tell
from reportlint.core.trend import Month, Trend
from reportlint.files.sources import PointerError, SourceError
from reportlint.run.file import check_text
from reportlint.run.history import History, Snapshot
from reportlint.run.setup import Setups

Found = Mapping[str, int]  # findings by rule


def trend(paths: Sequence[str], since: str, settings: Settings, tell: Tell) -> Trend:
    """The findings at the end of each month, from `since` (2025-01; "" for the first) to the last
    commit of the current branch.

    All months are checked with the current rules and configuration, so that enabling a rule does
    not look like a rise. Baselines are ignored: they only describe the current state. Raises
    UserError.
    """
    setups = Setups(settings)
    history = History(setups, settings)
    snapshots = list(history.snapshots(paths, since))
    wanted = dict.fromkeys(report for snapshot in snapshots for report in snapshot.reports)
    known: dict[tuple[str, str], Found | None] = {}
    for done, (path, blob) in enumerate(wanted, 1):
        known[path, blob] = _found(history, setups, path, blob)
        tell(done, len(wanted))
    setups.memory.save()
    by_month = {snapshot.month: _month(snapshot, known) for snapshot in snapshots}
    return Trend(tuple(_filled(by_month, since)), len(wanted), settings.language or "en")


def _found(history: History, setups: Setups, path: str, blob: str) -> Found | None:
    """The number of findings in a blob by rule; None for a Git LFS pointer."""
    setup, name = setups.at(path)
    try:
        source = history.read(path, blob)
    except PointerError:
        return None
    except SourceError as error:
        return {error.rule: 1}
    report = check_text(source._replace(data=b""), name, setup, setups.settings)
    return Counter(diagnostic.rule for diagnostic in report.diagnostics)


def _month(snapshot: Snapshot, known: Mapping[tuple[str, str], Found | None]) -> Month:
    reports, findings = Counter[str](), Counter[str]()
    texts = [
        known_report for report in snapshot.reports if (known_report := known[report]) is not None
    ]
    for known_report in texts:
        findings.update(known_report)
        reports.update(dict.fromkeys(known_report, 1))
    rules = {rule: (reports[rule], findings[rule]) for rule in sorted(findings)}
    return Month(snapshot.month, snapshot.commit, len(texts), rules)


def _filled(months: Mapping[str, Month], since: str) -> Iterator[Month]:
    """All months from `since` on; a month without commits repeats the one before it."""
    if not months:
        return
    first, last = min(months), max(months)
    current = months[first] if first < since else Month(since or first, "", 0, {})
    name = since or first
    while name <= last:
        current = months.get(name) or current
        yield current._replace(name=name)
        name = _next(name)


def _next(name: str) -> str:
    """The next month: 2025-12 → 2026-01."""
    year, month = int(name[:4]), int(name[5:])
    return f"{year + month // 12}-{month % 12 + 1:02}"
