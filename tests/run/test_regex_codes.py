"""Every shipped regex has the same matches with its codes as with its source."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from reportlint._startup.lazy_pattern import LazyPattern, lazy, lazy_regex
from reportlint._startup.regex_codes import key, pattern
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.shipped import Shipped
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS
from reportlint.ordinals.matcher import Matcher
from reportlint.run.regex_codes import code_of, patterns

ROOT = Path(__file__).parents[2]
LEAST = 900  # regexes that the shipped rules and the code come to
LONGEST = 12_000  # code points of what they are compared on


@pytest.fixture(scope="module")
def shipped() -> dict[str, LazyPattern]:
    """All shipped regexes, by key."""
    all_patterns = patterns(Disk(), (ROOT / "rules").as_posix())
    return {
        key(pattern.engine, pattern.source, pattern.source_flags, pattern.words): pattern
        for pattern in all_patterns
    }


@pytest.fixture(scope="module")
def text() -> str:
    """The good and bad reports of all types, and some lines that none of them has."""
    files = sorted((ROOT / "tests" / "types").rglob("*.md"))
    every = "\n".join(path.read_text(encoding="utf-8")[:600] for path in files)
    odd = "二〇二四年13月XX日，１．２．３ ①②③ （  ）日 \u202eabc ==== ---- | a | b |\r\n\tTODO {{name}} IV. iv)"
    return f"{odd}\n{every[:LONGEST]}\n{odd}"


def test_every_one_finds_the_same_by_its_codes(shipped: dict[str, LazyPattern], text: str) -> None:
    assert len(shipped) > LEAST
    different = []
    matching = 0
    for shipped_pattern in shipped.values():
        by_source = shipped_pattern.from_source()
        by_code = pattern(shipped_pattern.engine, shipped_pattern.source, code_of(shipped_pattern))
        if isinstance(shipped_pattern.source, bytes):
            matches = [
                list(map(_seen, each.finditer(text.encode()))) for each in (by_source, by_code)
            ]
        else:
            matches = [list(map(_seen, each.finditer(text))) for each in (by_source, by_code)]
        matching += bool(matches[0])
        same = (by_source.groupindex, by_source.flags) == (by_code.groupindex, by_code.flags)
        if not same or matches[0] != matches[1]:
            different.append(shipped_pattern.source)
    assert not different
    assert matching > LEAST // 3, "most must find something, else this compares nothing"


def _seen(match: Any) -> Any:
    return match.span(), match.groups(), match.lastgroup


def test_those_made_of_phrases_are_there_as_a_whole(shipped: dict[str, LazyPattern]) -> None:
    sources = [str(pattern.source) for pattern in shipped.values()]
    assert any("以上报告" in source and "批评指正" in source for source in sources)


@pytest.mark.parametrize(
    "names", [("core",), ("core", "zh-official"), ("ko", "core", "en-engineering")]
)
def test_those_that_find_ordinals_are_there_for_each_usual_selection_of_packs(
    shipped: dict[str, LazyPattern], names: tuple[str, ...]
) -> None:
    folder = (ROOT / "rules").as_posix()
    packs = [WantedPack(name, folder) for name in names]
    library = Loader(Disk(), Shipped(names, folder), KINDS).load(packs)
    others = {id(pattern) for pattern in gc.get_objects() if isinstance(pattern, LazyPattern)}
    matcher = Matcher(library.lexicon)
    assert matcher.scan("1. a\n第一章 b\nPhase 2\n")
    created = [
        pattern
        for pattern in gc.get_objects()
        if isinstance(pattern, LazyPattern) and id(pattern) not in others
    ]
    assert created
    assert not [
        pattern.source
        for pattern in created
        if key(pattern.engine, pattern.source, pattern.source_flags, pattern.words) not in shipped
    ]


@pytest.mark.parametrize(
    "shipped_pattern",
    [
        lazy("(a)(?P<b>b)?", 2),
        lazy(b"[\x80-\xff]+"),
        lazy_regex(r"(?r)\p{Han}+", 8),
        lazy_regex(r"(?i)\L<w>+(?P<at>x)", 0, {"w": ("AB", "ß"), "unused": ("z",)}),
        lazy_regex("(?:ab){e<=1}"),
    ],
    ids=["re", "bytes", "backwards", "lists", "fuzzy"],
)
def test_all_that_an_engine_is_given_is_kept(shipped_pattern: Any) -> None:
    made = pattern(shipped_pattern.engine, shipped_pattern.source, code_of(shipped_pattern))
    again = shipped_pattern.from_source()
    for text in ("ab A aB", "中文 x", "abx ßx SSx ssX", "aab ac"):
        subject = text.encode() if isinstance(shipped_pattern.source, bytes) else text
        assert list(map(_seen, made.finditer(subject))) == list(map(_seen, again.finditer(subject)))
    assert made.pattern == shipped_pattern.source


def test_an_unsound_source_has_no_codes() -> None:
    with pytest.raises(Exception, match="unterminated"):
        code_of(lazy("("))  # type: ignore[arg-type]
