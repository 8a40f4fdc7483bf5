"""Word documents with a change in one part, or in their packed bytes: the damage gets past the zip
archive to the reader."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tools.fuzz.mutate import MOST_BYTES, mutated
from tools.fuzz.samples import word_document

_PACKED = 8  # one in so many inputs has changes in its packed bytes
_documents: list[Path] = []


def use(folder: Path) -> int:
    """Use the documents in a folder instead of the sample; their number."""
    _documents[:] = sorted(path for path in folder.rglob("*.docx") if path.is_file())
    return len(_documents)


def package(rng: random.Random) -> bytes:
    """A document with changes in one of its XML parts, sometimes in its packed bytes."""
    data = rng.choice(_documents).read_bytes() if _documents else word_document()
    parts = None if rng.randrange(_PACKED) == 0 else _parts(data)
    if not parts:
        return _changed(data, [data], rng)
    name = rng.choice([name for name in parts if name.endswith(".xml")] or list(parts))
    parts = {**parts, name: _changed(parts[name], list(parts.values()), rng)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return packed.getvalue()


@lru_cache(maxsize=256)
def _parts(data: bytes) -> dict[str, bytes]:
    """The XML parts and relationships of a package; empty if the data are not an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = (name for name in archive.namelist() if name.endswith((".xml", ".rels")))
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, OSError, ValueError):
        return {}


def _changed(data: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """The data with changes in one range of at most `MOST_BYTES`."""
    start = rng.randrange(max(1, len(data) - MOST_BYTES))
    end = start + MOST_BYTES
    pieces = [data[start:end], *(other[:MOST_BYTES] for other in others)]
    return data[:start] + mutated([data[start:end]], rng, pieces) + data[end:]
