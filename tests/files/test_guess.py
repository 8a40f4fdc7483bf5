"""The encoding whose text looks natural; none for a text that is too short or of another kind."""

from __future__ import annotations

import pytest

from reportlint.files.guess import damaged, guess

# A first sentence of a report in each encoding, cut to pieces of ever fewer characters.
JAPANESE = "本年度の事業報告をいたします。会員の拡大に努め、二十名が新しく加わりました。"
KOREAN = "올해 주요 사업의 추진 실적은 다음과 같습니다. 예산 집행률은 목표를 달성하였습니다."
SIMPLIFIED = "今年以来，全局上下认真履行职责，较好地完成了各项任务。"
TRADITIONAL = "本案業經會議討論通過，請各單位依照辦理，並於期限內回報執行成果。"
GERMAN = "Die Anträge müssen bis März gestellt werden; für Rückfragen steht das Büro offen."


@pytest.mark.parametrize(
    "data",
    [
        "Отчёт о работе за год".encode("cp1251"),
        "Έκθεση προόδου".encode("cp1253"),
        "“quoted” – and no more".encode("cp1252"),
        b"hello XX\xff\n",
        bytes(range(128, 256)),
        b"\xe9",
    ],
)
def test_nothing_is_guessed(data: bytes) -> None:
    assert guess(data, nuls=False) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
        (GERMAN, "cp1252"),
        (SIMPLIFIED, "utf-16-le"),
        (KOREAN, "utf-16-be"),
        (JAPANESE, "utf-16-le"),
    ],
)
def test_a_sentence_and_its_beginnings(text: str, way: str) -> None:
    for size in (len(text), 30, 20):
        data = text[:size].encode(way)
        guessed = guess(data, nuls=b"\0" in data)
        assert guessed is not None
        assert guessed == (way, text[:size])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (SIMPLIFIED.encode("gb18030")[:-1], ("gb18030", 52)),
        (TRADITIONAL.encode("big5") + b"\xff", ("big5", 64)),
        (b"\xff" + SIMPLIFIED.encode("gb18030"), None),
        (b"\xff plain", None),
    ],
)
def test_where_a_text_is_damaged(data: bytes, place: tuple[str, int] | None) -> None:
    assert damaged(data) == place
