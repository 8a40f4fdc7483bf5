"""The codec: every stored value is restored, and changing a field changes the shape."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint._startup.namedtuple import NamedTuple
from reportlint.cache.codec import DAMAGED, decode, encode, restore, shape
from reportlint.config.config import Config
from reportlint.config.shipped import CompiledPacks
from reportlint.config.stored import StoredLibrary
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.pack import Pack
from reportlint.core.report_type import ReportType, SectionSpec, TypeHead
from reportlint.core.rule import FieldTest, Rule
from reportlint.run.file_result import StoredReport

STORED = [
    Config,
    Rule,
    Pack,
    ReportType,
    TypeHead,
    StoredLibrary,
    CompiledPacks,
    Diagnostic,
    StoredReport,
]
TEXTS = st.text(max_size=3)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=3,
)
PLAIN = {
    str: TEXTS,
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    Any: DATA,
    object: DATA,
    type(None): st.none(),
}


WITHIN_THEMSELVES = (SectionSpec, FieldTest)


def values(hint: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of an annotation; a class that contains itself ends after two levels."""
    if hint in PLAIN:
        return PLAIN[hint]
    if hasattr(hint, "_fields"):
        hints = _hints(hint)
        return st.builds(
            hint,
            *(values(hints[name], depth + (hint in WITHIN_THEMSELVES)) for name in hint._fields),
        )
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple and inner[-1] is not ...:
        return st.tuples(*(values(inner_type, depth) for inner_type in inner))
    if origin in (tuple, Sequence):
        most = 0 if depth > 1 else 2
        items = st.nothing() if depth > 1 else values(inner[0], depth)
        return st.lists(items, max_size=most).map(tuple)
    if origin is frozenset:
        return st.frozensets(values(inner[0]), max_size=2)
    if origin in (Mapping, dict):
        return st.dictionaries(TEXTS, values(inner[1], depth), max_size=2)
    return st.one_of(*(values(inner_type, depth) for inner_type in inner))  # a union


def _hints(of: Any) -> dict[str, Any]:
    """As `typing.get_type_hints`, for a class of values, including names that only annotations
    use."""
    names = {**vars(sys.modules[of.__module__]), "Any": Any}
    return {name: eval(text, names) for name, text in of.__annotations__.items()}


@pytest.mark.parametrize("of", STORED)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_stored_comes_back(of: Any, data: st.DataObject) -> None:
    value = data.draw(values(of))
    text = encode(value)
    assert "\n" not in text
    assert decode(of, text) == value
    assert type(decode(of, text)) is of


class Inner(NamedTuple):
    number: int
    inner: Inner | None = None


class Outer(NamedTuple):
    """One field for each annotation that the codec supports."""

    text: str
    number: int
    share: float
    flag: bool
    data: Any
    maybe: str | None
    pair: tuple[int, str]
    pairs: tuple[tuple[int, Inner], ...]
    series: Sequence[Inner]
    names: frozenset[str]
    texts: Mapping[str, tuple[str, ...]]
    inners: dict[str, Inner]
    inner: Inner | None = None
    unknown: Unstored | None = None


class Unstored:
    """A class whose values are not stored."""


OUTER = Outer(
    "a", 1, 0.5, True, {"b": [1]}, None, (1, "c"), ((2, Inner(3, Inner(4))),), (Inner(5),),
    frozenset({"d", "e"}), {"f": ("g",)}, {"h": Inner(6)}, Inner(7),
)  # fmt: skip


def test_every_annotation_comes_back() -> None:
    assert decode(Outer, encode(OUTER)) == OUTER
    assert decode(Outer, encode(OUTER._replace(maybe="x", inner=None))).maybe == "x"


@pytest.mark.parametrize(
    "text",
    ["", "x", "null", "3", "{}", "[]", "[1,2,3]", "[1,[1]]", "[1,5]", "[" * 100_000],
)
def test_another_text_is_damaged(text: str) -> None:
    with pytest.raises(DAMAGED):
        decode(Inner, text)


def test_every_cut_is_damaged() -> None:
    text = encode(OUTER)
    assert decode(Outer, text) == OUTER
    for end in range(len(text)):
        with pytest.raises(DAMAGED):
            decode(Outer, text[:end])


@pytest.mark.parametrize(
    "annotation", ["bytes", "int | str", "list[str]", "tuple[bytes, ...]", "set[str]"]
)
def test_what_json_would_change_is_refused(annotation: str) -> None:
    with pytest.raises(TypeError, match="does not know"):
        restore(_class(a=annotation), [1])


def test_what_is_not_stored_is_none() -> None:
    data = json.loads(encode(OUTER))
    assert restore(Outer, data).unknown is None
    with pytest.raises(ValueError, match="not stored"):
        restore(Outer, [*data[:-1], 1])


def _class(**annotations: str) -> Any:
    class Changed(NamedTuple):
        a: int

    Changed.__annotations__ = annotations
    return Changed


def _shape_with(**annotations: str) -> str:
    return shape(_class(**annotations))


def test_the_shape_changes_with_any_field() -> None:
    as_it_is = _shape_with(a="int", b="Inner")
    assert as_it_is == _shape_with(a="int", b="Inner")
    others = [
        _shape_with(a="str", b="Inner"),
        _shape_with(b="Inner", a="int"),
        _shape_with(a="int"),
        _shape_with(a="int", b="Inner | None"),
        _shape_with(a="int", b="tuple[Inner, ...]"),
    ]
    assert as_it_is not in others


def test_the_shape_changes_with_a_field_of_a_class_within(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shape(Outer)
    monkeypatch.setattr(Inner, "__annotations__", {**Inner.__annotations__, "more": "int"})
    assert shape(Outer) != before
