"""Unified diffs of a text, as `git apply` and `patch -p1` take them."""

from __future__ import annotations

CONTEXT = 3
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def unified(path: str, old: str, new: str) -> str:
    """The diff of a file; "" if nothing would change.

    Only `\\n` ends a line, as for Git: a `\\r` is part of its line.
    """
    if old == new:
        return ""
    from difflib import unified_diff

    lines = [*unified_diff(_lines(old), _lines(new), n=CONTEXT, lineterm="")][2:]
    body = "".join(line if line.endswith("\n") else line + _ending(line) for line in lines)
    return f"--- {_name('a', path)}\n+++ {_name('b', path)}\n{body}"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _ending(line: str) -> str:
    return "\n" if line.startswith("@@") else "\n\\ No newline at end of file\n"


def _name(side: str, path: str) -> str:
    """The path as Git writes it: quoted if it contains control characters, followed by a tab if it
    contains a space."""
    whole = f"{side}/{path.removeprefix('./').lstrip('/')}"
    if any(char in _ESCAPES or char < " " or char == "\x7f" for char in whole):
        return (
            '"'
            + "".join(
                _ESCAPES.get(char, f"\\{ord(char):03o}" if char < " " or char == "\x7f" else char)
                for char in whole
            )
            + '"'
        )
    return f"{whole}\t" if " " in whole else whole
