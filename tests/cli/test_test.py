"""`reportlint test`: what a failure reports besides the expected and the actual result."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main

RULE = "kind: pattern\nmessage: m\nwords: [甲]\nscope: section:work\nexamples: {bad: [EXAMPLE]}\n"
TYPE = "name: 总结\nrecognise: {title: [总结]}\nsections: [{id: work, title: 工作}]\n"
TEXT = '"# 总结\\n\\n## 工作\\n\\n⟦甲⟧"'


def run_test(example: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    (folder / "types").mkdir()
    (folder / "pack.yaml").write_text("id: house\nname: n\n", encoding="utf-8")
    (folder / "types" / "sum.yaml").write_text(TYPE, encoding="utf-8")
    (folder / "r.yaml").write_text(RULE.replace("EXAMPLE", example), encoding="utf-8")
    status = main(["test", str(folder), "--isolated", "--lang", "zh"])
    return status, capsys.readouterr().out


def test_an_example_of_a_type_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, output = run_test(f"{{type: sum, text: {TEXT}}}", tmp_path, capsys)
    assert (status, "例子没有写" in output) == (0, False)


def test_a_failure_that_is_no_matter_of_the_type_has_no_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = TEXT.replace("⟦甲⟧", "⟦乙⟧")
    status, output = run_test(f"{{type: sum, text: {wrong}}}", tmp_path, capsys)
    assert status == 1
    assert "漏报 r\n    应报: ⟦乙⟧\n\n" in output


def test_an_example_of_no_type_has_no_sections(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, output = run_test(TEXT, tmp_path, capsys)
    assert status == 1
    assert "例子没有写是什么文种，认不出这一节；写成 {type: 文种, text: …}" in output
