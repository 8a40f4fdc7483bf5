"""How sure the signs of a type make us of it."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.evidence import (
    BY_MENTION,
    BY_OPENING,
    BY_PATH,
    BY_TITLE,
    MENTION,
    OPENING,
    PATH,
    TITLE,
    Candidate,
    Evidence,
    Signs,
)

LEXICON = Lexicon()
SIGNS = Signs(
    "notice",
    ("notices/**",),
    phrase_pattern(Phrases((), ("关于.*的通知",)), LEXICON),
    phrase_pattern(Phrases(("现通知如下",)), LEXICON),
)
NOTHING = Evidence((), (), {}, set(), set(), set())
MENTIONED = {"notice": (BY_MENTION, 0, MENTION)}
OF_NOTICE = {"notice"}


@pytest.mark.parametrize(
    ("evidence", "confidence", "signs"),
    [
        (NOTHING, 0.0, ()),
        (NOTHING._replace(titles=("关于放假的通知",)), 0.0, ()),  # not among those that may match
        (NOTHING._replace(titles=("通知",), titled=OF_NOTICE), 0.0, ()),
        (NOTHING._replace(opening=("如下",), opened=OF_NOTICE), 0.0, ()),
        (NOTHING._replace(by_title=MENTIONED), BY_MENTION, (MENTION,)),
        (NOTHING._replace(titles=("关于放假的通知",), titled=OF_NOTICE), BY_TITLE, (TITLE,)),
        # a form without what stands at the end
        (
            NOTHING._replace(titles=("放假（二）", "关于放假的通知"), titled=OF_NOTICE),
            BY_TITLE,
            (TITLE,),
        ),
        (NOTHING._replace(with_path=OF_NOTICE), BY_PATH, (PATH,)),
        (NOTHING._replace(opening=("现通知如下",), opened=OF_NOTICE), BY_OPENING, (OPENING,)),
    ],
)
def test_each_sign(evidence: Evidence, confidence: float, signs: tuple[str, ...]) -> None:
    judged = evidence.judge(SIGNS)
    assert (judged.confidence, judged.signs) == (confidence, signs)


def test_an_opening_makes_a_surer_sign_a_little_surer() -> None:
    both = NOTHING._replace(with_path=OF_NOTICE, opening=("现通知如下",), opened=OF_NOTICE)
    judged = both.judge(SIGNS)
    assert BY_PATH < judged.confidence < 1
    assert judged.signs == (PATH, OPENING)


def test_of_two_as_sure_the_longer_title_wins() -> None:
    short, long = Candidate("a", BY_TITLE, 2, ()), Candidate("b", BY_TITLE, 4, ())
    assert max(short, long, key=lambda candidate: candidate.rank) is long
