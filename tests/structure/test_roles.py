from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from roles import BODY
from shipped import MATCHER, parse

from reportlint.core import document as d
from reportlint.structure.roles import with_roles

ROLES = {d.TITLE, d.MASTHEAD, d.ADDRESSEE, d.BODY, d.SIGNATURE, d.DATE, d.AFTERWORD}


@given(
    st.lists(
        st.sampled_from(
            [
                "述职报告",
                "各位代表：",
                BODY,
                "张三",
                "2026年1月5日",
                "附件：1.甲",
                "",
                "# 一",
                "> 甲",
                "（此件公开发布）",
                "#",
                "# 县水务局",
                "# 2025年工作总结",
                "**",
                "1、",
                "：",
                "- ",
                "```",
            ]
        )
    )
)
def test_any_order_of_lines(lines: list[str]) -> None:
    document = parse("\n".join(lines), "markdown")
    read = with_roles(document, MATCHER)
    assert with_roles(read, MATCHER) is read
    assert [block._replace(role="") for block in read.blocks] == list(document.blocks)
    assert {block.role for block in read.blocks} <= ROLES
