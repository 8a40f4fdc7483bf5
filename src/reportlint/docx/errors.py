"""The error for bytes that are not a readable Word document."""

from __future__ import annotations

from reportlint.core.text import Text


class DocxError(Exception):
    """The bytes are not a Word document, or one that is damaged, locked or too large. `reason` is
    the message for users."""

    def __init__(self, zh: str, en: str) -> None:
        self.reason = Text(zh, en)
        super().__init__(en)
