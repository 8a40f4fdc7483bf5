"""reportlint's findings in texts, with offsets instead of lines and columns."""

from __future__ import annotations

import json
import subprocess
import tempfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class ToolError(Exception):
    """reportlint cannot be run, or did not print findings. The message contains its output."""


class Finding(NamedTuple):
    """One diagnostic; `start` and `end` are offsets in code points."""

    rule: str
    severity: str
    start: int
    end: int


class Lines(NamedTuple):
    """The starts of the lines of a text, to convert a line and column to an offset and back."""

    starts: tuple[int, ...]
    size: int

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text; only a line feed ends a line."""
        starts = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
        return cls(tuple(starts), len(text))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1."""
        start = self.starts[line - 1] if line <= len(self.starts) else self.size
        return min(start + column - 1, self.size)

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self.starts, offset)


def _parsed(printed: str, texts: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The findings of each text, from the JSON that reportlint printed."""
    by_name: dict[str, list[Finding]] = {name: [] for name in texts}
    lines: dict[str, Lines] = {}
    for item in json.loads(printed):
        name = item["path"].replace("\\", "/").removeprefix("./")
        if name not in lines:
            lines[name] = Lines.of(texts[name])
        start = lines[name].offset(item["line"], item["column"])
        end = lines[name].offset(item["end_line"], item["end_column"])
        by_name[name].append(Finding(item["rule"], item["severity"], start, end))
    return by_name


def findings(texts: Mapping[str, str], command: Sequence[str]) -> dict[str, list[Finding]]:
    """The findings of each text, by name. The texts are written to a temporary folder under these
    names. Raises ToolError if reportlint does not run."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        arguments = ["check", "--isolated", "--format", "json", "--fail-on", "never", "."]
        try:
            completed = subprocess.run(
                [*command, *arguments],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        except OSError as error:
            raise ToolError(f"{command[0]} does not run: {error}") from error
        if completed.returncode not in (0, 1):
            raise ToolError(
                f"{command[0]} ended with {completed.returncode}: {completed.stderr[-2000:]}"
            )
        try:
            return _parsed(completed.stdout, texts)
        except ValueError as error:
            raise ToolError(f"{command[0]} printed no JSON: {completed.stdout[:200]!r}") from error
