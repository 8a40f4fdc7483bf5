"""What was there before: findings that are known, by what does not move when lines come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.baseline.value import Entry, Key
from reportlint.core.diagnostic import Diagnostic

LONGEST = 120  # code points of a text; of a longer one, its ends are kept
HEAD = """\
# What was there when reportlint was taken up; only what is new is reported. `reportlint baseline` writes this file anew.
# 启用 reportlint 时已有的问题；此后只报新的。本文件由 reportlint baseline 生成。
"""
NEVER = (
    "undecodable",
    "unreadable",
    "rule-timeout",
)  # of a file that was not checked nobody knows what is in it
_UNPRINTABLE = lazy("[\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def key(one: Diagnostic, text: str) -> Key:
    """The key of a finding in a report."""
    if one.about:
        return Key(one.rule, () if one.lasting else one.section, one.about)
    said = "".join(one.span.cut(text).split())
    if len(said) > LONGEST:
        said = said[: LONGEST // 2] + "…" + said[-LONGEST // 2 :]
    return Key(one.rule, one.section, said)


def record(path: str, found: Iterable[Diagnostic], text: str) -> list[Entry]:
    """The entries of one report."""
    counts = Counter(key(one, text) for one in found if one.rule not in NEVER)
    return [Entry(path, *one, count) for one, count in counts.items()]


def fresh(found: Sequence[Diagnostic], text: str, known: Mapping[Key, int]) -> list[Diagnostic]:
    """`found` without what is known; of more findings of one key than are known, the last ones are taken to be new."""
    left = dict(known)
    kept = []
    for one in found:
        own = key(one, text)
        if one.rule not in NEVER and left.get(own, 0) > 0:
            left[own] -= 1
        else:
            kept.append(one)
    return kept


def stale(entries: Iterable[Entry], counts: Mapping[Key, int]) -> list[Entry]:
    """Of the entries of one report, those of which less is there now; each says how much of it is gone."""
    return [
        one._replace(number=gone)
        for one in entries
        if (gone := one.number - counts.get(one.key, 0)) > 0
    ]


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in order, each key once: where two branches have recorded the same, the greater number holds."""
    most: dict[tuple[str, Key], int] = {}
    for one in entries:
        most[one.path, one.key] = max(most.get((one.path, one.key), 0), one.number)
    return [Entry(path, *own, count) for (path, own), count in sorted(most.items())]


def written(entries: Iterable[Entry]) -> str:
    """The file: one entry a line, in order, so that Git merges what two branches have added."""
    import json

    lines = []
    for one in merged(entries):
        fields = {
            "path": one.path,
            "rule": one.rule,
            "section": list(one.section),
            "text": one.text,
            "count": one.number,
        }
        line = json.dumps(fields, ensure_ascii=False)
        lines.append("- " + _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")
    return HEAD + ("".join(lines) or "[]\n")
