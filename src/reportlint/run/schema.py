"""The JSON Schemas of the files that users write, and of the output for programs."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.config.json_schema import json_schema
from reportlint.core.request import Settings
from reportlint.kinds import KINDS
from reportlint.output.addresses import schema_id
from reportlint.output.json_schema import output_schema
from reportlint.run.list import here

OUTPUT = "output"


def schema(file: str, settings: Settings, language: str) -> dict[str, Any]:
    """The schema of a kind of file: config, rule, type or pack, or OUTPUT, which the format `json`
    writes. It contains the rules of the packs in use here. Raises UserError for a bad
    configuration."""
    if file == OUTPUT:
        made = output_schema(language)
    else:
        made = json_schema(file, here(settings).library, KINDS, language)
    return {"$schema": made["$schema"], "$id": schema_id(file), **made}
