"""The example packs pass their own examples, explain every rule with its clause, and load together
with the built-in packs."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reportlint.core.request import Settings
from reportlint.run import examples
from reportlint.run.check import check

FOLDER = Path(__file__).parents[1] / "examples" / "packs"
PACKS = [FOLDER / name for name in ("company-postmortem", "gb9704", "newsroom")]
RULES = [path for pack in PACKS for path in sorted(pack.glob("*.yaml")) if path.name != "pack.yaml"]
SOURCES = {
    "gb9704": ("GB/T", "条例"),
    "newsroom": ("GB/T", "法定"),
    "company-postmortem": ("规范第",),
}


def test_each_names_its_sources() -> None:
    assert [pack.name for pack in PACKS] == sorted(SOURCES)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_the_examples_hold(pack: Path) -> None:
    result = examples.test([str(pack)], Settings(isolated=True))
    assert result.failures == ()
    assert result.rules >= 8


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_cites_its_clause_and_has_examples(path: Path) -> None:
    rule = YAML(typ="safe", pure=True).load(path)
    assert any(source in rule["why"]["zh"] for source in SOURCES[path.parent.name])
    assert rule["why"]["en"]
    families = [
        family for family in (rule.get("patterns") or {}).values() if isinstance(family, dict)
    ] or [rule]
    for family in families:
        examples = family["examples"]
        assert len(examples["bad"]) >= 2
        assert len(examples["good"]) >= 2


def test_they_run_together(tmp_path: Path) -> None:
    packs = ", ".join(f'"{pack.as_posix()}"' for pack in PACKS)
    (tmp_path / ".reportlint.yaml").write_text(
        f"extends: [core, zh-official, {packs}]\n", encoding="utf-8"
    )
    report = tmp_path / "a.md"
    report.write_text(
        "# 关于做好值班工作的通知\n\n各区人民政府，市政府各部门:\n\n依据国发[2026]3号，"
        "学习《宪法》、《民法典》。\n",
        encoding="utf-8",
    )
    (file_report,) = check([str(report)], Settings()).files
    assert {"gw-addressee", "gw-number-bracket", "news-dun"} <= {
        diagnostic.rule for diagnostic in file_report.diagnostics
    }
