"""Our NamedTuple behaves as that of `typing`, and so does the plain implementation for other
versions of Python."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest
from startup_support import without

from reportlint._startup import namedtuple as ours

PLAIN = without("_collections", "namedtuple")
BASES = [ours.NamedTuple, PLAIN.NamedTuple, typing.NamedTuple]


class Pair(ours.NamedTuple):
    """A pair for pickling."""

    a: int
    b: str = "x"


def classes(base: Any) -> Any:
    class Value(base):
        """What it is for."""

        a: int
        b: str = "x"
        c: tuple[int, ...] = ()

        @property
        def double(self) -> int:
            return self.a * 2

    return Value


@pytest.mark.parametrize("base", BASES)
def test_what_a_class_of_values_does(base: Any) -> None:
    of = classes(base)
    value = of(1, c=(2,))
    assert (value.a, value.b, value.c) == (1, "x", (2,)) == tuple.__getitem__(value, slice(None))
    assert value == (1, "x", (2,))
    assert hash(value) == hash((1, "x", (2,)))
    assert value < of(2)
    assert value.double == 2
    assert repr(value).endswith("Value(a=1, b='x', c=(2,))")
    assert value._asdict() == {"a": 1, "b": "x", "c": (2,)}
    assert value._replace(b="y") == of(1, "y", (2,))
    assert (of._fields, of._field_defaults) == (("a", "b", "c"), {"b": "x", "c": ()})
    assert of.__match_args__ == of._fields
    assert of.__doc__ == "What it is for."
    assert isinstance(value, tuple)
    assert not hasattr(value, "__dict__")
    match value:
        case of(a, b):
            assert (a, b) == (1, "x")


@pytest.mark.parametrize("base", BASES)
def test_what_it_refuses(base: Any) -> None:
    class Two(base):
        a: int
        b: str = "x"

    for arguments, named in (((), {}), ((1, 2, 3), {}), ((1,), {"d": 1}), ((1,), {"a": 1})):
        with pytest.raises(TypeError):
            Two(*arguments, **named)
    with pytest.raises((TypeError, ValueError)):
        Two(1)._replace(d=1)
    with pytest.raises(TypeError):
        Two._make((1, 2, 3))
    with pytest.raises(AttributeError):
        Two(1).a = 2  # type: ignore[misc]


@pytest.mark.parametrize("base", BASES)
def test_a_field_without_a_default_behind_one_with(base: Any) -> None:
    with pytest.raises(TypeError):

        class Wrong(base):
            a: int = 1
            b: str


def test_so_many_fields_and_no_more() -> None:
    most = len(ours._MAKERS) - 1

    def make(number: int) -> Any:
        fields = {f"f{at}": "int" for at in range(number)}
        return ours._Meta("Many", (), {"__annotations__": fields, "__module__": __name__})

    assert make(most)(*range(most))._asdict() == {f"f{at}": at for at in range(most)}
    with pytest.raises(TypeError, match="more than"):
        make(most + 1)


def test_values_travel_between_processes_and_are_copied() -> None:
    value = Pair(1)
    assert pickle.loads(pickle.dumps(value)) == value
    assert type(pickle.loads(pickle.dumps(value))) is Pair
    assert copy.deepcopy(value) == value
