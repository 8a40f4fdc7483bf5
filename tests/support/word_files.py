"""Word documents on disk, for tests that run the program."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from support.docx_parts import HEADINGS, docx, p

TITLE = p("防汛工作记录", "T")
OPENING = p("现将今年的工作情况报告如下。")
SOUND = TITLE + OPENING + p("全年巡查堤防三十二次。")
BLANK = TITLE + OPENING + p("全年巡查堤防XX次。")


def put(path: Path | str, body: str = BLANK, **parts: str) -> Path:
    """Write a document with these paragraphs to `path`."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(docx(body, "", styles=HEADINGS, **parts))
    return path


def part_of(path: Path | str, name: str) -> str:
    """A part of the document at `path`; "" if there is no part with that name."""
    with zipfile.ZipFile(io.BytesIO(Path(path).read_bytes())) as archive:
        return archive.read(name).decode() if name in archive.namelist() else ""
