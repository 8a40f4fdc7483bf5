from __future__ import annotations

import pytest

from reportlint.core.rule import Example, marked


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), "甲乙丙"),
        (((1, 2),), "甲⟦乙⟧丙"),
        (((0, 1), (2, 3)), "⟦甲⟧乙⟦丙⟧"),
        (((3, 3),), "甲乙丙⟦⟧"),
    ],
)
def test_an_example_is_shown_as_its_file_has_it(
    spans: tuple[tuple[int, int], ...], expected: str
) -> None:
    assert marked(Example("甲乙丙", spans)) == expected
