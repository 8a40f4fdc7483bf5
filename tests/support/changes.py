"""Changes of one text, without Git."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reportlint.changes.file_change import change_of, text_before
from reportlint.changes.narrow import Earlier, narrow
from reportlint.changes.patch import FilePatch, Hunk
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.lint.check import check, prepare
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse
from support.rules import LEXICON


def patch_of(old: str, new: str, context: int = 0) -> FilePatch:
    """The patch between two texts."""
    before, after = (text.split("\n") for text in (old, new))
    before, after = (
        [*(line + "\n" for line in version[:-1]), *filter(None, version[-1:])]
        for version in (before, after)
    )
    hunks = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(context):
        lines: list[bytes] = []
        for tag, low, high, start, end in group:
            if tag == "equal":
                lines += (b" " + line.encode() for line in before[low:high])
            else:
                lines += (b"-" + line.encode() for line in before[low:high])
                lines += (b"+" + line.encode() for line in after[start:end])
        (_, low, _, start, _), (_, _, high, _, end) = group[0], group[-1]
        hunks.append(Hunk(low + (high > low), start + (end > start), tuple(lines)))
    return FilePatch("a.md", "a.md", tuple(hunks))


def narrowed(
    rules: Iterable[Rule],
    old: str,
    new: str,
    *,
    format: str = "markdown",
    type: ReportType | None = None,
    lexicon: Lexicon = LEXICON,
    known: bool = True,
) -> list[str]:
    """The findings reported for `new` after a change from `old`, as `line:column rule`. If `known`
    is false, the old findings are not known."""
    prepared, styles = prepare(rules, lexicon), Matcher(lexicon)
    patch = patch_of(old, new)

    def earlier() -> Earlier | None:
        text = text_before(new, patch, "utf-8")
        assert text == old
        reading = DocumentReading(parse(text, format, styles), styles, type)
        return Earlier(reading, check(reading, prepared, "en").findings) if known else None

    reading = DocumentReading(parse(new, format, styles), styles, type)
    findings = check(reading, prepared, "en").findings
    by_id = {rule.id: rule for rule in prepared.rules}
    kept = narrow(findings, reading, change_of(patch), by_id, earlier)
    places = (
        (reading.document.index.position(finding.span.start), finding.rule) for finding in kept
    )
    return [f"{line}:{column} {rule}" for (line, column), rule in places]
