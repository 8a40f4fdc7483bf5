"""Reports that are similar to another one, with both places; and reports that are not."""

from __future__ import annotations

import random

import pytest

from reportlint.core.survey import Alike, Place

pytest.importorskip("rensa", reason="the extra `survey` is not installed")
from reportlint.run.alike import Likeness

WORDS = "检查 整改 培训 走访 登记 公示 汇总 通报 复核 巡查 宣传 调解 慰问 清理 维修 采购".split()


def report(seed: int, year: int = 2024, size: int = 40) -> str:
    rng = random.Random(seed)
    lines = [
        f"{year}年{rng.choice(WORDS)}{rng.choice(WORDS)}{rng.choice(WORDS)}共{rng.randint(2, 900)}次，"
        f"{rng.choice(WORDS)}后{rng.choice(WORDS)}了第{rng.randint(1, 40)}组的{rng.choice(WORDS)}。"
        for _ in range(size)
    ]
    return "\n".join(lines) + "\n"


def last_year(text: str) -> str:
    return text.replace("2024", "2025").replace("共", "共1")


SILENT = [
    pytest.param([report(1), report(2)], id="another report in the same words"),
    pytest.param(["年度总结。\n", "年度总结。\n"], id="too short to say anything"),
    pytest.param([report(1), report(1)[: len(report(1)) // 3]], id="a third of another"),
    pytest.param(["", ""], id="empty"),
]


@pytest.mark.parametrize("texts", SILENT)
def test_it_is_like_none(texts: list[str]) -> None:
    likeness = Likeness(0.8)
    assert [likeness.add(str(at), text) for at, text in enumerate(texts)] == [None] * len(texts)


def test_last_years_with_the_numbers_changed() -> None:
    likeness = Likeness(0.8)
    assert likeness.add("2024.txt", report(1)) is None
    assert likeness.add("2025.txt", "\n新的标题在这里写着\n\n" + last_year(report(1))) == Alike(
        Place("2025.txt", 4), Place("2024.txt", 1), pytest.approx(0.97, abs=0.04), 40
    )


def test_the_places_are_those_of_the_longest_passage() -> None:
    likeness = Likeness(0.5)
    lines = report(1).splitlines(keepends=True)
    likeness.add("a", "".join(lines))
    similar = likeness.add("b", "".join([*lines[:10], "这里另外写了一句不同的话。\n", *lines[15:]]))
    assert similar is not None
    assert (similar.report, similar.earlier, similar.sentences) == (
        Place("b", 12),
        Place("a", 16),
        25,
    )


def test_the_most_alike_is_named() -> None:
    likeness = Likeness(0.5)
    text = report(1)
    likeness.add("near", text[:-200] + report(3)[:200])
    likeness.add("nearer", text)
    similar = likeness.add("c", last_year(text))
    assert similar is not None
    assert similar.earlier.path == "nearer"


def test_of_many_copies_one_is_kept() -> None:
    likeness = Likeness(0.8)
    pairs = [likeness.add(str(at), report(1, 2000 + at)) for at in range(30)]
    assert [pair.earlier.path for pair in pairs if pair] == ["0"] * 29
    assert len(likeness._known) == 1
