"""Values as JSON and back, by the annotations of their classes: the one codec for everything
stored.

A NamedTuple becomes an array of its fields, as `json` writes every tuple. Decoding follows the
annotations, so that a class needs no code of its own and a field is declared once. `shape`
describes the annotations of a class and of all classes in it; as part of a cache key it changes by
itself when a field does.

Known annotations: str, int, float, bool, Any, `X | None`, tuple[X, ...], tuple[X, Y], Sequence[X],
frozenset[X], Mapping[str, X], dict[str, X], and NamedTuples. Any other class (a Protocol, say) is
allowed only as `X | None`: it is not stored, and must be None. Annotations are read as text:
`typing.get_type_hints` takes longer than restoring all rules.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from reportlint._startup.fast_json import loads
from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

Restore = Callable[[Any], Any]

DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""The exceptions raised by restoring from invalid JSON, or from JSON of a different shape."""
_PLAIN = frozenset({"str", "int", "float", "bool", "Any"})
_SERIES = {"tuple": tuple, "Sequence": tuple, "frozenset": frozenset}
_MAPS = frozenset({"Mapping", "dict"})


def encode(value: Any) -> str:
    """The JSON of a value, on one line."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def decode(of: type[T], text: str) -> T:
    """The value of class `of` from the JSON text written by `encode`. Raises any of DAMAGED for any
    other text."""
    return restore(of, loads(text))


def restore(of: type[T], data: Any) -> T:
    """The value of class `of` from its parsed JSON. Raises any of DAMAGED for data of another
    shape."""
    value: T = _class_decoder(of)(data)
    return value


def shape(*classes: type) -> str:
    """The annotations of these classes and of the classes in them: everything that restoring
    depends on."""
    seen: dict[str, str] = {}
    for of in classes:
        _describe(of, seen)
    return repr(sorted(seen.items()))


def _describe(of: type, seen: dict[str, str]) -> None:
    name = f"{of.__module__}.{of.__qualname__}"
    if name in seen:
        return
    annotations = _annotations(of)
    seen[name] = repr(annotations)
    for annotation in annotations.values():
        for word in "".join(char if char.isalnum() else " " for char in annotation).split():
            inner = _named(word, of)
            if inner is not None:
                _describe(inner, seen)


def _annotations(of: type) -> dict[str, str]:
    """The annotations of a class as written; `typing.NamedTuple` turns them into objects."""
    return {
        name: str(getattr(annotation, "__forward_arg__", annotation))
        for name, annotation in of.__annotations__.items()
    }


def _plain(value: Any) -> Any:
    """Sets and mappings that are not dicts as values that `json` can write."""
    return dict(value) if hasattr(value, "keys") else sorted(value)


_DECODERS: dict[Any, Restore] = {}  # by class


def _class_decoder(of: Any) -> Restore:
    """A function that makes a NamedTuple from an array; it converts only the fields that JSON does
    not return unchanged."""
    if of in _DECODERS:
        return _DECODERS[of]
    size = len(of._fields)
    fields: list[tuple[int, Restore]] = []

    def restored(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != size:
            raise ValueError(f"no {of.__name__}")
        values = list(data)
        for at, field in fields:
            values[at] = field(values[at])
        return of._make(values)

    _DECODERS[of] = restored  # before decoding its fields: a class may contain itself
    try:
        annotations = _annotations(of)
        decoders = [_decoder(annotations[name], of) for name in of._fields]
    except TypeError:
        del _DECODERS[of]
        raise
    fields += [(at, field) for at, field in enumerate(decoders) if field is not None]
    return restored


def _decoder(annotation: str, of: type) -> Restore | None:
    """A function that restores a value with this annotation in the class `of`; None if JSON returns
    it unchanged. Raises TypeError for an unknown annotation."""
    options = list(_split(annotation, "|"))
    optional = "None" in options
    if len(options) != 1 + optional:
        raise TypeError(f"{of.__name__}: the codec does not know {annotation}")
    option = options[0] if options[0] != "None" else options[1]
    head, _, inside = option.removesuffix("]").partition("[")
    decoder: Restore | None
    if head in _PLAIN:
        return None
    if head in _SERIES:
        decoder = _series(head, list(_split(inside, ",")), of)
    elif head in _MAPS:
        decoder = _mapping(list(_split(inside, ",")), of)
    else:
        decoder = _value(head, of, optional=optional)
    return _optional(decoder) if optional and decoder is not None else decoder


def _series(head: str, arguments: list[str], of: type) -> Restore:
    make: Any = _SERIES[head]
    if head == "tuple" and "..." not in arguments:
        decoders = [_decoder(argument, of) for argument in arguments]

        def of_each(data: Any) -> Any:
            return tuple(
                [
                    item if decoder is None else decoder(item)
                    for item, decoder in zip(data, decoders, strict=True)
                ]
            )

        return of_each
    decoder = _decoder(arguments[0], of)
    if decoder is None:
        return make  # type: ignore[no-any-return]
    return lambda data: make([decoder(item) for item in data])


def _mapping(arguments: list[str], of: type) -> Restore | None:
    decoder = _decoder(arguments[1], of)
    if decoder is None:
        return None
    return lambda data: {key: decoder(item) for key, item in data.items()}


def _value(name: str, of: type, *, optional: bool) -> Restore:
    inner = _named(name, of)
    if inner is not None:
        return _class_decoder(inner)
    if optional:
        return _never
    raise TypeError(f"{of.__name__}: the codec does not know {name}")


def _optional(decoder: Restore) -> Restore:
    return lambda data: None if data is None else decoder(data)


def _never(data: Any) -> Any:
    raise ValueError("this is not stored")


def _named(word: str, of: type) -> Any:
    """The NamedTuple that a word of an annotation names, in the module of its class; None for
    anything else."""
    inner = getattr(sys.modules[of.__module__], word, None)
    return inner if hasattr(inner, "_fields") else None


def _split(text: str, mark: str) -> Iterator[str]:
    """The parts of an annotation, split at `mark` outside brackets."""
    depth = start = 0
    for at, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if char == mark and not depth:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()
