"""Report types are created when they are first used."""

from __future__ import annotations

import pytest

from reportlint.core.report_type import Phrases, Recognise, ReportType, ReportTypes, head_of

LETTER = ReportType("letter", "core", {"zh": "函"}, recognise=Recognise(Phrases(("函",))))
MEMO = ReportType("memo", "core", {"zh": "纪要"}, extends="letter")


def test_a_type_is_made_once_and_only_when_it_is_asked_for() -> None:
    loaded: list[str] = []

    def load(type_id: str) -> ReportType:
        loaded.append(type_id)
        return {"letter": LETTER, "memo": MEMO}[type_id]

    types = ReportTypes([head_of(LETTER), head_of(MEMO)], load)
    assert list(types) == ["letter", "memo"]
    assert (len(types), "memo" in types, "none" in types) == (2, True, False)
    assert [head.recognise.title.any for head in types.heads] == [("函",), ()]
    assert loaded == []
    assert types["memo"] is types["memo"] is MEMO
    assert loaded == ["memo"]
    assert types == {"letter": LETTER, "memo": MEMO}
    assert loaded == ["memo", "letter"]


def test_there_is_no_such_type() -> None:
    types = ReportTypes.of([LETTER])
    with pytest.raises(KeyError):
        types["memo"]
    assert types.get("memo") is None


def test_of_two_with_one_id_the_later_counts() -> None:
    later = LETTER._replace(pack="house")
    types = ReportTypes.of([LETTER, MEMO, later])
    assert list(types.values()) == [later, MEMO]
    assert [head.extends for head in types.heads] == ["", "letter"]
