"""Findings become comments."""

from __future__ import annotations

from pathlib import Path

from reportlint.core.request import Settings
from reportlint.docx.reader import read
from reportlint.run.annotate import AUTHOR, annotate
from support.docx_parts import p
from support.word_files import OPENING, TITLE, put

ISOLATED = Settings(isolated=True, language="en")


def test_each_comment_is_on_what_it_speaks_of(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.docx",
        TITLE + OPENING + p("巡查XX次。") + p("一是巡查堤防。二是检修闸门。四是培训人员。"),
    )
    output = tmp_path / "b.docx"
    made = annotate(str(path), str(output), ISOLATED)
    copy = read(output.read_bytes())
    on = [
        copy.lines[comment.line - 1].text[comment.column : comment.end_column]
        for comment in copy.comments
    ]
    assert on == ["XX", "四是"]
    assert {comment.author for comment in copy.comments} == {AUTHOR}
    assert "(ordinal-gap)" in copy.comments[1].text
    assert made.comments == 2


def test_what_is_missing_is_said_at_a_place_of_the_text(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.docx",
        p("关于防汛工作情况的报告", "T")
        + p("一、巡查", "H1")
        + p("二、检修", "H1")
        + p("今年检修三次。"),
    )
    output = tmp_path / "b.docx"
    made = annotate(str(path), str(output), ISOLATED)
    comments = read(output.read_bytes()).comments
    assert made.comments == len(comments) > 0
    assert all(comment.line for comment in comments)
