"""Fields: places whose text Word computes. The text read here is the last result that Word saved.

A field is written as begin, code, separator, result, end; codes and results may contain fields. The
code is not text, except for the few fields that have no result and show a part of their code.
"""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint.docx.xml import Node, small_number

_CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
_BUTTON = lazy(r"\s*MACROBUTTON\s+\S+\s+(.*?)\s*", re.I | re.S)
_OVERSTRIKE = lazy(r"\s*EQ\s+.*?\\o\S*?\s*\((.*)\)\s*", re.I | re.S)
_RINGS = frozenset("○◯〇□△◇")


class Field:
    """A field that has begun and not ended yet."""

    __slots__ = ("code", "form", "in_code", "start", "written")

    def __init__(self, form: Node | None = None) -> None:
        self.code = ""
        self.in_code = True
        self.form = form  # the begin mark, which holds the settings of a form field
        self.start = -1  # offset of its result in the paragraph; -1: begun in an earlier one
        self.written = False  # whether any text of the result was read

    @property
    def kind(self) -> str:
        """The first word of the code, in capitals."""
        return (self.code.split(None, 1) or [""])[0].upper()

    @property
    def is_contents(self) -> bool:
        """Whether the result is a table of contents or an index."""
        return not self.in_code and self.kind in _CONTENTS


class Fields:
    """The fields that are open at the current position in a story. With `keep_contents`, a table of
    contents is ordinary text."""

    def __init__(self, keep_contents: bool = False) -> None:
        self.open: list[Field] = []
        self._keep_contents = keep_contents

    def end_paragraph(self) -> None:
        """Drop the innermost fields whose code has not ended, because they would hide all text that
        follows. Only damaged files have such fields."""
        while self.open and self.open[-1].in_code:
            self.open.pop()

    @property
    def visible(self) -> bool:
        """Whether text at the current position is printed: it is not in the code of a field."""
        return not self.open or not any(field.in_code for field in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether the current position is in a table of contents; always False with
        `keep_contents`."""
        return not self._keep_contents and any(field.is_contents for field in self.open)

    @property
    def is_body(self) -> bool:
        """Whether text at the current position is printed and not in a table of contents."""
        return self.visible and not self.in_contents

    def add_code(self, text: str) -> None:
        """Add `text` to the code of the innermost field, unless that code has ended."""
        if self.open and self.open[-1].in_code:
            self.open[-1].code += text


def standing_for(field: Field) -> tuple[str, bool]:
    """The text shown for a field without a result, and whether it is a blank to fill in; ("",
    False) if the field shows nothing."""
    match field.kind:
        case "MACROBUTTON":
            button = _BUTTON.fullmatch(field.code)
            return (button[1], True) if button else ("", False)
        case "EQ":
            return _overstruck(field.code), False
        case "FORMCHECKBOX":
            return _checked(field.form), False
        case "FORMDROPDOWN":
            return _chosen(field.form), False
    return "", False


def _overstruck(code: str) -> str:
    """The text of an EQ field that prints characters over each other: ① for 1 in a ring; for a
    character with its reading, the character. "" for other EQ fields."""
    match = _OVERSTRIKE.fullmatch(code)
    if not match:
        return ""
    pieces = re.split(r"[,，;](?![^(]*\))", match[1])
    ring = any(piece.strip() in _RINGS for piece in pieces)
    inner = [piece.strip() for piece in pieces if piece.strip() not in _RINGS]
    last = inner[-1] if inner else ""
    value = small_number(last)
    return chr(0x245F + value) if ring and 0 < value <= 20 else last


def _checked(form: Node | None) -> str:
    box = form.child("w:checkBox") if form else None
    if box is None:
        return ""
    checked = box.flag("w:checked")
    return "☑" if (box.flag("w:default") if checked is None else checked) else "☐"


def _chosen(form: Node | None) -> str:
    choices = form.child("w:ddList") if form else None
    if choices is None:
        return ""
    entries = [entry.attributes.get("val", "") for entry in choices.all("w:listEntry")]
    chosen = small_number(choices.value("w:result") or choices.value("w:default"))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
