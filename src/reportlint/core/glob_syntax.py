"""The syntax of globs and their parsed form. The semantics are those of `.gitignore`;
`core/glob.py` matches."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple


class CharClass(NamedTuple):
    """A class such as `[a-c]`: the characters in `ranges` (first and last of each), or all others
    if `negated`."""

    negated: bool
    ranges: tuple[tuple[str, str], ...]

    def has(self, char: str) -> bool:
        """Whether the class matches `char`."""
        return self.negated != any(first <= char <= last for first, last in self.ranges)


ANY_CHAR = CharClass(True, ())  # `?`

Chunk = str | tuple[str | CharClass, ...]
"""The part of a glob between two `*`: a string, or one entry for each character if some are
classes."""
Segment = tuple[Chunk, ...]
"""The chunks of the part between two `/`: one more than it has stars."""
_FOLDERS: Segment = ("", "", "")  # `**`


class Glob(NamedTuple):
    """One parsed glob."""

    negated: bool  # begins with `!`
    folder_only: bool  # ends with `/`
    inside: bool  # ends with `/**`: matches the content of a folder, not the folder itself
    groups: tuple[
        tuple[Segment, ...], ...
    ]  # the segments between two `**`; the first group is at the start of the path


def parse_ignore_file(text: str) -> tuple[Glob, ...]:
    """The globs of a `.gitignore`. Lines that can match nothing (`!`, `[a`, a lone `\\`) are left
    out, as Git ignores them."""
    globs = []
    for line in text.removeprefix("\ufeff").split("\n"):
        line = _without_trailing_spaces(line.removesuffix("\r"))
        glob = parse_glob(line) if line and not line.startswith("#") else None
        if glob is not None:
            globs.append(glob)
    return tuple(globs)


def parse_glob(text: str) -> Glob | None:
    """The parsed form of one line of a `.gitignore`; None if no path can match it."""
    negated = text.startswith("!")
    body = text[negated:]
    folder_only = body.endswith("/")
    body = body.removesuffix("/")
    anchored = "/" in body
    segments = _segments(body.removeprefix("/")) if body else None
    if segments is None or ("",) in segments:
        return None
    groups: list[list[Segment]] = [[]] if anchored else [[], []]
    for segment in segments:
        if segment == _FOLDERS:
            groups.append([])
        else:
            groups[-1].append(segment)
    inside = segments[-1] == _FOLDERS
    return Glob(negated, folder_only, inside, tuple(map(tuple, groups[: -1 if inside else None])))


def _segments(body: str) -> list[Segment] | None:
    """The segments of a glob without `!` and outer slashes; None if a class or an escape is
    incomplete."""
    segments: list[Segment] = []
    chunks: list[list[str | CharClass]] = [[]]
    at = 0
    while at < len(body):
        char = body[at]
        at += 1
        if char == "*":
            chunks.append([])
        elif char == "/":
            segments.append(_segment(chunks))
            chunks = [[]]
        elif char == "?":
            chunks[-1].append(ANY_CHAR)
        elif char == "[":
            read = _char_class(body, at)
            if read is None:
                return None
            chunks[-1].append(read[0])
            at = read[1]
        elif char == "\\":
            if at == len(body):
                return None
            chunks[-1].append(body[at])
            at += 1
        else:
            chunks[-1].append(char)
    return [*segments, _segment(chunks)]


def _segment(chunks: Sequence[Sequence[str | CharClass]]) -> Segment:
    """A segment in its shortest form: several stars in a row become one, except in a segment of
    stars only."""
    if len(chunks) > 2 and not any(chunks):
        return _FOLDERS
    kept = [chunk for at, chunk in enumerate(chunks) if chunk or at in (0, len(chunks) - 1)]
    return tuple(_chunk(chunk) for chunk in kept)


def _chunk(items: Sequence[str | CharClass]) -> Chunk:
    letters = [item for item in items if isinstance(item, str)]
    return "".join(letters) if len(letters) == len(items) else tuple(items)


# The POSIX classes, of ASCII characters as in Git: the first and last character of each range, one
# after the other.
_POSIX = {
    "alnum": "09AZaz",
    "alpha": "AZaz",
    "blank": "  \t\t",
    "cntrl": "\x00\x1f\x7f\x7f",
    "digit": "09",
    "graph": "!~",
    "lower": "az",
    "print": " ~",
    "punct": "!/:@[`{~",
    "space": "\t\r  ",
    "upper": "AZ",
    "xdigit": "09AFaf",
}


def _char_class(body: str, at: int) -> tuple[CharClass, int] | None:
    """The class whose `[` is just before `at`, and the offset after it; None if it is not closed or
    matches nothing."""
    negated = body[at : at + 1] in {"!", "^"}
    at += negated
    ranges: list[tuple[str, str]] = []
    start = at
    while at == start or body[at : at + 1] != "]":  # a leading `]` is a member of the class
        read = _posix_class(body, at) or _range(body, at)
        more, at = read
        if not more:
            return None
        ranges += more
    sound = negated or any(low <= high for low, high in ranges)
    return (CharClass(negated, tuple(ranges)), at + 1) if sound else None


def _posix_class(body: str, at: int) -> tuple[list[tuple[str, str]], int] | None:
    """The ranges of `[:name:]`, empty if POSIX has no such name, and the offset after it; None if
    there is no `[:name:]` at `at`."""
    end = body.find("]", at + 2)
    if not body.startswith("[:", at) or end <= at + 2 or body[end - 1] != ":":
        return None
    named = _POSIX.get(body[at + 2 : end - 1], "")
    return list(zip(named[::2], named[1::2], strict=True)), end + 1


def _range(body: str, at: int) -> tuple[list[tuple[str, str]], int]:
    """A character or `a-z` as a range, and the offset after it; no range if the glob ends here."""
    low, at = _class_char(body, at)
    high = low
    if body[at : at + 1] == "-" and body[at + 1 : at + 2] not in {"", "]"}:
        high, at = _class_char(body, at + 1)
    return ([(low, high)] if low and high else []), at


def _class_char(body: str, at: int) -> tuple[str, int]:
    """One character of a class, without the `\\` before it, and the offset after it; "" if the glob
    ends here."""
    at += body.startswith("\\", at)
    return body[at : at + 1], at + 1


def _without_trailing_spaces(line: str) -> str:
    bare = line.rstrip(" ")
    escapes = len(bare) - len(bare.rstrip("\\"))
    return bare + " " if escapes % 2 and len(bare) < len(line) else bare
