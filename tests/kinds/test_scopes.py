"""Scopes: which places of a report they cover."""

from __future__ import annotations

import pytest
from readings import REPORT, reading

from reportlint.core.span import Span
from reportlint.kinds import scopes

TEXT = """\
---
title: XX0
---
# 标题 XX1

正文 XX2 `XX3` [XX4](https://a.org/XX5) <!-- XX6 -->

> 引文 XX7

- 一项 XX8

## 主要工作

XX9

| 甲 | XXa |
|---|---|
| 乙 | XXb |

```
XXc
```

<!-- XXd -->
"""


def covered(*names: str) -> str:
    made = reading(TEXT, of=REPORT)
    area = scopes.Area(scopes.scope(names), made)
    places = [at for at in range(len(TEXT)) if TEXT.startswith("XX", at)]
    return "".join(TEXT[at + 2] for at in places if area.has(Span(at, at + 3)))


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ((), "0123478" + "9ab"),
        (("prose",), "12347" + "89"),
        (("prose", "not inline-code"), "1247" + "89"),
        (("prose", "not link"), "1237" + "89"),
        (("prose", "not quote"), "1234" + "89"),
        (("prose", "link"), "123457" + "89"),
        (("prose", "comment"), "123467" + "89d"),
        (("title",), "1"),
        (("heading",), "1"),
        (("paragraph",), "23479"),
        (("item",), "8"),
        (("quote",), "7"),
        (("table",), "ab"),
        (("code",), "c"),
        (("comment",), "6d"),
        (("inline-code",), "3"),
        (("front-matter",), "0"),
        (("section:duties",), "9ab"),
        (("prose", "not section:duties"), "12347" + "8"),
        (("prose", "not paragraph"), "18"),
        (("not prose",), "0ab"),
        (("section:none",), ""),
    ],
)
def test_covered(names: tuple[str, ...], places: str) -> None:
    assert covered(*names) == places


def test_both_ends_must_lie_in_it() -> None:
    text = "甲 `乙` 丙\n"
    area = scopes.Area(scopes.scope(["prose", "not inline-code"]), reading(text))
    assert area.has(Span(0, 7))
    assert not area.has(Span(0, 4))
    assert not area.has(Span(3, 7))
    assert area.has(Span(7, 7))
