"""`reportlint why FILE:LINE RULE`: the syntax of a place, and both forms of the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.cli.why import _place
from reportlint.core.errors import UserError

RULE = "kind: pattern\nmessage: {zh: 空话, en: empty}\nwords: [高度重视]\n"


@pytest.mark.parametrize("value", ["a.md", "a.md:", "a.md:x", ":3"])
def test_what_is_no_place(value: str) -> None:
    with pytest.raises(UserError):
        _place(value)


@pytest.mark.parametrize(
    ("value", "place"),
    [("a.md:3", ("a.md", 3)), ("a.md:3:7", ("a.md", 3)), ("C:/b 1.md:12", ("C:/b 1.md", 12))],
)
def test_what_is_a_place(value: str, place: tuple[str, int]) -> None:
    assert _place(value) == place


def test_both_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slogan.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "a.md").write_text("我们高度重视。\n", encoding="utf-8")
    asked = ["why", "a.md:1:3", "slogan", "--rule-file", "slogan.yaml", "--lang"]
    assert main([*asked, "zh"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("a.md:1 slogan：报\n")
    assert "  匹配：找到“高度重视”，凭 words: 高度重视\n" in page
    assert main([*asked, "en", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["rule"], made["line"], made["verdict"]) == ("slogan", 1, "fires")
    assert made["steps"][-1] == {"what": "reported", "said": "reported: warning"}
