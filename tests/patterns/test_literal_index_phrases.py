"""Which of many phrase patterns may match a text."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.patterns.literal_index import PhraseIndex
from reportlint.patterns.phrases import phrase_pattern

LEXICON = Lexicon()
PATTERNS = {
    "words": Phrases(("述职报告", "Minutes")),
    "regex": Phrases((), ("关于.*的报告",)),
    "unknown": Phrases((), (r"\d+",)),
}
INDEX = PhraseIndex(
    (name, pattern)
    for name, phrases in PATTERNS.items()
    if (pattern := phrase_pattern(phrases, LEXICON))
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", {"unknown"}),
        ("述职", {"unknown"}),
        ("某局述职报告", {"unknown", "words"}),
        ("MINUTES of May", {"unknown", "words"}),
        ("关于防汛的通知", {"unknown"}),
        ("关于防汛的报告", {"unknown", "regex"}),
    ],
)
def test_which_may_match(text: str, names: set[str]) -> None:
    assert INDEX.that_may_match(text) == names
