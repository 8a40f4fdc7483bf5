"""Text for people: in Chinese and English, and shortened where it is too long to be shown whole."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

LANGUAGES = ("zh", "en")
LONGEST = 120  # code points of a line that is shown; a paragraph of a Chinese report is one line


class Text(NamedTuple):
    """One sentence in both languages of the tool."""

    zh: str
    en: str

    def to(self, language: str) -> str:
        """The sentence in `language`: "zh" or "en"; English for anything else."""
        return self.zh if language == "zh" else self.en


# what a name is the name of, in messages
A_RULE, A_PACK = Text("规则", "rule"), Text("包", "pack")
A_TYPE = Text("文种", "report type")


def pick(texts: Mapping[str, str], language: str) -> str:
    """The text of a user's file in `language`, else in English, Chinese or any language it has; ""
    if it has none."""
    if language in texts:
        return texts[language]
    for other in ("en", "zh"):
        if other in texts:
            return texts[other]
    return next(iter(texts.values()), "")


def cut_end(text: str, most: int) -> str:
    """At most `most` code points of the start of `text`, the last an ellipsis if it is longer."""
    return text if len(text) <= most else text[: most - 1] + "…"


def cut_start(text: str, most: int) -> str:
    """The same of the end of `text`."""
    return text if len(text) <= most else "…" + text[1 - most :]


def shortened(line: str, column: int) -> str:
    """At most LONGEST code points of a line around `column` (from 1), with an ellipsis on each side
    where text is left out."""
    if len(line) <= LONGEST:
        return line
    start = min(max(0, column - 1 - LONGEST // 2), len(line) - LONGEST)
    end = start + LONGEST
    before, after = "…" * (start > 0), "…" * (end < len(line))
    return f"{before}{line[start + len(before) : end - len(after)]}{after}"
