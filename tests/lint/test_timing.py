"""The profile contains all measured work, and adds up the time by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportlint.lint.check import findings_of, prepare
from reportlint.lint.timing import Timer
from support.rules import LEXICON, read, rule


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that advances by two seconds at each call."""

    def seconds() -> Iterator[float]:
        yield from (float(2 * turn) for turn in range(1000))

    monkeypatch.setattr("time.perf_counter", seconds().__next__)


def test_the_seconds_of_one_name_add_up() -> None:
    timer = Timer()
    assert [timer.phase("read", lambda: "甲"), timer.phase("read", lambda: "乙")] == ["甲", "乙"]
    assert timer.phases == {"read": 4.0}
    assert timer.rules == {}


def test_what_fails_has_taken_its_time() -> None:
    timer = Timer()
    with pytest.raises(ZeroDivisionError):
        timer.rule("blank", lambda: 1 // 0)
    assert timer.rules == {"blank": 2.0}


def test_what_is_found_is_the_same_and_each_rule_is_measured() -> None:
    rules = prepare([rule(), rule("other", words=["TODO"])], LEXICON)
    reading, timer = read("取缔XX家，TODO。"), Timer()
    findings = findings_of(rules.rules, reading, rules, "en", timer)
    assert findings == findings_of(rules.rules, read("取缔XX家，TODO。"), rules, "en")
    assert [finding.rule for finding in findings] == ["blank", "other"]
    assert timer.rules == {"blank": 2.0, "other": 2.0}
    assert set(timer.phases) == {"sections", "numbering"}
    assert timer.size == len(reading.document.text)
