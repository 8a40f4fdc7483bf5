"""Changes since an earlier report: which findings are new, which are gone, how many remain.

Two findings are the same if file, rule and message are. Line numbers are ignored, because lines
shift; if several findings are equal, the first ones are taken for the earlier ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.report import Report


class Earlier(NamedTuple):
    """A finding of the earlier report, as `--format json` wrote it."""

    path: str
    line: int
    rule: str
    severity: str
    message: str


class Comparison(NamedTuple):
    """The current report compared with the earlier one."""

    new: frozenset[tuple[int, int]]  # index of the file and of its finding, from 0
    gone: tuple[Earlier, ...]  # in files that were checked again
    still: int
    unchecked: int  # earlier findings in files that were not checked again


def compare(report: Report, earlier: Iterable[Earlier]) -> Comparison:
    """Compare the findings of a report with earlier ones."""
    waiting: defaultdict[tuple[str, str, str], list[Earlier]] = defaultdict(list)
    for known in earlier:
        waiting[known.path, known.rule, known.message].append(known)
    matched: Counter[tuple[str, str, str]] = Counter()
    new = set()
    for number, file in enumerate(report.files):
        for place, finding in enumerate(file.diagnostics):
            key = (file.path, finding.rule, finding.message)
            if matched[key] < len(waiting.get(key, ())):
                matched[key] += 1
            else:
                new.add((number, place))
    checked = {file.path for file in report.files}
    left = [known for key, group in waiting.items() for known in group[matched[key] :]]
    gone = sorted(known for known in left if known.path in checked)
    return Comparison(frozenset(new), tuple(gone), matched.total(), len(left) - len(gone))
