"""Built-in regexes as the codes of their engines, which the wheel carries, so that a start compiles
none of them.

`regex` and `re` are compilers in Python before engines in C: they make a list of numbers of a
source, and give it to the engine. `hatch_build.py` keeps these numbers (`run/regex_codes.py` makes
them) in the file FILE of this folder, which only whoever installs the package can write: the cache
of a user holds none. They are good for the one release of `regex` and the one minor version of
Python that made them, which the file names; with any other, as in a checkout, which has no such
file, and for a regex that is not in it, `compiled` gives None and the source is compiled.

The engine of `regex` is loaded without its compiler, which is imported when it is asked for
something.

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
ENGINE = "regex._regex"  # the part of `regex` that is written in C
_VERSION, _COMPILER = (
    "_main.py",
    "_regex_core.py",
)  # its parts that make codes; the first holds the version

Codes = dict[str, bytes]
"""By the key of a regex: what `marshal` made of the engine's arguments behind the source."""


def key(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> str:
    """The name under which a regex is kept: its engine, source and flags, and the word lists that
    it names."""
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
    """What codes are good for: this minor version of Python and this release of `regex`; "" where
    that cannot be told."""
    folder = _folder()
    if not folder:
        return ""
    try:
        seen = digest(_bytes(os.path.join(folder, _VERSION)))
        size = os.stat(os.path.join(folder, _COMPILER)).st_size
    except OSError:  # a release whose files are called otherwise
        return ""
    return repr((sys.implementation.cache_tag, sys.hexversion >> 16, sys.byteorder, seen, size))


def write_codes(path: str, codes: Codes) -> None:
    """Write the file of `codes` for this Python and this `regex`. Raises OSError."""
    write(path, identity(), codes)


def read(path: str) -> ShippedFile:
    """The codes in the file at `path`; none where there is no such file, or it is for another
    Python or `regex`."""
    return ShippedFile(path, identity() if os.path.exists(path) else "")


def known(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> bytes | None:
    """The codes of a regex, as `pattern` takes them; None where there are none."""
    global _codes
    if _codes is None:
        _codes = read(os.path.join(os.path.dirname(__file__), FILE))
    return _codes.get(key(engine, source, flags, words)) if len(_codes) else None


def compiled(
    engine: str, source: str | bytes, flags: int, words: Mapping[str, Sequence[str]] | None
) -> Any:
    """The pattern that `engine` compiles `source` to, made of its codes; None where these are not
    known."""
    code = known(engine, source, flags, words)
    return pattern(engine, source, code) if code else None


def pattern(engine: str, source: str | bytes, code: bytes) -> Any:
    """The pattern of `source`; `code` is what is kept of it."""
    whole_flags, packed, *others = marshal.loads(code)  # noqa: S302 - of the package, as its modules are
    numbers = memoryview(packed).cast("I").tolist()
    if engine == "re":
        from _sre import compile as make_pattern  # type: ignore[import-not-found]

        return make_pattern(source, whole_flags, numbers, *others)
    return _regex_engine().compile(source, whole_flags, numbers, *others)


_codes: ShippedFile | None = None  # of the file; None: not read so far


def _bytes(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


def _folder() -> str:
    """The folder of the package `regex`; "" where it is no folder."""
    return folder_of("regex")


def _regex_engine() -> Any:
    """The engine of `regex`."""
    return part_of(*ENGINE.split("."))
