"""Built-in regexes as the compiled codes of their engines, shipped in the wheel, so that a start
compiles none of them.

`regex` and `re` compile a pattern in Python to a list of numbers and give it to an engine in C.
`hatch_build.py` stores these numbers (`run/regex_codes.py` makes them) in the file FILE of this
folder, which only whoever installs the package can write; the cache of a user holds none. They are
valid for one release of `regex` and one minor version of Python, which the file names. With any
other, in a checkout (which has no such file) and for a regex that is not in the file, `compiled`
gives None and the source is compiled.

The engine of `regex` is loaded without its compiler, which is imported at the first compilation.

Undone (the file taken away): see the table in `_startup/__init__.py`.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence

from reportlint._startup.digest import digest
from reportlint._startup.native import folder_of, part_of
from reportlint._startup.shipped_file import ShippedFile, write
from reportlint._startup.typed import Any

FILE = "regexes.bin"
ENGINE = "regex._regex"  # the part of `regex` written in C
_VERSION, _COMPILER = (
    "_main.py",
    "_regex_core.py",
)  # the parts of `regex` that compile; the first holds its version

Codes = dict[str, bytes]
"""By key of a regex: the arguments of its engine after the source, as `marshal` bytes."""


def key(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> str:
    """The key of a regex: a digest of its engine, source, flags and the word lists that it
    names."""
    named: list[tuple[str, list[str]]] = []
    if words and isinstance(source, str):
        named = [
            (name, sorted(members))
            for name, members in sorted(words.items())
            if f"\\L<{name}>" in source
        ]
    identity = repr((engine, source, flags, named))
    return digest(identity.encode("utf-8", "surrogatepass"))


def identity() -> str:
    """A key of what the codes are valid for: this minor version of Python and this release of
    `regex`. "" if the release cannot be determined."""
    folder = _folder()
    if not folder:
        return ""
    try:
        seen = digest(_bytes(os.path.join(folder, _VERSION)))
        size = os.stat(os.path.join(folder, _COMPILER)).st_size
    except OSError:  # a release with other file names
        return ""
    return repr((sys.implementation.cache_tag, sys.hexversion >> 16, sys.byteorder, seen, size))


def write_codes(path: str, codes: Codes) -> None:
    """Write `codes` to the file at `path`, for this Python and this `regex`. Raises OSError."""
    write(path, identity(), codes)


def read(path: str) -> ShippedFile:
    """The codes in the file at `path`; empty if there is no such file, or it is for another Python
    or `regex`."""
    return ShippedFile(path, identity() if os.path.exists(path) else "")


def known(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> bytes | None:
    """The shipped codes of a regex, as `pattern` takes them; None if there are none."""
    global _codes
    if _codes is None:
        _codes = read(os.path.join(os.path.dirname(__file__), FILE))
    return _codes.get(key(engine, source, flags, words)) if len(_codes) else None


def compiled(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> Any:
    """The pattern of `source` for `engine`, made from its shipped codes; None if there are none."""
    code = known(engine, source, flags, words)
    return pattern(engine, source, code) if code else None


def pattern(engine: str, source: str | bytes, code: bytes) -> Any:
    """The pattern of `source`, made from its `code`."""
    whole_flags, packed, *others = marshal.loads(code)  # noqa: S302 - of the package, as its modules are
    numbers = memoryview(packed).cast("I").tolist()
    if engine == "re":
        from _sre import compile as make_pattern  # type: ignore[import-not-found]

        return make_pattern(source, whole_flags, numbers, *others)
    return _regex_engine().compile(source, whole_flags, numbers, *others)


_codes: ShippedFile | None = None  # of FILE; None: not read yet


def _bytes(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


def _folder() -> str:
    """The folder of the package `regex`; "" if it is not in a folder."""
    return folder_of("regex")


def _regex_engine() -> Any:
    """The engine of `regex`, the part in C."""
    return part_of(*ENGINE.split("."))
