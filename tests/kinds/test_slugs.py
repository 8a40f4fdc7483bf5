from __future__ import annotations

import pytest

from reportlint.kinds import slugs


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("What we did?", "what-we-did"),
        ("A & B", "a--b"),
        ("1.2 `run()` now", "12-run-now"),
        ("一、工作（上）", "一工作上"),
        ("[Plan](b.md) for **May**", "plan-for-may"),
        ("snake_case and _this_", "snake_case-and-this"),
        ("Title {#other}", "title"),
        ('<a name="x"></a>Title', "title"),
    ],
)
def test_the_fragment_that_github_makes(heading: str, slug: str) -> None:
    assert slugs.slug(heading) == slug


@pytest.mark.parametrize(
    ("first", "second", "style", "same"),
    [
        ("A-B", "a-b", slugs.GITHUB, True),
        ("a--b", "a-b", slugs.GITHUB, False),
        ("a--b", "a_b", slugs.ANY, True),
        ("%E7%94%B2", "甲", slugs.ANY, True),
        ("a-b", "a-c", slugs.ANY, False),
    ],
)
def test_what_leads_to_one_place(first: str, second: str, style: str, same: bool) -> None:
    assert (slugs.key(first, style) == slugs.key(second, style)) is same
