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
        (WHEN, []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in fields.complaints(options)] == to_blame
