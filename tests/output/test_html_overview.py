"""The top of the page: counts, contents and filters."""

from __future__ import annotations

from reportlint.core.diagnostic import ERROR, WARNING, Diagnostic
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output.compare import Comparison
from reportlint.output.html_overview import changes, filters, overview, rule_classes
from support.sample import EMPTY, RULES, file, report


def report_of(*rules: str, section: str = "") -> Report:
    sections = (section,) if section else ()
    made = [Diagnostic(rule, WARNING, Span(0, 1), "", sections) for rule in rules]
    return Report((file("a.md", *made, text="文"),), "en")


def test_nothing_found_has_no_tables_and_no_filters() -> None:
    assert overview(EMPTY, []) == ""
    assert filters(EMPTY, {}, compared=False) == ""


def test_each_table_counts_all_findings() -> None:
    made = report()
    total = sum(len(part.diagnostics) for part in made.files)
    tables = overview(made, [f"f{number}" for number in range(len(made.files))]).split("<table>")[
        1:
    ]
    assert tables
    for table in tables:
        cells = [int(part.split("</td>")[0]) for part in table.split("<td>")[1:]]
        assert sum(cells) == total


def test_the_longest_bar_is_that_of_the_most_frequent() -> None:
    table = overview(report_of("a", "a", "a", "b"), ["f0"])
    assert (
        'code>a</code></th><td>3</td><td class="bars"><span class="bar" style="width:100%' in table
    )
    assert (
        'code>b</code></th><td>1</td><td class="bars"><span class="bar" style="width:33%' in table
    )


def test_rules_are_called_by_their_short_names_too() -> None:
    named = {"a": RULES["ordinal-gap"]._replace(name={"en": "gap <in> numbering"})}
    made = report_of("a", "b")._replace(rules=named)
    called = "gap &lt;in&gt; numbering <code>a</code>"
    assert f">{called}</th>" in overview(made, ["f0"])
    assert "><code>b</code></th>" in overview(made, ["f0"])
    assert called in filters(made, rule_classes(made), compared=True)


def test_many_rules_end_in_one_row_for_the_rest() -> None:
    fifteen = [f"r{number}" for number in range(15)]
    assert "others" not in overview(report_of(*fifteen), ["f0"])
    assert "<i>5 others</i></th><td>5</td>" in overview(report_of(*fifteen, *"vwxyz"), ["f0"])


def test_a_title_is_cut_and_harmless() -> None:
    assert '<th scope="row">&lt;b&gt;</th>' in overview(report_of("a", section="<b>"), ["f0"])
    assert "长" * 24 + "…</th>" in overview(report_of("a", section="长" * 25), ["f0"])
    assert "长" * 24 + "</th>" in overview(report_of("a", section="长" * 24), ["f0"])


def test_the_type_of_a_report_is_counted() -> None:
    made = report_of("a")
    assert "(none recognised)" in overview(made, ["f0"])
    typed = made._replace(files=(made.files[0]._replace(type="述职报告"),))
    assert "述职报告</th><td>1</td>" in overview(typed, ["f0"])


def test_a_filter_for_each_rule_hides_the_findings_of_that_rule_only() -> None:
    made = report_of("a.b{}", "b")
    classes = rule_classes(made)
    assert (
        filters(report_of("a"), {"a": "rule-0"}, compared=False) == ""
    )  # there is nothing to choose
    shown = filters(made, classes, compared=False)
    for name in classes.values():
        assert f'id="show-{name}" checked' in shown
        assert f"body:has(#show-{name}:not(:checked)) .finding.{name} {{ display: none; }}" in shown
    assert "a.b{}" not in shown.split("</style>")[0]
    assert "show-still" not in shown
    assert "show-still" in filters(made, classes, compared=True)


def test_a_severity_that_is_not_there_has_no_filter() -> None:
    made = report_of("a", "b")
    assert "show-error" not in filters(made, rule_classes(made), compared=False)
    more = made.files[0].diagnostics[0]._replace(severity=ERROR)
    both = made._replace(files=(made.files[0]._replace(diagnostics=(more,)), *made.files))
    assert "show-error" in filters(both, rule_classes(both), compared=False)


def test_files_that_were_not_checked_are_said() -> None:
    assert "not checked" not in changes(Comparison(frozenset(), (), 1, 0), "en")
    assert "2 more in files that were not checked" in changes(
        Comparison(frozenset(), (), 1, 2), "en"
    )
