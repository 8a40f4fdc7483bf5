"""What is wrong with bytes that are no Word document, or none that can be read."""

from __future__ import annotations

from reportlint.core.text import Text


class DocxError(Exception):
    """The bytes are no Word document, or one that is damaged, locked or too large. `reason` is for
    people."""

    def __init__(self, zh: str, en: str) -> None:
        self.reason = Text(zh, en)
        super().__init__(en)
