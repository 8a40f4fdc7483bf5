"""The tools that write Word documents run, and a report has the same findings as text and as a Word
document."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from reportlint.core.request import Settings
from reportlint.docx.reader import read
from reportlint.run.setup import Setup, Setups
from tools import docx_findings, docx_samples

TEXT = "防汛工作总结\n\n现将一年来的工作总结如下。\n\n一、巡查堤防\n共巡查XX次。\n二、{title}\n主要抓了三件事：\n1. 清淤。\n2. 加固。\n{last}"
MARKDOWN = "# 防汛制度\n\n建立了两项制度：\n\n1. 值班，分{count}班：\n   1. 白班；\n   2. 夜班。\n2. 报告。\n\n- 甲\n- 乙\n"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setups(Settings(isolated=True)).of("-")


@pytest.mark.parametrize("variant", docx_findings.VARIANTS)
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", TEXT.format(title="检修闸门", last="3. 检修。\n")),
        ("a.txt", TEXT.format(title="检修闸门", last="4. 检修。\n")),
        ("a.txt", TEXT.format(title="检修闸门", last="")),
        ("a.md", MARKDOWN.format(count="两")),
    ],
)
def test_the_findings_are_those_of_the_text(
    tmp_path: Path, setup: Setup, variant: str, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert list(docx_findings.compared(path, variant, setup)) == []


def test_a_difference_is_shown(
    tmp_path: Path, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("防汛工作\n\n共巡查XX次。\n", encoding="utf-8")
    monkeypatch.setattr(docx_findings, "r", lambda text: f"<w:r><w:t>{text[:3]}</w:t></w:r>")
    assert list(docx_findings.compared(path, "bare", setup)) == [
        "bare a.txt:3 placeholder: text only"
    ]


def test_samples_can_be_read() -> None:
    documents = [data for _, data in islice(docx_samples.samples(), 5)]
    assert len(documents) == 5
    assert [data for data in documents if not read(data).lines] == []
