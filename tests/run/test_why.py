"""Why a rule reports something at a line, or does not: each reason has its verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.why import why

REPORT = """\
# 值班情况报告

　　我们高度重视值班，坚持领导带班。

　　上级要求“高度重视”，文件名为《高度重视安全的通知》。

```
高度重视
```

<!-- reportlint-disable-next-line slogan -- 原话 -->
　　我们高度重视防汛。

　　我们十分重视，扎实推进。我们扎实推进。

## 其他情况

　　夜间高度重视。
"""
PACK = {
    "pack.yaml": "id: house\nname: {zh: 本院, en: House}\n",
    "slogan.yaml": """\
kind: pattern
message: {zh: 空话, en: empty}
words: [高度重视, 扎实推进]
unless: ['《[^》]*》']
allow: [“高度重视”]
""",
    "types/memo.yaml": "name: {zh: 便函, en: Memo}\nrecognise: {title: {any: [便函]}}\n",
    "sleeping.yaml": """\
kind: pattern
severity: off
message: {zh: 空话, en: empty}
words: [高度重视]
""",
    "plans-only.yaml": """\
kind: pattern
message: {zh: 空话, en: empty}
words: [高度重视]
when: {type: [memo]}
""",
    "families.yaml": """\
kind: pattern
message: {zh: 空话, en: empty}
patterns:
  very: {words: [十分], severity: off}
  most: {regex: ['坚[持决]']}
""",
    "yielding.yaml": """\
kind: pattern
yields-to: [slogan]
message: {zh: 空话, en: empty}
words: [高度重视, 扎实推进]
""",
    "ignored.yaml": "kind: pattern\nmessage: {zh: 词, en: word}\nwords: [领导带班]\n",
    "known.yaml": "kind: pattern\nmessage: {zh: 词, en: word}\nwords: [防汛]\n",
}
CONFIG = """\
extends: [./house]
ignore:
  - {files: [a.md], rule: ignored, reason: 惯用}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("why")
    (made / "house" / "types").mkdir(parents=True)
    for name, text in PACK.items():
        (made / "house" / name).write_text(text, encoding="utf-8")
    (made / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    (made / "a.md").write_text(REPORT, encoding="utf-8")
    return made


def ask(folder: Path, line: int, rule: str) -> tuple[str, str]:
    answer = why(str(folder / "a.md"), line, rule, Settings())
    return answer.verdict, "\n".join(f"{step.about}: {step.sentence.en}" for step in answer.steps)


SILENT = [
    (1, "slogan", "no-match", "it reports line 3"),
    (5, "slogan", "excused", "“高度重视”: it is excused by allow: “高度重视”"),
    (5, "slogan", "excused", "it is excused by unless: 《[^》]*》"),
    (8, "slogan", "out-of-scope", "it is out of scope (code)"),
    (12, "slogan", "suppressed", "the comment in line 11 silences it"),
    (3, "sleeping", "not-in-force", "off by default"),
    (3, "sleeping", "not-in-force", "it would report “高度重视”"),
    (3, "plans-only", "not-in-force", "not here: when: type"),
    (14, "families", "pattern-off", "“十分”: the pattern that finds it is off"),
    (3, "yielding", "yields", "it yields to slogan"),
    (3, "ignored", "suppressed", ".reportlint.yaml:3 silences it"),
    (1, "known", "no-match", "nothing that it looks for"),
]


@pytest.mark.parametrize(("line", "rule", "verdict", "because"), SILENT)
def test_silent(folder: Path, line: int, rule: str, verdict: str, because: str) -> None:
    answer = ask(folder, line, rule)
    assert answer[0] == verdict
    assert because in answer[1]


FIRES = [
    (3, "slogan", "found “高度重视”, by words: 高度重视"),
    (14, "slogan", "found “扎实推进”, by words: 扎实推进"),
    (3, "families", "found “坚持”, by patterns: most: regex: 坚[持决]"),
    (12, "known", "reported: warning"),
    (3, "slogan", "configuration: "),
    (18, "slogan", "line: a paragraph, under “其他情况”"),
]


@pytest.mark.parametrize(("line", "rule", "because"), FIRES)
def test_fires(folder: Path, line: int, rule: str, because: str) -> None:
    answer = ask(folder, line, rule)
    assert answer[0] == "fires"
    assert because in answer[1]


def test_what_the_baseline_knows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlint.run.record import record

    monkeypatch.chdir(folder)
    record(["."], Settings(select=("known",)))
    assert ask(folder, 12, "known")[0] == "baseline"
    (folder / ".reportlint-baseline.yaml").unlink()
    assert ask(folder, 12, "known")[0] == "fires"


def test_a_rule_that_is_in_no_pack_yet(folder: Path) -> None:
    with pytest.raises(UserError, match="--rule-file"):
        ask(folder, 3, "no-such-rule")


@pytest.mark.parametrize(("line", "rule"), [(99, "slogan"), (0, "slogan"), (3, "no-such-rule")])
def test_refused(folder: Path, line: int, rule: str) -> None:
    with pytest.raises(UserError):
        ask(folder, line, rule)
