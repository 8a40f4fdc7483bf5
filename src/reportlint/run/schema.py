"""The JSON Schema of the files that people write here."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.config.json_schema import FILES as FILES
from reportlint.config.json_schema import json_schema
from reportlint.core.request import Settings
from reportlint.kinds import KINDS
from reportlint.run.list import here


def schema(file: str, settings: Settings, language: str) -> dict[str, Any]:
    """The schema of one of FILES, with the rules of the packs in use here. Raises UserError for a bad configuration."""
    return json_schema(file, here(settings).library, KINDS, language)
