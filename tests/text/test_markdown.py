from __future__ import annotations

import pytest
from shape import shape, starts, zones
from shipped import parse

from reportlint.core.document import CODE, HTML

LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，取得了明显成效。"

PROSE_AFTER_ALL = {
    "an indent before a marker": ("    一、情况不错。\n\n    二、问题不少。", ["paragraph 一、情况不错。", "paragraph 二、问题不少。"]),
    "a tag HTML does not know": ("<请填写>\n\n<your name>\n\n<姓名> 同志", ["paragraph <请填写>", "paragraph <your name>", "paragraph <姓名> 同志"]),
    "text behind a comment": ("<!-- 提示 --> 正文", ["paragraph 正文"]),
    "text in a tag": ('<p align="right">某某局</p>', ["paragraph 某某局</p>"]),
    "a sentence above a line": (f"{LONG}\n---\n后文。", [f"paragraph {LONG}", "rule ---", "paragraph 后文。"]),
    "two lines above a line": ("甲方代表\n乙方代表\n---", ["paragraph 甲方代表", "paragraph 乙方代表", "rule ---"]),
    "lines of Han text": ("某某局\n2024年1月1日", ["paragraph 某某局", "paragraph 2024年1月1日"]),
    "a hash tag": ("#日报# 今天很好", ["paragraph #日报# 今天很好"]),
    "a number without a space": ("1.北京", ["paragraph 1.北京"]),
    "a wide indent": ("　　正文。\n\n\u00a0\u00a0正文。", ["paragraph 正文。", "paragraph 正文。"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PROSE_AFTER_ALL)
def test_a_parser_says_where_not_to_look_but_office_text_disagrees(name: str) -> None:
    text, expected = PROSE_AFTER_ALL[name]
    assert shape(parse(text, "markdown")) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("    x = foo(1)\n    # 计算\n    return x", CODE),
        ("    make build", CODE),
        ("<table>\n<tr><td>一、甲</td></tr>\n</table>", HTML),
        ("[a]: http://example.org", HTML),
    ],
)
def test_this_is_no_prose(text: str, kind: str) -> None:
    assert [block.kind for block in parse(text, "markdown").blocks] == [kind]


def test_lists() -> None:
    text = "- 甲\n  - 乙\n\n    续\n1. 丙\n2. - 丁\n   1) 戊\n- [x] 己\n-\n"
    document = parse(text, "markdown")
    assert shape(document) == [
        "item- 甲",
        "item-- 乙",
        "paragraph-- 续",
        "item- 1. 丙",
        "item-- 2. - 丁",
        "item-- 1) 戊",
        "item- 己",
        "item- ",
    ]
    assert starts(document) == [
        ("甲\n", "-", 0), ("乙\n", "-", 2), ("续\n", "", 4), ("1.", "1.", 0), ("2.", "1.", 0), ("1)", "1.", 3), ("己\n", "-", 0), ("\n", "-", 0),
    ]  # fmt: skip


def test_a_short_line_of_latin_letters_above_a_line_is_a_heading() -> None:
    assert shape(parse("§ 2 Beiträge\n---\n\n1. Eins.", "markdown"))[0] == "heading2 § 2 Beiträge"


def test_what_is_left_of_an_indent_is_not_the_item() -> None:
    document = parse("1. 甲\n\t1. 乙\n\t\t- 丙\n\n5. 丁\n\n      1. 戊\n", "markdown")
    lines = [
        (line.indent, line.bullet, document.text[line.start : line.span.end])
        for line in document.lines
    ]
    assert lines == [
        (0, "1.", "1. 甲"),
        (4, "1.", "1. 乙"),
        (8, "-", "丙"),
        (0, "1.", "5. 丁"),
        (6, "1.", "1. 戊"),
    ]


def test_a_task_box_is_no_content() -> None:
    tight, loose = (
        parse("- [ ] 甲\n- [x] 乙", "markdown"),
        parse("- [ ] 甲\n\n- [x] 乙", "markdown"),
    )
    assert shape(tight) == shape(loose) == ["item- 甲", "item- 乙"]
    assert starts(loose) == [("甲\n", "-", 0), ("乙", "-", 0)]


def test_an_english_paragraph_is_one_block_of_several_lines() -> None:
    document = parse("One *two*\n**three** four\n> five\n> _six_", "markdown")
    assert shape(document) == ["paragraph One *two*\n**three** four", "paragraph> five\n> _six_"]
    assert [document.text[line.start] for line in document.lines] == ["O", "t", "f", "s"]


def test_a_wrapped_han_paragraph_stays_one_block() -> None:
    text = "我们要坚定不移地推动高质量发展，扎实推进祖国统\n一、实现民族复兴，坚持稳中求进的工作总基调不\n动摇。"
    assert len(parse(text, "markdown").blocks) == 1


def test_code_comment_table_and_rule() -> None:
    text = "```py x\na\n```\n\n<!-- 一\n\n二 -->\n\n| 甲 |\n|---|\n| 乙 |\n\n***\n"
    document = parse(text, "markdown")
    assert shape(document) == [
        "code a\n",
        "comment <!-- 一\n\n二 -->",
        "table | 甲 |\n|---|\n| 乙 |",
        "rule ***",
    ]
    assert document.blocks[0].info == "py"


@pytest.mark.parametrize(
    ("rest", "shapes"),
    [
        ("| 丙 |\n", ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |\n| 丙 |"]),
        ("丙|\n", ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |\n丙|"]),
        ("", ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |"]),
        ("丙。\n", ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |", "paragraph 丙。"]),
        ("一、丙\n", ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |", "paragraph 一、丙"]),
        (
            "丙。\n一 | 丁\n",
            ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |", "paragraph 丙。", "paragraph 一 | 丁"],
        ),
        (
            "Ann and\nBob.\n",
            ["table | 甲 | 量 |\n|---|---|\n| 乙 | 1 |", "paragraph Ann and\nBob."],
        ),
    ],
)
def test_text_right_below_a_table_is_text(rest: str, shapes: list[str]) -> None:
    """A parser makes rows of lines without bars."""
    assert shape(parse(f"| 甲 | 量 |\n|---|---|\n| 乙 | 1 |\n{rest}", "markdown")) == shapes


def test_the_rows_of_a_single_column_need_no_bar() -> None:
    text = "| 甲 |\n|---|\n乙\n"
    assert shape(parse(text, "markdown")) == ["table | 甲 |\n|---|\n乙"]


def test_zones() -> None:
    text = '`a` [文字](http://x.y "t") [文][r] ![图](i.png) <http://z.y> [[w|维基]] <b>x</b> <填> 甲<!-- c -->乙 $x^2$ [^1]\n\n[r]: /u\n[^1]: 注'
    assert zones(parse(text, "markdown")) == [
        ("inline-code", "`a`"), ("link", '[文字](http://x.y "t")'), ("link-target", 'http://x.y "t"'), ("url", "http://x.y"), ("link", "[文][r]"),
        ("link-target", "r"), ("link", "![图](i.png)"), ("link-target", "i.png"), ("url", "<http://z.y>"), ("url", "http://z.y"),
        ("link", "[[w|维基]]"), ("link-target", "w"), ("html-tag", "<b>"), ("html-tag", "</b>"), ("comment", "<!-- c -->"), ("math", "$x^2$"),
        ("link", "[^1]"), ("link-target", " /u"),
    ]  # fmt: skip


def test_money_is_no_math() -> None:
    assert zones(parse("花费$100，收入$200。", "markdown")) == []


def test_front_matter_only_at_the_top() -> None:
    text = "---\ntitle: 总结\n---\n# 甲\n\n---\nb: c\n---\n"
    document = parse(text, "markdown")
    assert [block.kind for block in document.blocks][:2] == ["front-matter", "heading"]
    assert [entry.value for entry in document.entries] == ["总结"]


def test_footnotes_keep_their_mark() -> None:
    text = "甲[^1]。\n\n[^1]: 注释。"
    document = parse(text, "markdown")
    assert document.blocks[1].span.cut(text) == "[^1]: 注释。"


def test_the_number_of_an_item_that_is_code_is_an_item() -> None:
    text = "1. ```sh\n   make\n   ```\n2. 完成\n- ~~~\n  x\n  ~~~\n"
    assert shape(parse(text, "markdown")) == [
        "item- 1.",
        "code-    make\n",
        "item- 2. 完成",
        "code-   x\n",
    ]
