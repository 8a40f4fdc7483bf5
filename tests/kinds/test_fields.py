from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import fields
from support.kinds import check, hits

STATUS = {"fields": {"Status": {"required": True, "one-of": ["Draft", "Final"]}}}
DATE = {"fields": {"date": {"format": [r"\d{4}-\d\d-\d\d"], "filled": True}}}
ORDER = {"fields": {"Title": {}, "Author": {}, "Type": {}}, "ordered": True}
WHEN = {"fields": {"Topic": {"when": {"Type": ["Standards Track"]}}, "Type": {}}}
EXTRA = {"fields": {"title": {}}, "no-extra": True}
ANY = {"fields": {}, "any-of": ["owner", "author"]}
ONCE = {"fields": {"Author": {"once": True}}}
NEVER_TWICE = {"fields": {}, "once": True}
BOTH = {"fields": {"Topic": {"when": {"Type": ["Rule"], "Status": ["Draft"]}}}}
EITHER = {"fields": {"Topic": {"when-any": {"Type": ["Rule"], "Status": ["Draft"]}}}}
AUTHORS = {"fields": {"Author": {"format": ["[A-Z]+(?:, [A-Z]+)*"]}}}
LEVEL = {"fields": {"密级": {"required": True, "one-of": ["公开", "内部"]}}}
BELOW = {**LEVEL, "below-title": True}

SILENT: list[tuple[dict[str, Any], str, str]] = [
    (STATUS, "---\nStatus: Draft\n---\n\n# A\n", "markdown"),
    (STATUS, "# A\n\nText.\n", "markdown"),  # no front matter: another rule's concern
    (STATUS, "Note: read this.\n\nText.\n", "text"),  # one line is no header
    (STATUS, "Note: a\nand so on\nOther: b\n\nText.\n", "text"),  # text between the lines
    (STATUS, "Title: A\nAuthor: B,\n    C\nStatus: Final\n\nText.\n", "rst"),
    ({**STATUS, "ignore-case": True}, "---\nstatus: draft\n---\n\n# A\n", "markdown"),
    (DATE, "---\ndate: '2026-03-05'\n---\n\n# A\n", "markdown"),
    (DATE, "---\ntitle: A\n---\n\n# A\n", "markdown"),
    (ORDER, "Title: A\nOther: x\nType: P\n\nText.\n", "text"),
    (WHEN, "Title: A\nType: Process\n\nText.\n", "text"),
    (EXTRA, "---\ntitle: A\n---\n\n# A\n", "markdown"),
    (ANY, "---\nauthor: A\n---\n\n# A\n", "markdown"),
    (ONCE, "Title: A\nTitle: B\nAuthor: C\n\nText.\n", "text"),  # not said of this field
    (STATUS, "Status: Draft\nStatus: Draft\n\nText.\n", "text"),  # not asked for
    (NEVER_TWICE, "Title: A\nAuthor: B\n\nTitle: C\n", "text"),  # below the header
    (BOTH, "Type: Rule\nStatus: Final\n\nText.\n", "text"),  # only one of the two
    (EITHER, "Type: Process\nStatus: Final\n\nText.\n", "text"),
    (AUTHORS, "Title: x\nAuthor: A,\n  B,\n\tC\n\nText.\n", "text"),  # a value that goes on
    (AUTHORS, "Title: x\nAuthor: A,\n  B,\n  C\n\nText.\n", "rst"),
    (AUTHORS, "---\nAuthor: A,\n  B\nx: y\n---\n\n# A\n", "markdown"),
    (AUTHORS, "---\nAuthor: >-\n  A,\n  B\n---\n\n# A\n", "markdown"),
    (DATE, "---\ndate:\n  - 2026\n---\n\n# A\n", "markdown"),  # a list is not empty
    (DATE, "---\ndate:\n- 2026\n---\n\n# A\n", "markdown"),
    (LEVEL, "发布日期：2026年3月5日\n密级：内部\n\n正文。\n", "text"),
    (LEVEL, "密　级: 内部\n发布日期: 2026年\n\n正文。\n", "markdown"),  # spaced out, half width
    (LEVEL, "市教育局：\n\n现将情况报告如下。\n", "text"),  # an addressee
    (LEVEL, "会议强调：要落实。\n会议指出：要检查。\n散会。\n", "text"),  # no blank line
    (LEVEL, "# 纪要\n\n时间：三月\n地点：会议室\n\n正文。\n", "markdown"),  # below the title
    (BELOW, "# 纪要\n\n时间：三月\n密级：内部\n\n正文。\n", "markdown"),
    (BELOW, "# 纪要\n\n正文。\n\n时间：三月\n地点：会议室\n", "markdown"),  # not right below
    (BELOW, "# 纪要\n\n时间：三月\n\n正文。\n", "markdown"),  # one line is no header
]

FIRES: list[tuple[dict[str, Any], str, str]] = [
    (STATUS, "---\nStatus: ⟦Drfat⟧\n---\n\n# A\n", "markdown"),
    (STATUS, "⟦Title: A⟧\nType: P\n\nText.\n", "rst"),
    (STATUS, "---\nStatus: ⟦draft⟧\n---\n\n# A\n", "markdown"),  # case counts unless said
    ({**STATUS, "needs": True}, "⟦# A⟧\n\nText.\n", "markdown"),
    (DATE, "---\ndate: ⟦5 March⟧\n---\n\n# A\n", "markdown"),
    (DATE, "---\n⟦date⟧:\n---\n\n# A\n", "markdown"),
    (ORDER, "Title: A\nType: P\n⟦Author⟧: B\n\nText.\n", "text"),
    (WHEN, "⟦Title: A⟧\nType: Standards Track\n\nText.\n", "text"),
    (EXTRA, "---\ntitle: A\n⟦tilte⟧: B\n---\n\n# A\n", "markdown"),
    (ONCE, "Author: A\nTitle: B\n⟦Author⟧: C\n\nText.\n", "text"),
    (NEVER_TWICE, "---\na: 1\nb: 2\n⟦a⟧: 1\n---\n\n# A\n", "markdown"),
    (BOTH, "⟦Type: Rule⟧\nStatus: Draft\n\nText.\n", "text"),
    (EITHER, "⟦Type: Process⟧\nStatus: Draft\n\nText.\n", "text"),
    (AUTHORS, "Title: x\nAuthor: ⟦A,\n  2⟧\n\nText.\n", "text"),
    (AUTHORS, "Title: x\nAuthor: ⟦A,\n  2⟧\n\nText.\n", "rst"),
    (AUTHORS, "---\nAuthor: ⟦A,\n  2⟧\nx: y\n---\n\n# A\n", "markdown"),
    (AUTHORS, "---\nAuthor: >-\n  ⟦A,\n  2⟧\n---\n\n# A\n", "markdown"),
    (LEVEL, "发布日期：2026年3月5日\n密级：⟦绝密⟧\n\n正文。\n", "text"),
    (LEVEL, "⟦发布日期：2026年⟧\n来源：市政府\n\n正文。\n", "text"),
    (BELOW, "# 纪要\n\n时间：三月\n密级：⟦绝密⟧\n\n正文。\n", "markdown"),
    (BELOW, "# 纪要\n密　级：⟦绝密⟧\n时间：三月", "markdown"),
    (ANY, "⟦---⟧\ntitle: A\n---\n\n# A\n", "markdown"),
]


@pytest.mark.parametrize(("options", "text", "format"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str, format: str) -> None:
    check("fields", options, text, format)


@pytest.mark.parametrize(("options", "text", "format"), FIRES)
def test_fires(options: dict[str, Any], text: str, format: str) -> None:
    assert check("fields", options, text, format)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("fields", STATUS, "---\nStatus: Drfat\n---\n\n# A\n")
    assert (hit.values["field"], hit.values["found"], hit.values["expected"]) == (
        "Status",
        "Drfat",
        ("Draft", "Final"),
    )


@pytest.mark.parametrize(
    ("options", "to_blame"),
    [
        ({"fields": {}}, ["fields"]),
        ({"fields": {"a": {"when": {"a": ["b"]}}}}, ["fields"]),
        ({"fields": {"a": {"when-any": {"a": ["b"]}}}}, ["fields"]),
        (NEVER_TWICE, []),
        (WHEN, []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in fields.complaints(options)] == to_blame
