from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.structure.language import is_other_language, language_of, may_be_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", ""),
        ("2026-01-05 12:00", ""),
        ("本月の作業について、次のとおり報告します。", ""),  # Japanese
        ("Отчёт о работе за год", ""),
        ("보고서", ""),
        ("工作報告：本年度工作順利完成。", "zh"),  # Traditional Chinese
        ("我们用 Kubernetes 和 PostgreSQL 部署了 reporting-service，情况良好。", "zh"),
        ("The service failed at 12:00. 张三 fixed it within the hour and wrote this report.", "en"),
        ("Summary: we lost some data.", "en"),
        ("Résumé: naïve approach", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_long_text_is_judged_by_samples_of_all_of_it() -> None:
    assert language_of("a" * 4000 + "工作" * 200_000) == "zh"


SCRIPTS = st.sampled_from(
    "a Z é ɏ ɐ 工 㐀 鿿 ꀀ 豈 \ufaff \ufb00 の ヿ \u3100 Ͱ \u1cff \u1d00 가 \ud7af \ud7b0 1 。 😀 \ud800 × @ [ ` {".split()
)


@given(st.lists(SCRIPTS | st.characters(), max_size=20).map("".join))
def test_letters_are_counted_as_these_classes_say(text: str) -> None:
    classes = (
        "[\u3400-\u9fff\uf900-\ufaff]",
        "[A-Za-z\u00c0-\u024f]",
        "[\u3040-\u30ff]",
        "[\u0370-\u1cff\uac00-\ud7af]",
    )
    han, latin, kana, other = (len(re.findall(char_class, text)) for char_class in classes)
    neither = kana * 10 > han + kana or other * 2 > han * 4 + latin or han == latin == 0
    assert language_of(text) == ("" if neither else "zh" if han * 4 >= latin else "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O painel precisa de uma tela. Não há nada a instalar.", False),
        ("Der Dienst war nicht erreichbar, und die Alarme kamen nicht an.", False),
        ("Le service est tombé et les alertes ne sont pas parties.", False),
        ("", True),
        ("Checkout failed.", True),
        ("We met in Rio de Janeiro and in La Paz, and the café of the hotel was closed.", True),
    ],
)
def test_may_be_english(text: str, expected: bool) -> None:
    assert may_be_english(text) == expected


ENGLISH = "The service of the team was down for an hour, and it is up with the help of all."
GERMAN = "Der Dienst war eine Stunde nicht da, und die Ursache ist mit dem Team gefunden."


@pytest.mark.parametrize(
    ("titles", "text", "expected"),
    [
        ("Attendees Decisions", ENGLISH, False),
        ("Teilnehmende Beschlüsse", GERMAN, False),
        ("Teilnehmende Beschlüsse", "Ana, Ben", False),  # too little to tell
        ("存在的问题", ENGLISH, False),  # its title is in its language
        ("", ENGLISH, False),
        ("Attendees Decisions", GERMAN, True),
        ("Teilnehmende Beschlüsse", ENGLISH, True),
    ],
)
def test_another_language(titles: str, text: str, expected: bool) -> None:
    assert is_other_language(titles, text) is expected
