"""What a baseline knows: findings, by what does not move when lines come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Diagnostic

LONGEST = 120  # code points of a text; of a longer one, its ends are kept


class Key(NamedTuple):
    """What makes a finding in one file a known one."""

    rule: str
    section: tuple[str, ...]  # the titles around it
    text: str  # its own without white space, or what it is about


class Entry(NamedTuple):
    """How many findings of a key there are at a path, which is relative to the folder of the
    baseline."""

    path: str
    rule: str
    section: tuple[str, ...]
    text: str
    number: int

    @property
    def key(self) -> Key:
        """The entry without its file."""
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


def record(path: str, findings: Iterable[Diagnostic], text: str) -> list[Entry]:
    """The entries of one report. Findings that say only that it could not be checked are left
    out."""
    counts = Counter(key_of(finding, text) for finding in findings if not finding.transient)
    return [Entry(path, *key, count) for key, count in counts.items()]


def fresh(findings: Sequence[Diagnostic], text: str, known: Mapping[Key, int]) -> list[Diagnostic]:
    """`findings` without the known ones. Where there are more of one key than are known, the last
    are new."""
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
    """The entries of one report that have more findings than are there now, each with the number
    that is gone."""
    return [
        entry._replace(number=gone)
        for entry in entries
        if (gone := entry.number - counts.get(entry.key, 0)) > 0
    ]


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in order, each key once: where two branches have recorded the same, the greater
    number holds."""
    most: dict[tuple[str, Key], int] = {}
    for entry in entries:
        place = entry.path, entry.key
        most[place] = max(most.get(place, 0), entry.number)
    return [Entry(path, *key, number) for (path, key), number in sorted(most.items())]
