"""Rules on a reading: which ones run, what they report, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report_type import ReportType
from reportlint.core.rule import FieldTest, When
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.lint.check import check, in_force, prepare
from reportlint.patterns import time_budget
from support.rules import LEXICON, housekeeping, read, rule, run


def test_what_a_diagnostic_says() -> None:
    (finding,) = run("# 一、成绩\n\n取缔场所XX家。", language="zh")
    assert finding == Diagnostic("blank", "error", Span(12, 14), "留有“XX”", finding.section)
    assert len(finding.section) == 1


@pytest.mark.parametrize(
    "when",
    [
        {"severity": "off"},
        {"when": When(types=("duty-report",))},
        {"when": When(languages=("en",))},
        {"when": When(paths=("述职/**",))},
        {"when": When(sections=("成绩",))},
        {"when": When(field=FieldTest("密级", ("内部",)))},
    ],
)
def test_a_rule_that_is_not_in_force_is_silent(when: dict[str, Any]) -> None:
    assert run("这一年里取缔了场所XX家，整改了隐患。", rule(**when), path="总结/甲.md") == []


def test_a_rule_in_force() -> None:
    text = "这一年里取缔了场所XX家，整改了隐患。"
    assert run(text, rule(when=When(languages=("zh",), paths=("述职/**",))), path="述职/2026/甲.md")
    typed = read(text, type=ReportType("duty-report", "p", {}))
    assert check(typed, prepare([rule(when=When(types=("duty-report",)))], LEXICON), "en").findings


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When(), True),
        (When(field=FieldTest("状态", ("草稿",))), True),
        (When(field=FieldTest("状态", ("定稿",))), False),
        (When(types=("duty-report",)), False),
        (When(sections=("成绩",)), False),
        (When(languages=("zh",)), True),
        (When(languages=("en",)), False),
        (When(paths=("述职/**",)), True),
        (When(paths=("总结/**",)), False),
    ],
)
def test_where_a_rule_is_in_force(when: When, expected: bool) -> None:
    reading = read("---\n状态: 草稿\n---\n\n这一年里取缔了场所五家，整改了隐患。\n")
    assert in_force(rule(when=when), reading, "述职\\甲.md") is expected
    assert not in_force(rule(severity="off", when=when), reading, "述职/甲.md")


def test_the_order_is_that_of_the_text() -> None:
    findings = run("XX 乙 XX 甲", rule("b"), rule("a"), rule("c", words=["乙"]))
    assert [(finding.rule, finding.span.start) for finding in findings] == [
        ("a", 0),
        ("b", 0),
        ("c", 3),
        ("a", 5),
        ("b", 5),
    ]


@pytest.mark.parametrize("error", [TimeoutError, MemoryError])
def test_a_rule_that_takes_too_much_is_reported_and_the_others_go_on(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(reading: object, prepared: object) -> Any:
        raise error

    monkeypatch.setitem(KINDS, "slow", KINDS["pattern"]._replace(find=slow))
    findings = run(
        "取缔XX家", rule("slow")._replace(kind="slow"), housekeeping("rule-timeout"), rule()
    )
    assert [(finding.rule, finding.message) for finding in findings] == [
        ("rule-timeout", "slow,  p/blank.yaml:3"),
        ("blank", 'left "XX"'),
    ]


def test_it_is_said_without_the_rule_that_says_it_but_not_to_who_switched_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(reading: object, prepared: object) -> Any:
        raise TimeoutError

    monkeypatch.setitem(KINDS, "slow", KINDS["pattern"]._replace(find=slow))
    runs_away = rule("slow")._replace(kind="slow")
    assert run("甲", runs_away, housekeeping("rule-timeout")._replace(severity="off")) == []
    (finding,) = run("甲", runs_away)
    assert (finding.rule, finding.severity, finding.span) == ("rule-timeout", "warning", Span(0, 0))
    assert finding.message == "the rule slow is too slow and did not finish (p/blank.yaml:3)"


@pytest.mark.parametrize("length", [60, 3000])
def test_a_regex_that_runs_away_times_out(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.patterns.time_budget.LIMIT", 0.05)
    evil = rule(regex=[r"(?:a|aa|aaa|b?a)+c\b(?<=d.*)|(a?){40}a{40}x"])
    findings = run("a" * length + " 取缔XX家", evil, housekeeping("rule-timeout"), rule("other"))
    assert [finding.rule for finding in findings] == ["rule-timeout", "other"]


def test_all_rules_share_the_time_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    now, limits = 100.0, []

    def slow(reading: object, prepared: object) -> Any:
        nonlocal now
        limits.append(time_budget.time_limit())
        now += 4
        return ()

    for clock in ("process_time", "perf_counter"):
        monkeypatch.setattr(time_budget.time, clock, lambda: now)
    monkeypatch.setitem(KINDS, "pattern", KINDS["pattern"]._replace(find=slow))
    run("取缔XX家", *(rule(f"slow-{number}") for number in range(4)))
    left = time_budget.BUDGET - 8
    assert limits == [time_budget.LIMIT, time_budget.LIMIT, pytest.approx(left, abs=0.01), 0.1]


def test_a_rule_that_is_often_stopped_has_little_time_and_the_others_have_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits: dict[str, list[float]] = {"slow": [], "sound": []}

    def slow(reading: object, prepared: object) -> Any:
        limits["slow"].append(time_budget.time_limit())
        raise TimeoutError

    def sound(reading: object, prepared: object) -> Any:
        limits["sound"].append(time_budget.time_limit())
        return ()

    for kind, find in (("slow", slow), ("sound", sound)):
        monkeypatch.setitem(KINDS, kind, KINDS["pattern"]._replace(find=find))
    rules = [rule("runs-away")._replace(kind="slow"), rule("sound")._replace(kind="sound")]
    prepared = prepare(rules, LEXICON)
    for _ in range(14):
        check(read("取缔XX家"), prepared, "en")
    assert limits["slow"] == [time_budget.LIMIT] * 12 + [time_budget.LEAST] * 2
    assert limits["sound"] == [time_budget.LIMIT] * 14
    check(read("取缔XX家"), prepare(rules, LEXICON), "en")  # nothing is kept beyond these rules
    assert limits["slow"][-1] == time_budget.LIMIT


def test_a_crash_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setitem(KINDS, "pattern", KINDS["pattern"]._replace(find=broken))
    with pytest.raises(ZeroDivisionError):
        run("XX")


def test_a_rule_is_prepared_when_a_report_first_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_rules: list[str] = []
    kind = KINDS["pattern"]
    prepare_pattern = kind.prepare

    def counted(options: Any, lexicon: Any) -> Any:
        prepared_rules.append(options["words"][0])
        return prepare_pattern(options, lexicon)

    monkeypatch.setitem(KINDS, "pattern", kind._replace(prepare=counted))
    rules = [
        rule("zh", words=["取缔"], when=When(languages=("zh",))),
        rule("en", words=["banned"], when=When(languages=("en",))),
    ]
    prepared = prepare(rules, LEXICON)
    assert prepared_rules == []
    assert check(read("当年取缔三家小作坊。"), prepared, "en").findings
    assert check(read("当年取缔四家小作坊。"), prepared, "en").findings
    assert prepared_rules == ["取缔"]
