"""A long text, whose parts are kept packed, is read as a short one is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from bench.corpus import report
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.document import Document
from reportlint.core.numbering import FAULTS, Marker
from reportlint.core.request import Settings
from reportlint.core.span import Span
from reportlint.kinds import ordinal
from reportlint.ordinals.styles import Sense
from reportlint.patterns import clauses
from reportlint.run import examples
from reportlint.run.setup import Setups
from reportlint.structure.items import Item
from reportlint.structure.packed_markers import PackedItems, PackedSenses
from reportlint.structure.reading import DocumentReading
from reportlint.text import lines
from reportlint.text.packed import Packed
from reportlint.text.parse import parse

LEXICON = Setups(Settings(isolated=True)).of("report.md").library.lexicon
HEAD = "关于防汛的报告\n\n各位领导：\n\n现报告如下。\n\n"
TAIL = "\n\n以上报告，请审议。\n\n县水利局\n2025年3月1日\n\n附件：\n1. 名单\n"
TEXTS = {
    "plain": report(3) + report(7),
    "markdown": report(3, markdown=True)
    + "\n> 一、引文\n\n```\n1. 代码\n```\n\n| 甲 | 乙 |\n| - | - |\n| 1. | 2. |\n",
    "faults": HEAD
    + "一、学习\n\n二、工作\n\n四、问题\n\n（一）一是少。三是慢。\n\n五、打算\n\n1、学。\n\n2.干。\n\n2.写。\n\n4.说。"
    + TAIL,
    "dotted": HEAD
    + "1 总则\n\n1.1 目的\n\n1.1.2 范围\n\n1.3 依据\n\n3 附则\n\n99999999999. 电话"
    + TAIL,
    "late": "1. a\n2. b\n5. c\n3. d\n4. e\n6. f\n\nFirst, we read. Third, we wrote.\n",
    "breaks": "一、学习\r\n二、工作\r\r三、打算\r\n",
    "empty": "",
}


def all_of(document: Document) -> dict[str, Any]:
    """What a reading says, in lists and tuples."""
    reading = DocumentReading(document, LEXICON, None)
    return {
        "blocks": list(reading.document.blocks),
        "lines": list(reading.document.lines),
        "runs": [run._replace(markers=tuple(run.markers)) for run in reading.runs],
        "sections": list(reading.sections),
        "body": list(reading.body),
        "hits": [hit for fault in FAULTS for hit in ordinal.find(reading, fault)],
    }


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("name", TEXTS)
def test_packed_is_read_alike(name: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    wanted = all_of(parse(text, form))
    monkeypatch.setattr(lines, "LARGE", -1)
    document = parse(text, form)
    assert isinstance(document.blocks, Packed)
    assert isinstance(document.lines, Packed)
    assert all_of(document) == wanted


def test_the_examples_of_all_rules_hold_of_packed_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LARGE", -1)
    result = examples.test([], Settings(isolated=True))
    assert result.ran > 400
    assert result.failures == ()


@given(st.text(st.sampled_from("aİıßΣς\u0307ŉ字\U0001f600I"), max_size=40), st.integers(1, 7))
def test_case_is_folded_in_pieces(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        wanted = clauses.fold(text)
        patch.setattr(clauses, "_PIECE", piece)
        assert clauses.fold(text) == wanted


SENSES = st.builds(
    Sense,
    st.integers(0, 9),
    st.sampled_from(["", "1.2"]),
    st.integers(0, 10**20),
    st.just(Span(1, 2)),
    st.just(3),
    st.booleans(),
)


@given(st.lists(st.tuples(st.integers(0, 5), SENSES)))
def test_senses(given: Iterable[tuple[int, Sense]]) -> None:
    packed, plain = PackedSenses(), dict[int, tuple[Sense, ...]]()
    for start, sense in given:
        for found in (packed, plain):
            found[start] = (*found.get(start, ()), sense)
    assert dict(packed.items()) == plain
    assert (list(packed), len(packed)) == (list(plain), len(plain))
    for start in plain:
        assert start in packed
        del packed[start]
    assert not packed


def test_items() -> None:
    marker = Marker("han", 10**15, Span(3, 5), "line", 7, Span(3, 4))
    items = [Item(1, "", 2, marker, True), Item(4, "gap", 10**12, marker._replace(value=0), False)]
    packed = PackedItems()
    for list_id, item in zip((5, 3), items, strict=True):
        packed.add(list_id, item)
    assert [(list(of), list(markers)) for of, markers in packed.lists()] == [
        ([one], [one.marker]) for one in items
    ]
