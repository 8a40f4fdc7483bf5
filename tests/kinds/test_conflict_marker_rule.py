"""The shipped rule `conflict-marker`: what only looks like a mark of a merge, then marks."""

from __future__ import annotations

import pytest

from support.shipped_rules import check, hits

RULE = "conflict-marker"
ALL = "<<<<<<< HEAD\n甲。\n=======\n乙。\n>>>>>>> main\n"

SILENT = [
    "```\n" + ALL + "```\n",
    "    " + ALL.replace("\n", "\n    ") + "\n",
    "Title\n=======\n\nText.\n",
    "a << b, <<<<<<<<<< and `<<<<<<< HEAD`, x <<<<<<< HEAD\n",
    "> > > a quotation\n>>>>>>> On Monday Ann wrote:\n>>>>>>> the disk\n",
    "<<<<<<<\n",
]
FIRES = [
    "正文。\n\n⟦<<<<<<< HEAD⟧\n甲。\n=======\n乙。\n>>>>>>> main\n",
    "⟦<<<<<<< HEAD⟧\r\n甲。\r\n=======\r\n乙。\r\n>>>>>>> main\r\n",
    "⟦<<<<<<< Updated upstream⟧\nA\n||||||| 1f2e3d4\n=======\nB\n>>>>>>> Stashed changes\n",
    "- one\n⟦<<<<<<< HEAD⟧\n- two\n=======\n- three\n>>>>>>> a/b\n- four\n",
    "---\n⟦<<<<<<< HEAD⟧\ntitle: A\n=======\ntitle: B\n>>>>>>> main\n---\n\nText.\n",
    "甲。\n>>>>>>> ⟦main⟧\n",
    "甲。\n\n>>>>>>> ⟦1f2e3d4 (Name the owner)⟧\n",
    # two conflicts, two findings
    (
        "⟦<<<<<<< HEAD⟧\n甲。\n=======\n乙。\n>>>>>>> main\n\n⟦<<<<<<< HEAD⟧\n丙。\n=======\n丁。"
        "\n>>>>>>> main\n"
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, "markdown")] == []


@pytest.mark.parametrize("text", FIRES)
def test_fires(text: str) -> None:
    check(RULE, text, "markdown")


@pytest.mark.parametrize("text", FIRES[:3])
def test_fires_in_plain_text(text: str) -> None:
    check(RULE, text, "text")
