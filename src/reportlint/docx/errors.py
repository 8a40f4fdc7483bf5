"""The error for bytes that are not a readable Word document."""

from __future__ import annotations

from reportlint.core.errors import ReasonError
from reportlint.core.text import Text


class DocxError(ReasonError):
    """The bytes are not a Word document, or one that is damaged, locked or too large."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(zh, en))
