"""What the packs that ship know of ordinals, for the tests of ordinals, text and structure."""

from __future__ import annotations

from reportlint.core.document import Document
from reportlint.core.request import Settings
from reportlint.ordinals.matcher import Matcher
from reportlint.run.setup import Setups
from reportlint.text import parse as text

MATCHER: Matcher = Setups(Settings(isolated=True)).of("report.md").matcher
LEXICON = MATCHER.lexicon


def parse(source: str, format: str) -> Document:
    """The document of a text, its headings numbered in the styles that ship."""
    return text.parse(source, format, MATCHER)
