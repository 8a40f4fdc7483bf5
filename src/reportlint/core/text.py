"""Text for people, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

LANGUAGES = ("zh", "en")


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
