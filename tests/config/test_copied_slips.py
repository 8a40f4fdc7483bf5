"""Text that was copied along with a rule, and similar text that was not."""

from __future__ import annotations

import pytest

from reportlint.config.copied_slips import unseen, without_copied


@pytest.mark.parametrize("text", ["甲", "a b\t", "\u3000甲", "👩\u200d👧", "می\u200cروم", "é"])
def test_is_seen(text: str) -> None:
    assert unseen(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("高度\u200b重视", "U+200B"), ("\ufeffkind", "U+FEFF"), ("a\u00a0b", "U+00A0")],
)
def test_is_not_seen(text: str, code: str) -> None:
    message = unseen(text)
    assert message
    assert code in message.zh
    assert code in message.en


def test_a_space_may_be_left_alone() -> None:
    assert unseen("mot\u00a0!", spaces=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "kind: pattern\n# a\n",
        "url: https://a.org//b\n",
        "why: a ``` b\n",
        "words:\n  - '* a'\n  - $ a\n",
        "name: mot\u00a0!\n",
    ],
)
def test_nothing_was_copied(text: str) -> None:
    assert list(without_copied(text)) == []


@pytest.mark.parametrize(
    ("text", "at", "bare"),
    [
        ("```yaml\na: b\n```\n", 0, "#```yaml\na: b\n#```\n"),
        ("a: b\n// 说明\n", 5, "a: b\n#// 说明\n"),
        ("<!-- c -->\na: b\n", 0, "#<!-- c -->\na: b\n"),
        ("$ cat r.yaml\na: b\n", 0, "#$ cat r.yaml\na: b\n"),
        ("a:\n  * b\n  * c\n", 3, "a:\n  - b\n  - c\n"),
        ("a:\u00a0b\n", 2, "a: b\n"),
        ("a:\n\u00a0\u00a0zh: b\n", 3, "a:\n \u00a0zh: b\n"),
    ],
)
def test_what_was_copied_is_taken_out(text: str, at: int, bare: str) -> None:
    ((copied, without, message),) = without_copied(text)
    assert (copied, without) == (at, bare)
    assert message.zh
