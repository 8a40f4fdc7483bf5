from __future__ import annotations

import pytest
from shape import headings, shape, starts, zones
from shipped import parse

PEP = """\
PEP: 9999
Title: Something
Author: A Writer <a@example.org>,
        B Writer

Abstract
========

One line
and another with ``code`` and a `link <http://x.y>`_.

Details
-------

Example::

    1. not an item

.. code-block:: python

   x = 1

.. a comment
   on two lines

.. note:: Beware
   of this.

.. _target: http://example.org

Rejected
========

1. First
   goes on
2. Second

   - nested

* bullet

+---+---+
| a | b |
+---+---+

=== ===
a   b
=== ===
1   2
=== ===

----

.. [1] A note.
"""


def test_all_that_a_pep_holds() -> None:
    assert shape(parse(PEP, "rst")) == [
        (
            "front-matter PEP: 9999\nTitle: Something\nAuthor: A Writer <a@example.org>,\n        B"
            " Writer"
        ),
        "heading1 Abstract",
        "paragraph One line\nand another with ``code`` and a `link <http://x.y>`_.",
        "heading2 Details",
        "paragraph Example::",
        "code 1. not an item",
        "code .. code-block:: python\n\n   x = 1",
        "comment .. a comment\n   on two lines",
        "paragraph Beware\n   of this.",
        "html .. _target: http://example.org",
        "heading1 Rejected",
        "item- 1. First\n   goes on",
        "item- 2. Second",
        "item-- nested",
        "item- bullet",
        "table +---+---+\n| a | b |\n+---+---+",
        "table === ===\na   b\n=== ===\n1   2\n=== ===",
        "rule ----",
        "paragraph A note.",
    ]


def test_entries_and_zones() -> None:
    document = parse(PEP, "rst")
    assert [(entry.key, entry.value) for entry in document.entries][:2] == [
        ("PEP", "9999"),
        ("Title", "Something"),
    ]
    assert zones(document)[1:4] == [
        ("inline-code", "``code``"),
        ("link", "`link <http://x.y>`_"),
        ("link-target", "http://x.y"),
    ]


def test_where_content_begins() -> None:
    assert starts(parse("1. 甲\n2. 乙\n\n   * 丙\n", "rst")) == [
        ("1.", "1.", 0),
        ("2.", "1.", 0),
        ("丙\n", "*", 3),
    ]


def test_overlines_make_a_style_of_their_own() -> None:
    text = "=====\nTitle\n=====\n\nPart\n====\n\n正文。\n\n章节\n----\n\nx\n"
    assert headings(parse(text, "rst")) == [(1, "Title"), (2, "Part"), (3, "章节")]


def test_near_misses() -> None:
    document = parse(
        "A. Person wrote\nthis paragraph.\n\nNote: this is\nno header either.\n", "rst"
    )
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]
    assert document.entries == ()


def test_a_field_list_at_the_top() -> None:
    document = parse(":Author: 某人\n:Date: 2024\n\n正文。\n", "rst")
    assert [(entry.key, entry.value) for entry in document.entries] == [
        ("Author", "某人"),
        ("Date", "2024"),
    ]


BLOCKS = [
    pytest.param(">>> 1 + 1\n2\n\n甲", ["code >>> 1 + 1\n2", "paragraph 甲"], id="a doctest"),
    pytest.param("::\n\n  甲\n\n乙", ["code ::\n\n  甲", "paragraph 乙"], id="two colons alone"),
    pytest.param(
        "__ http://x.y\n\n甲", ["html __ http://x.y", "paragraph 甲"], id="a target without a name"
    ),
    pytest.param(
        "..\n\n   甲", ["comment ..", "paragraph 甲"], id="an empty comment holds nothing"
    ),
    pytest.param(
        ".. list-table::\n\n   * - 甲\n\n乙",
        ["table .. list-table::\n\n   * - 甲", "paragraph 乙"],
        id="a table",
    ),
    pytest.param(
        ".. contents:: 甲\n   :depth: 2\n\n乙",
        ["html .. contents:: 甲\n   :depth: 2", "paragraph 乙"],
        id="a table of contents",
    ),
    pytest.param(
        "甲::\n\n> 一\n> 二\n\n乙",
        ["paragraph 甲::", "code > 一\n> 二", "paragraph 乙"],
        id="a quoted literal",
    ),
    pytest.param(
        "甲::\n\n乙", ["paragraph 甲::", "paragraph 乙"], id="colons that announce nothing"
    ),
    pytest.param(
        "甲::\n\n.. 乙", ["paragraph 甲::", "comment .. 乙"], id="colons before a comment"
    ),
    pytest.param(
        "===\n甲\n\n乙",
        ["paragraph ===", "paragraph 甲", "paragraph 乙"],
        id="a line above and none below",
    ),
    pytest.param(
        "- 甲::\n\n    乙\n\n- 丙",
        ["item- 甲::", "code- 乙", "item- 丙"],
        id="a literal of an item",
    ),
    pytest.param(
        "---\ntitle: 甲\n---\n\n乙", ["front-matter title: 甲\n", "paragraph 乙"], id="front matter"
    ),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: list[str]) -> None:
    assert shape(parse(text, "rst")) == expected


def test_mathematics_is_no_prose() -> None:
    assert zones(parse("见 :math:`a_1` 。", "rst")) == [("math", ":math:`a_1`")]
