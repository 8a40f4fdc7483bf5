"""Click's own words in Chinese: each has a translation, and each part of it is kept."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import click
import pytest

from reportlint.cli import click_zh
from reportlint.cli.main import main

# What click says only where a program asks questions, edits files, uses types that we do not, or is
# wrong itself.
UNUSED = re.compile(
    r"Confirm|Do you want|edit|Repeat|Press any key|two entered values|color|standard stream|Windows error|UUID"
    r"|match the format|values are required|dynamic|^d$|Bash|prog\)s|iterable|twice|declar|deprecated|flag for true"
    r"|Invalid start character|Editing"
)


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese words for this test alone: click has bound the two functions already."""
    monkeypatch.setattr(gettext, "gettext", gettext.gettext)
    monkeypatch.setattr(gettext, "ngettext", gettext.ngettext)
    click_zh.speak_chinese()


KEPT = ["", "reportlint", "Usage", "usage:", "用法：", "No such option"]
PLURALS = [
    ("Takes {nargs} values but {len} were given.", 1, "要 {nargs} 个值，只给了 1 个。"),
    ("Takes {nargs} values but {len} were given.", 2, "要 {nargs} 个值，给了 {len} 个。"),
    ("Takes {nargs} values but {len} were given.", 0, "要 {nargs} 个值，给了 {len} 个。"),
]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_a_text_of_click_stays(text: str) -> None:
    assert gettext.gettext(text) == text
    assert gettext.ngettext(text, f"{text}s", 1) == text
    assert gettext.ngettext(text, f"{text}s", 2) == f"{text}s"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("plural", "number", "chinese_text"), PLURALS)
def test_the_number_chooses_the_form(plural: str, number: int, chinese_text: str) -> None:
    singular = "Takes {nargs} values but 1 was given."
    assert gettext.ngettext(singular, plural, number) == chinese_text


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("english", "chinese_text"), click_zh.WORDS.items())
def test_each_text_is_in_chinese_with_no_field_of_its_own(english: str, chinese_text: str) -> None:
    assert gettext.gettext(english) == chinese_text
    assert re.search("[一-鿿]", chinese_text)
    fields = re.compile(r"\{(\w+)")
    assert set(fields.findall(chinese_text)) <= set(fields.findall(english))


def test_all_that_click_may_say_is_translated() -> None:
    texts = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ):
                texts |= {part.value for part in node.args if isinstance(part, ast.Constant)}
    missing = {text for text in texts - set(click_zh.WORDS) if not UNUSED.search(text)}
    assert len(texts) > 40
    assert not missing


def test_only_a_run_in_chinese_changes_the_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changed: list[str] = []
    monkeypatch.setattr(click_zh, "speak_chinese", lambda: changed.append("zh"))
    assert main(["schema", "--lang", "en"]) == 0
    assert changed == []
    assert main(["schema", "--lang", "zh"]) == 0
    assert changed == ["zh"]
    assert capsys.readouterr().err == ""
