"""The examples on the pages about the library have the results that the pages show."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["library.md", "library.zh-CN.md"])
def test_the_examples_give_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```pycon\n(.*?)^```", (DOCS / name).read_text("utf-8"), re.M | re.S)
    assert len(blocks) >= 4
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0)
    printed_lines: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(examples, out=printed_lines.append)
    assert failed.failed == 0, "".join(printed_lines)
