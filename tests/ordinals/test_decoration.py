"""What is left of a text without its marks, and where that stands in it."""

from __future__ import annotations

import pytest

from reportlint.ordinals.decoration import struck_out, undecorated

PLAIN = [
    "2**10",
    "a_b_c",
    "x==1",
    "* item",
    "5 * 1.",
    "![1.](a.png)",
    "数组[1]",
    "a<b 1. >c",
    "C:\\1",
    '<td align="left">1. a',
    "<甲方 id=1>",
]
MARKED = [
    ("**1.** A", "1. A"),
    ("### **2** B", "### 2 B"),
    ("~~（一）甲~~", "（一）甲"),
    ("[二、乙](#b)丙", "二、乙丙"),
    ("[二、乙\n12](#b)丙", "二、乙\n12丙"),
    ("**==第八条==** 守法", "第八条 守法"),
    ("_三、_丁", "三、丁"),
    ("__四、__戊", "四、戊"),
    ("3\\. C", "3. C"),
    ("<u>五、</u>己", "五、己"),
    ('<spna id="a">7. 辛</span>', "7. 辛"),
    ('<font color="red">六、</font>庚', "六、庚"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_mark_stays(text: str) -> None:
    assert undecorated(text).text == text


@pytest.mark.parametrize(("text", "plain"), MARKED)
def test_marks_are_cut_out_and_every_place_is_led_back(text: str, plain: str) -> None:
    result = undecorated(text)
    assert result.text == plain
    for offset, char in enumerate(plain):
        original = result.original(offset)
        assert text[original] == char
        assert result.offset(original) == offset
        assert text[result.original_end(offset + 1) - 1] == char


def test_the_place_of_a_mark_is_that_of_what_follows() -> None:
    plain = undecorated("甲**1.**乙")
    assert [plain.offset(at) for at in range(8)] == [0, 1, 1, 1, 2, 3, 3, 3]


def test_what_is_struck_out() -> None:
    text = "~~1. 甲~~ 2. <del>乙</del> ~~ 丙"
    assert [span.cut(text) for span in struck_out(text)] == ["~~1. 甲~~", "<del>乙</del>"]
