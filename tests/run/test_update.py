"""`new --update`: what a report lacks is put in at its place, and nothing else changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportlint.core.diagnostic import apply
from reportlint.core.errors import UserError
from reportlint.core.report_type import REQUIRED
from reportlint.core.request import Settings
from reportlint.run.setup import Setup, Setups
from reportlint.run.update import insertions, update, write
from reportlint.scaffold.new import FORMATS, draft
from reportlint.structure.reading import DocumentReading
from reportlint.structure.roles import with_roles
from reportlint.text.parse import format_of, parse

REPORT = """\
# 2026年述职报告

各位领导：

现将一年来的情况报告如下：

## 一、主要工作

完成了十件事。

以上报告，请审议。

张三

2026年1月8日
"""
MENDED = REPORT.replace(
    "十件事。\n",
    "十件事。\n\n## 二、存在的问题\n\n{{存在的问题}}\n\n## 下一步工作打算\n\n{{下一步打算}}\n",
)


@cache
def setup() -> Setup:
    return Setups(Settings(isolated=True), whole=True).of(str(Path(__file__)))


def updated(text: str, type_id: str, form: str) -> str:
    of = setup().library.types[type_id]
    document = with_roles(parse(text, format_of(f"a.{form}"), setup().matcher), setup().matcher)
    edits, _ = insertions(DocumentReading(document, setup().matcher, of), of, form)
    return apply(text, edits)


def is_within(old: list[str], new: list[str]) -> bool:
    """Whether all old lines stand among the new ones, in order."""
    rest = iter(new)
    return all(line in rest for line in old)


TYPES = ("duty-report", "investigation-report", "adr", "postmortem")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("type_id", TYPES)
def test_all_old_lines_stay_and_twice_is_once(type_id: str, form: str) -> None:
    of = setup().library.types[type_id]
    whole = draft(of, of.blanks, form).text
    assert updated(whole, type_id, form) == whole
    for at, spec in enumerate(of.sections):
        if spec.demand != REQUIRED:
            continue
        lacking = of._replace(sections=(*of.sections[:at], *of.sections[at + 1 :]))
        text = draft(lacking, of.blanks, form).text
        new = updated(text, type_id, form)
        assert is_within(text.splitlines(), new.splitlines())
        assert updated(new, type_id, form) == new


def test_sections_are_put_in_in_the_order_of_the_type_before_the_closing() -> None:
    assert updated(REPORT, "duty-report", "md") == MENDED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_file_keeps_its_encoding_its_line_ends_and_its_mode(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode(encoding))
    path.chmod(0o640)
    found = update(str(path), "", Settings(isolated=True))
    assert path.read_bytes().decode(encoding) == REPORT.replace("\n", "\r\n")  # not yet
    write(found)
    assert path.read_bytes().decode(encoding) == MENDED.replace("\n", "\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.docx", "", "never changed"),
        ("a.rst", "Title\n=====\n", "only .md and .txt"),
        ("a.md", "# Poem\n\nRoses.\n", "no known type"),
        ("none.md", None, "no such file"),
    ],
)
def test_what_cannot_be_updated_is_refused_with_a_word(
    tmp_path: Path, name: str, text: str | None, words: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        update(str(tmp_path / name), "", Settings(isolated=True))
    assert words in raised.value.problems[0].message.en
