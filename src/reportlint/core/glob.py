"""Match paths against globs with the semantics of `.gitignore`, the only glob semantics of the
tool.

`*` and `?` do not match `/`; a segment `**` matches any number of folders; a glob without `/`
matches at any depth; a glob that ends in `/` matches folders only; `[a-c]`, `[!a]` and
`[[:alpha:]]` are classes; `\\` escapes the next character. Unlike Git, which counts bytes, `?` and
a class match one code point: `?.md` matches 甲.md.

No pattern can be slow. Each `*` and `**` takes the leftmost text after which the pattern goes on,
without backtracking, so a match takes at most len(pattern) × len(path) comparisons. `re` is not
used: importing it and compiling one pattern takes longer than matching all globs of a usual
configuration.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from reportlint.core.glob_syntax import Chunk, Glob, Segment, parse_glob
from reportlint.core.text import Text


def matches(globs: Sequence[str], path: str) -> bool:
    """Whether the globs match a file or a folder above it. The last glob that matches decides; `!`
    excludes again.

    `path` is relative, with `/`. A leading `./` of a glob is ignored. A glob that `parse_glob`
    rejects matches nothing.
    """
    if not globs:
        return False
    parts = path.split("/")
    matched = False
    for glob, needed in _parsed(tuple(globs)):
        if matched == glob.negated and needed in path and _matches_above(glob, parts):
            matched = not matched
    return matched


def verdict(globs: Sequence[Glob], path: str, *, folder: bool) -> bool | None:
    """The result of the last of `globs` that matches `path` itself: True to ignore the path, False
    (`!`) to keep it; None if none matches."""
    parts = path.split("/")
    for glob in reversed(globs):
        if (folder or not glob.folder_only) and _matches_whole(glob, parts):
            return not glob.negated
    return None


_ENDINGS = frozenset("md markdown txt rst docx doc wps pdf text".split())
# Beginnings of absolute paths. Not `/` alone: `/a` is `a` in the folder of the file.
_OUTSIDE = ("~/", "/home/", "/Users/", "/root/", "/mnt/", "/Volumes/")


def lint_glob(text: str) -> Text | None:
    """The message for a glob that would silently match nothing or not what its author meant; None
    for a sound one."""
    if not text.strip("!/ "):
        return Text("通配符不能为空", "an empty glob matches nothing")
    if "{" in text and "," in text and "}" in text:
        return Text(
            f"通配符“{text}”不支持花括号；请写成列表",
            f"glob “{text}”: braces are not supported, write a list",
        )
    if "\\" in text:
        return Text(
            f"通配符“{text}”里的路径分隔符要用 /", f"glob “{text}”: separate folders with /"
        )
    if any(part == ".." for part in text.split("/")):
        return Text(
            f"通配符“{text}”不能指向配置文件所在文件夹之外",
            f"glob “{text}” points outside the folder of its file",
        )
    if text.lstrip("!").startswith(_OUTSIDE):
        return Text(
            f"通配符“{text}”：从配置文件所在的文件夹写起，不写整台机器上的路径",
            f"glob “{text}”: it begins at the folder of its file, and is no path of the machine",
        )
    if "//" in text:
        return Text(f"通配符“{text}”里有两个连着的 /", f"glob “{text}”: two slashes in a row")
    if parse_glob(text) is None:
        return Text(f"通配符“{text}”的方括号有误", f"glob “{text}”: bad brackets")
    return _not_meant(text)


def _not_meant(text: str) -> Text | None:
    """The message for a glob that can match but is not what its author meant: a regex, or an
    extension alone; None for a sound one."""
    bare = text.lstrip("!")
    if bare.startswith("^") or bare.endswith("$"):
        return Text(
            f"通配符“{text}”：这里不写正则，* 代表任意文字，** 代表任意层文件夹",
            f"glob “{text}”: no regex; * is any text, ** any folders",
        )
    if bare.startswith(".") and bare[1:] in _ENDINGS:
        return Text(
            f"通配符“{text}”只指名为“{text}”的文件；这种扩展名的文件写 *{bare}",
            f"glob “{text}” is a file of this name; files with this ending are *{bare}",
        )
    return None


@lru_cache(maxsize=64)
def _parsed(globs: tuple[str, ...]) -> tuple[tuple[Glob, str], ...]:
    """The parsed globs of a configuration, without those that cannot match; each with a text that
    is in all paths that it matches."""
    bare = (text.replace("./", "", 1) if text.startswith(("./", "!./")) else text for text in globs)
    parsed = (glob for text in bare if (glob := parse_glob(text)) is not None)
    return tuple((glob, _longest_literal(glob)) for glob in parsed)


def _longest_literal(glob: Glob) -> str:
    segments = chain.from_iterable(glob.groups)
    chunks = (chunk for segment in segments for chunk in segment if isinstance(chunk, str))
    return max(chunks, key=len, default="")


def _matches_above(glob: Glob, parts: Sequence[str]) -> bool:
    """Whether `glob` matches the file with the path segments `parts`, or one of the folders that
    contain it."""
    end = _first_end(glob.groups, parts)
    return 0 <= end <= len(parts) - glob.inside - glob.folder_only


def _matches_whole(glob: Glob, parts: Sequence[str]) -> bool:
    """Whether `glob` matches the path segments `parts` as a whole."""
    if glob.inside:
        return 0 <= _first_end(glob.groups, parts) < len(parts)
    *others, last = glob.groups
    start = len(parts) - len(last)
    if not others:
        return start == 0 and _stands_at(last, parts, 0)
    return 0 <= _first_end(others, parts) <= start and _stands_at(last, parts, start)


def _first_end(groups: Sequence[tuple[Segment, ...]], parts: Sequence[str]) -> int:
    """Match the groups of segments in order, each as far to the left as possible. Return the number
    of path segments up to the end of the last group; -1 if a group is not found."""
    end = len(groups[0])
    if not _stands_at(groups[0], parts, 0):
        return -1
    for group in groups[1:]:
        places = range(end, len(parts) - len(group) + 1)
        start = next((place for place in places if _stands_at(group, parts, place)), -1)
        if start < 0:
            return -1
        end = start + len(group)
    return end


def _stands_at(group: tuple[Segment, ...], parts: Sequence[str], start: int) -> bool:
    if len(parts) - start < len(group):
        return False
    return all(map(_segment_matches, group, parts[start:]))


def _segment_matches(segment: Segment, name: str) -> bool:
    """Whether a glob segment matches a path segment: its first chunk at the start, its last at the
    end, the others in order between."""
    if len(segment) == 1:
        return len(segment[0]) == len(name) and _chunk_at(segment[0], name, 0)
    end = len(name) - len(segment[-1])
    at = len(segment[0])
    if end < at or not _chunk_at(segment[0], name, 0) or not _chunk_at(segment[-1], name, end):
        return False
    for chunk in segment[1:-1]:
        at = _find_chunk(chunk, name, at, end)
        if at < 0:
            return False
        at += len(chunk)
    return True


def _chunk_at(chunk: Chunk, name: str, at: int) -> bool:
    if isinstance(chunk, str):
        return name.startswith(chunk, at)
    return all(
        item == char if isinstance(item, str) else item.has(char)
        for item, char in zip(chunk, name[at : at + len(chunk)], strict=True)
    )


def _find_chunk(chunk: Chunk, name: str, start: int, end: int) -> int:
    """The offset of the first match of a chunk in `name` between `start` and `end`; -1 if there is
    none."""
    if isinstance(chunk, str):
        return name.find(chunk, start, end)
    places = range(start, end - len(chunk) + 1)
    return next((place for place in places if _chunk_at(chunk, name, place)), -1)
