from __future__ import annotations

import pytest
from readings import reading

from reportlint.kinds.optional_headings import is_optional, is_template
from reportlint.structure.reading import DocumentReading

TEXT = "# 方案\n\n好。\n\n## {}\n"
REQUIRED = [
    "# Plan\n\n## Optional parts\n",
    "# Plan\n\n## Options\n",
    "# Plan\n\n## Note (optional parts of the engine)x\n",
    "# 方案\n\n## 可选方案\n",
    "# 方案\n\n## 可选方案\n\n<!-- 写明两个可选方案 -->\n",
    "# Plan\n\n## Names\n\n<!-- Tell who is in favour. Optional parts come last. -->\n",
    "# Plan\n\n## Names\n\nOne.\n\n<!-- (Optional) Names. -->\n",
]
OPTIONAL = [
    "# Plan\n\n## Note [optional]\n",
    "# Plan\n\n## Core (if applicable)\n",
    "# Plan\n\n## **Open questions (Optional):**\n",
    "# 方案\n\n## 二、附件（如有）\n",
    "# 方案\n\n## 二、备注（选填）\n",
    "# Plan\n\n## Names\n\n<!-- (Optional) Names. -->\n",
    "# Plan\n\n## Names\n\n<!--\nThis section is optional but suggested.\n-->\n",
    "# 方案\n\n## 备注\n\n<!-- 选填 -->\n",
]


def last(text: str) -> bool:
    read = reading(text)
    return is_optional(read, read.sections[-1])


@pytest.mark.parametrize("text", REQUIRED)
def test_it_must_be_filled_in(text: str) -> None:
    assert not last(text)


@pytest.mark.parametrize("text", OPTIONAL)
def test_the_report_says_that_it_is_optional(text: str) -> None:
    assert last(text)


@pytest.mark.parametrize(
    ("path", "title", "expected"),
    [
        ("adr/012-template-engine.md", "Which template engine", False),
        ("template-service/docs/plan.md", "Plan", False),
        ("", "模板引擎选型", False),
        ("docs/模板说明.md", "说明", False),
        ("rfcs/000-template.md", "RFC 1", True),
        ("docs/templates/plan.md", "Plan", True),
        ("template.md", "Plan", True),
        ("plan.template.md", "Plan", True),
        ("", "ADR template", True),
        ("", "周报模板（2026版）", True),
        ("公文/通知模板.md", "通知", True),
    ],
)
def test_a_template(path: str, title: str, *, expected: bool) -> None:
    read = reading(f"# {title}\n\nGood.\n\n## Aim\n\nOne.\n")
    assert isinstance(read, DocumentReading)
    read.path = path
    assert is_template(read) == expected
