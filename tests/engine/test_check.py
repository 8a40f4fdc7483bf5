from __future__ import annotations

from typing import Any

import pytest
from engine_support import LEXICON, housekeeping, read, rule, run

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report_type import ReportType
from reportlint.core.rule import When
from reportlint.core.span import Span
from reportlint.kinds import pattern
from reportlint.lint.check import check, prepare
from reportlint.lint.merge import one_per_cause
from reportlint.lint.messages import fill


@pytest.mark.parametrize(
    ("texts", "values", "language", "said"),
    [
        ({"zh": "缺{missing}", "en": "no {missing}"}, {"missing": ("甲", "乙")}, "zh", "缺甲、乙"),
        ({"zh": "缺{missing}", "en": "no {missing}"}, {"missing": ["a", "b"]}, "en", "no a, b"),
        ({"zh": "只有中文"}, {}, "en", "只有中文"),
        ({"en": "{n} and {{n}}"}, {"n": 3}, "en", "3 and {n}"),
        ({"zh": "{name}"}, {"name": {"zh": "名", "en": "name"}}, "zh", "名"),
        ({"en": "{found}"}, {"found": "a\n  b"}, "en", "a b"),
        ({"en": "{found}"}, {"found": "x" * 99}, "en", "x" * 59 + "…"),
    ],
)
def test_messages(texts: dict[str, str], values: dict[str, Any], language: str, said: str) -> None:
    assert fill(texts, values, language) == said


def test_a_field_that_the_kind_does_not_fill_is_a_bug() -> None:
    with pytest.raises(KeyError):
        fill({"en": "{nothing}"}, {}, "en")


def test_what_a_diagnostic_says() -> None:
    (one,) = run("# 一、成绩\n\n取缔场所XX家。", language="zh")
    assert one == Diagnostic("blank", "error", Span(12, 14), "留有“XX”", one.section)
    assert len(one.section) == 1


@pytest.mark.parametrize(
    "when",
    [
        {"severity": "off"},
        {"when": When(types=("duty-report",))},
        {"when": When(languages=("en",))},
        {"when": When(paths=("述职/**",))},
    ],
)
def test_a_rule_that_is_not_in_force_is_silent(when: dict[str, Any]) -> None:
    assert run("这一年里取缔了场所XX家，整改了隐患。", rule(**when), path="总结/甲.md") == []


def test_a_rule_in_force() -> None:
    text = "这一年里取缔了场所XX家，整改了隐患。"
    assert run(text, rule(when=When(languages=("zh",), paths=("述职/**",))), path="述职/2026/甲.md")
    typed = read(text, type=ReportType("duty-report", "p", {}))
    assert check(typed, prepare([rule(when=When(types=("duty-report",)))], LEXICON), "en")


def test_the_order_is_that_of_the_text() -> None:
    found = run("XX 乙 XX 甲", rule("b"), rule("a"), rule("c", words=["乙"]))
    assert [(one.rule, one.span.start) for one in found] == [
        ("a", 0),
        ("b", 0),
        ("c", 3),
        ("a", 5),
        ("b", 5),
    ]


def test_a_rule_that_takes_too_long_is_reported_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(reading: object, prepared: pattern.Prepared) -> Any:
        raise TimeoutError

    monkeypatch.setattr(
        "reportlint.lint.check.KINDS", {"pattern": pattern, "housekeeping": _Slow(slow)}
    )
    timed = housekeeping("rule-timeout")
    slow_rule = rule("slow")._replace(kind="housekeeping")
    found = run("取缔XX家", slow_rule, timed._replace(kind="pattern"), rule())
    assert [(one.rule, one.message) for one in found] == [
        ("rule-timeout", "slow,  p/blank.yaml:3"),
        ("blank", 'left "XX"'),
    ]


class _Slow:
    def __init__(self, find: Any) -> None:
        self.find = find

    def prepare(self, options: object, lexicon: object) -> None:
        return None


def test_a_regex_that_runs_away_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.patterns.rule_patterns.TIMEOUT", 0.05)
    evil = rule(regex=[r"(?:a|aa|aaa|b?a)+c\b(?<=d.*)|(a?){40}a{40}x"])
    found = run("a" * 3000 + " 取缔XX家", evil, housekeeping("rule-timeout"), rule("other"))
    assert [one.rule for one in found] == ["rule-timeout", "other"]


def test_a_crash_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(pattern, "find", broken)
    with pytest.raises(ZeroDivisionError):
        run("XX")


def _said(rule_id: str, start: int, end: int, message: str = "") -> Diagnostic:
    return Diagnostic(rule_id, "warning", Span(start, end), message)


def test_one_cause_one_diagnostic() -> None:
    blank, other = _said("placeholder", 0, 4), _said("placeholder", 9, 12)
    assert one_per_cause([blank, other]) == [blank, other]
    assert one_per_cause([blank, blank]) == [blank]
    assert one_per_cause([_said("date-invalid", 0, 6), _said("repeated-text", 2, 3), blank]) == [
        blank
    ]
    apart = _said("date-invalid", 4, 6)
    assert one_per_cause([apart, blank]) == [apart, blank]
