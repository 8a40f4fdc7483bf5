from __future__ import annotations

import pytest

from reportlint.parse.language import language_of


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
