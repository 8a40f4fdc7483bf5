"""JUnit XML matches the schema of Jenkins and can be read back."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from reportlint.core.diagnostic import ERROR, INFO, WARNING, Diagnostic
from reportlint.core.report import Report, Terms
from reportlint.core.span import Span
from support.sample import each_report, file, pairs, rendered
from support.validators import FOLDER, needs_validators


@needs_validators
@each_report
def test_it_keeps_to_the_schema_of_jenkins(result: Report) -> None:
    import junitparser
    from lxml import etree

    text = rendered("junit", result).encode()
    schema = etree.XMLSchema(etree.parse(FOLDER / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(text))
    suites = junitparser.JUnitXml.fromstring(text)
    cases = [case for suite in suites for case in suite]
    results = [outcome for case in cases for outcome in case.result]
    assert (suites.tests, suites.failures, suites.errors) == (
        len(cases),
        sum(isinstance(outcome, junitparser.Failure) for outcome in results),
        sum(isinstance(outcome, junitparser.Error) for outcome in results),
    )


@each_report
def test_it_is_read_back(result: Report) -> None:
    root = ElementTree.fromstring(rendered("junit", result))
    assert [suite.get("name") for suite in root] == [file.path for file in result.files]
    cases = [case for suite in root for case in suite if case.get("line")]
    names = [(case.get("name") or "").partition(" ") for case in cases]
    assert [name[0] for name in names] == [diagnostic.rule for _, diagnostic in pairs(result)]
    for suite in root:  # cases of one name in one class are taken for one
        of_suite = [case.get("name") for case in suite]
        assert len(set(of_suite)) == len(of_suite)
    for parent in (root, *root):
        outcomes = [case[0].tag if len(case) else "" for case in parent.iter("testcase")]
        counts = (len(outcomes), outcomes.count("failure"), outcomes.count("error"))
        names = ("tests", "failures", "errors")
        assert tuple(int(parent.get(name, "")) for name in names) == counts


@pytest.mark.parametrize(
    ("rule", "severity", "fail_on", "outcome"),
    [
        ("x", INFO, "warning", "system-out"),
        ("x", ERROR, "never", "system-out"),
        ("x", WARNING, "warning", "failure"),
        ("x", INFO, "info", "failure"),
        ("undecodable", ERROR, "never", "error"),
    ],
)
def test_what_does_not_fail_the_run_is_passed(
    rule: str, severity: str, fail_on: str, outcome: str
) -> None:
    wrong = file("a.md", Diagnostic(rule, severity, Span(0, 1), "m"), text="甲")
    root = ElementTree.fromstring(
        rendered("junit", Report((wrong._replace(terms=Terms(fail_on)),), "en"))
    )
    assert [element.tag for element in next(root.iter("testcase"))] == [outcome]


def test_a_name_stays_when_lines_move_and_not_when_the_finding_is_another() -> None:
    def name(text: str) -> str | None:
        at = text.index("XX")
        checked_file = file("a.md", Diagnostic("x", ERROR, Span(at, at + 2), "m"), text=text)
        root = ElementTree.fromstring(rendered("junit", Report((checked_file,), "en")))
        return next(root.iter("testcase")).get("name")

    assert name("取缔XX家。") == name("新的一段。\n\n取缔XX家。")
    assert name("取缔XX家。") != name("取缔XX处。")
