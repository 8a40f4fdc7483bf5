"""Entries of a baseline: known findings, identified by properties that do not change when lines
move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Diagnostic

LONGEST = 120  # code points of a text; only both ends of a longer one are kept


class Key(NamedTuple):
    """The properties that identify a known finding in one file."""

    rule: str
    section: tuple[str, ...]  # titles of the enclosing sections
    text: str  # its text without white space, or its subject


class Entry(NamedTuple):
    """The number of findings with the same key in a file; `path` is relative to the folder of the
    baseline."""

    path: str
    rule: str
    section: tuple[str, ...]
    text: str
    number: int

    @property
    def key(self) -> Key:
        """The entry without its path and number."""
        return Key(self.rule, self.section, self.text)


def key_of(finding: Diagnostic, text: str) -> Key:
    """The key of a finding in the report with this text."""
    if finding.subject:
        section = () if finding.document_level else finding.section
        return Key(finding.rule, section, finding.subject)
    excerpt = "".join(finding.span.cut(text).split())
    if len(excerpt) > LONGEST:
        excerpt = excerpt[: LONGEST // 2] + "…" + excerpt[-LONGEST // 2 :]
    return Key(finding.rule, finding.section, excerpt)


def entries_from(path: str, findings: Iterable[Diagnostic], text: str) -> list[Entry]:
    """The entries of one report, without findings that only report that it could not be checked."""
    counts = Counter(key_of(finding, text) for finding in findings if not finding.transient)
    return [Entry(path, *key, count) for key, count in counts.items()]


def fresh(findings: Sequence[Diagnostic], text: str, known: Mapping[Key, int]) -> list[Diagnostic]:
    """`findings` without the known ones. If there are more findings with a key than are known, the
    last ones are new."""
    left = dict(known)
    kept = []
    for finding in findings:
        key = key_of(finding, text)
        if not finding.transient and left.get(key, 0) > 0:
            left[key] -= 1
        else:
            kept.append(finding)
    return kept


def stale(entries: Iterable[Entry], counts: Mapping[Key, int]) -> list[Entry]:
    """The entries of one report with more findings than are there now, each with the number that is
    gone."""
    return [
        entry._replace(number=gone)
        for entry in entries
        if (gone := entry.number - counts.get(entry.key, 0)) > 0
    ]


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in order, each key once. If two branches have recorded the same key, the greater
    number is kept."""
    most: dict[tuple[str, Key], int] = {}
    for entry in entries:
        place = entry.path, entry.key
        most[place] = max(most.get(place, 0), entry.number)
    return [Entry(path, *key, number) for (path, key), number in sorted(most.items())]
