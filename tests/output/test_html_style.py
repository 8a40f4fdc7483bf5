"""The style sheet: it styles elements that exist, and text is readable in light and dark mode and
on paper."""

from __future__ import annotations

import re

import pytest

from reportlint.output.html_style import STYLE

LOOKS = ["@media (prefers-color-scheme: dark)", "@media print"]


def colours(look: str) -> dict[str, str]:
    """The custom properties of a look."""
    part = STYLE[STYLE.index(look) :] if look else STYLE
    block = part[part.index(":root") : part.index("}", part.index(":root"))]
    return dict(re.findall(r"--(\w+): (#\w+)", block))


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured() -> None:
    assert contrast("#fff", "#fff") == 1
    assert round(contrast("#000000", "#fff")) == 21


@pytest.mark.parametrize("look", ["", *LOOKS])
def test_every_text_has_the_contrast_that_wcag_asks_for(look: str) -> None:
    used = colours(look)
    for ground in ("paper", "box"):
        for ink in ("ink", "soft", "error", "warning", "info"):
            assert contrast(used[ink], used[ground]) >= 4.5, (ink, ground)
    for ground in ("mark", "gone", "come"):
        assert contrast(used["ink"], used[ground]) >= 4.5, ground


def test_what_means_something_by_its_colour_is_printed_in_it() -> None:
    for name in (".bar", "mark", "ins, del", ".finding"):
        rule = STYLE[STYLE.index(f"\n{name} {{") :]
        assert "print-color-adjust: exact" in rule[: rule.index("}")]


def test_nothing_is_fetched() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
