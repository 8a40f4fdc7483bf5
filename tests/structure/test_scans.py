from __future__ import annotations

import pytest

from reportlint.structure.scans import is_of_pages

WRITTEN = {
    "hyphens within lines": "Grund-stück, Ge-bühr, räu-men.\n",
    "two divided words": "Das Grund-\nstück ist zu räu-\nmen.\n",
    "items joined by a hyphen": "Ein- und\nAus-\ngang, Ge-\nBühr\n",
    "bullets": "- 甲\n- 乙\n- 丙\n",
    "numbers in dashes that do not rise": "- 3 -\n\n- 3 -\n\n- 3 -\n",
    "numbers on lines of their own": "1\n\n2\n\n3\n\n4\n",
    "years": "- 2024 -\n- 2025 -\n- 2026 -\n",
    "a title spaced out": "报 告\n\n通 知 书\n\n工 作 总 结\n",
    "pages that are mentioned": "Page 3 shows it.\nPage 4 too.\nPage 5 as well.\n",
    "nothing": "",
}
READ = {
    "divided words": "Das Grund-\nstück ist zu räu-\nmen, die Ge-\n\nbühr zu zahlen.\n",
    "soft hyphens": "Grund\u00ad\nstück, räu\u00ad\nmen, ge\u00ad\nbühren\n",
    "page numbers in dashes": "甲。\n－ 1 －\n乙。\n— 2 —\n丙。\n- 3 -\n",
    "page numbers behind text": "业务处于排－ 16 －\n队状态的－ 17 －\n支付业务－ 18 －\n",
    "pages of pages": "a\nPage 1 of 9\nb\nPage 2 of 9\nc\nPage 3 of 9\n",
    "第 1 页": "甲\n第 1 页 共 9 页\n乙\n第 2 页 共 9 页\n丙\n第 3 页 共 9 页\n",
    "anchors": '<span id="page-1-0"></span>a <span id="page-2-0"></span> <span id="page-3-0"></span>\n',
    "pictures of pages": "![](_page_8_Picture_0.jpeg)\n![](_page_9_Figure_1.jpeg)\n![](_page_9_Picture_2.jpeg)\n",
    "form feeds": "a\f\nb\f\nc\f\n",
    "spaces between all characters": "第 二 十 八 条 参 与 者\n第 二 十 九 条 凡 参 与\n参 与 者 可 使 用\n",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_text_that_was_written(name: str) -> None:
    assert not is_of_pages(WRITTEN[name])


@pytest.mark.parametrize("name", READ)
def test_a_text_that_was_read_from_pages(name: str) -> None:
    assert is_of_pages(READ[name])
