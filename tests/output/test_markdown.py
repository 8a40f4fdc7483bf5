from __future__ import annotations

from itertools import pairwise

import pytest

from reportlint.core.report import Report
from reportlint.output.safe_text import markdown, one_line
from support.sample import each_report, pairs, rendered
from support.validators import needs_validators


@needs_validators
@each_report
def test_a_table_says_what_is_found_and_nothing_else(result: Report) -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(rendered("markdown", result))
    children = [child for token in tokens for child in token.children or []]
    assert all(child.type in ("text", "text_special") for child in children)
    cells = [
        "".join(child.content for child in token.children or [])
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    ]
    rows = [tuple(cells[at + 1 : at + 4]) for at in range(0, len(cells), 4)]
    wanted = []
    for file, diagnostic in pairs(result):
        line, column = file.lines.position(diagnostic.span.start)
        place = f"{one_line(file.path)}:{line}:{column}"
        wanted.append((place, diagnostic.rule, one_line(diagnostic.message).strip()))
    assert rows == wanted


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("第三点：3.5%", "第三点：3.5%"),
        ("a|b", r"a\|b"),
        (
            "[a](b) <c> `d` *e* _f_ ~g~ $h$ &i; \\",
            r"\[a\](b) \<c\> \`d\` \*e\* \_f\_ \~g\~ \$h\$ \&i; \\",
        ),
        ("两\n行", "两␊行"),
    ],
)
def test_no_character_of_a_text_means_anything(text: str, written: str) -> None:
    assert markdown(text) == written
