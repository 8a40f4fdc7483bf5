"""`check --rule-file` runs one rule file on reports, and no other rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.check import check

RULE = """\
kind: pattern
severity: {severity}
message: {{zh: 空话, en: empty words}}
words: [高度重视]
"""
REPORT = "# 述职报告\n\n　　我们高度重视，一是抓好。三是落实。\n"


def reported(folder: Path, *rules: str, text: str = REPORT) -> list[str]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    (folder / ".reportlint.yaml").write_text("rules: {no-such-rule: off}\n", encoding="utf-8")
    paths = tuple(str(folder / rule) for rule in rules)
    report = check([str(folder / "a.md")], Settings(rule_files=paths, no_baseline=True))
    return [diagnostic.rule for file in report.files for diagnostic in file.diagnostics]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "slogan.yaml").write_text(RULE.format(severity="info"), encoding="utf-8")
    (tmp_path / "sleeping.yaml").write_text(RULE.format(severity="off"), encoding="utf-8")
    (tmp_path / "house" / "types").mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text(
        "id: house\nname: {zh: 本院, en: House}\nwords: {empty: [高度重视]}\n", encoding="utf-8"
    )
    (tmp_path / "house" / "listed.yaml").write_text(
        "kind: pattern\nmessage: {zh: 空话, en: empty}\nregex: ['\\L<empty>']\n", encoding="utf-8"
    )
    (tmp_path / "house" / "types" / "memo.yaml").write_text(
        "name: {zh: 便函, en: Memo}\n", encoding="utf-8"
    )
    return tmp_path


SILENT = [
    (("slogan.yaml",), "# 述职报告\n\n一是抓好。三是落实。XXX\n"),  # no built-in rule speaks
    (("slogan.yaml",), "高度<!-- reportlint-disable-line slogan: 引文 -->重视\n\n高度重\n"),
]


@pytest.mark.parametrize(("rules", "text"), SILENT)
def test_silent(folder: Path, rules: tuple[str, ...], text: str) -> None:
    assert reported(folder, *rules, text=text) == []


FIRES = [
    (("slogan.yaml",), ["slogan"]),  # and the bad configuration beside the report is not read
    (("sleeping.yaml",), ["sleeping"]),  # off is for packs; here somebody wants to see it
    (("slogan.yaml", "sleeping.yaml"), ["sleeping", "slogan"]),
    (("house/listed.yaml",), ["listed"]),  # with the words of its pack
    (("house",), ["listed"]),
]


@pytest.mark.parametrize(("rules", "expected"), FIRES)
def test_fires(folder: Path, rules: tuple[str, ...], expected: list[str]) -> None:
    assert reported(folder, *rules) == expected


REFUSED = [
    ("missing.yaml", "no such rule file"),
    ("a.md", "no rule file: the name"),
    ("house/types/memo.yaml", "no rule in it"),
]


@pytest.mark.parametrize(("rule", "message"), REFUSED)
def test_refused(folder: Path, rule: str, message: str) -> None:
    with pytest.raises(UserError) as error:
        reported(folder, rule)
    assert message in error.value.problems[0].message.en
