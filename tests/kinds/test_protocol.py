"""A kind of one's own, entered in the dict: it gets every feature of the tool without another
line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import gen_config_docs
from reportlint.baseline.entries import key_of
from reportlint.config.json_schema import json_schema
from reportlint.core.diagnostic import SAFE, Edit, Fix, apply
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.schema import NUMBER, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import KINDS
from reportlint.kinds.protocol import Identity, Kind
from reportlint.lint.fix import apply_fixes
from reportlint.run import examples
from reportlint.run.list import here
from support.changes import narrowed
from support.rules import UNUSED, of_kind, rule, run


def _prepare(options: Mapping[str, Any], lexicon: Lexicon) -> int:
    return int(options["most"])


def _find(reading: Reading, prepared: int) -> Iterator[Hit]:
    """Exclamation marks beyond the first few of the whole report, each with a fix."""
    text = reading.document.text
    places = [at for at, char in enumerate(text) if char == "！"]
    for at in places[prepared:]:
        span = Span(at, at + 1)
        yield Hit(span, {"found": "！"}, fix=Fix(SAFE, (Edit(span, "。"),)))


LOUD = Kind(
    {"most": Field(NUMBER, Text("最多几个叹号", "most exclamation marks"), 1)},
    {"found": "！"},
    _prepare,
    _find,
)


@pytest.fixture(autouse=True)
def entered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "loud", LOUD)


def loud(**options: Any) -> Rule:
    return of_kind("loud", "loud", **options)


def test_it_is_a_kind_like_the_others() -> None:
    assert "loud" in KINDS
    assert list(KINDS)[-1] == "loud"
    assert KINDS["loud"] is LOUD


def test_it_is_checked() -> None:
    assert [finding.rule for finding in run("甲！乙！丙！", loud())] == ["loud", "loud"]
    assert run("甲！乙！", loud(most=2)) == []


def test_since_keeps_what_the_change_caused_and_no_more() -> None:
    assert narrowed([loud()], "甲。\n\n乙！\n", "甲！\n\n乙！\n") == ["3:2 loud"]
    assert narrowed([loud()], "甲！\n\n乙！\n\n丙。\n", "甲！\n\n乙！\n\n丁。\n") == []


def test_a_baseline_knows_its_findings_by_their_text() -> None:
    text = "# 甲\n\n## 乙\n\n一！二！"
    (finding,) = run(text, loud())
    assert key_of(finding, text) == ("loud", finding.section, "！")


def test_comments_silence_it_and_say_when_they_do_not() -> None:
    comment = "<!-- reportlint-disable-next-line loud -->\n"
    assert run(f"{comment}甲！乙！", loud(), UNUSED) == []
    assert [finding.rule for finding in run(f"{comment}甲！", loud(), UNUSED)] == [
        "unused-suppression"
    ]


def test_its_fixes_are_made() -> None:
    findings = run("甲！乙！", loud())
    assert [apply("甲！乙！", finding.fix.edits) for finding in findings if finding.fix] == [
        "甲！乙。"
    ]
    mended = apply_fixes(
        "甲！乙！丙！", run("甲！乙！丙！", loud()), lambda text: run(text, loud())
    )
    assert mended.text == "甲！乙。丙。"


def test_it_yields_and_is_yielded_to() -> None:
    marks = rule("marks", words=["乙！"])
    both = [finding.rule for finding in run("甲！乙！", loud(), marks)]
    assert both == ["marks", "loud"]
    yielding = loud()._replace(yields_to=("marks",))
    assert [finding.rule for finding in run("甲！乙！", yielding, marks)] == ["marks"]
    assert [
        finding.rule for finding in run("甲！乙！", loud(), marks._replace(yields_to=("loud",)))
    ] == ["loud"]


def test_a_rule_file_of_it_is_read_and_its_examples_run(tmp_path: Path) -> None:
    path = tmp_path / "too-loud.yaml"
    path.write_text(
        "kind: loud\nmost: 2\nmessage: {zh: '“{found}”太多', en: 'too many {found}'}\n"
        "examples:\n  bad: ['甲！乙！丙⟦！⟧']\n  good: ['甲！乙！']\n",
        encoding="utf-8",
    )
    result = examples.test([str(path)], Settings(isolated=True))
    assert (result.ran, result.failures) == (2, ())


def test_the_schema_knows_its_options() -> None:
    schema = json_schema("rule", here(Settings(isolated=True)).library, KINDS, "en")
    assert "most exclamation marks" in json.dumps(schema)


def test_the_documentation_shows_it() -> None:
    page = gen_config_docs.kinds("en")
    assert "### `loud`" in page
    assert "| `most` | whole number | most exclamation marks; `1` by default |" in page


def test_what_it_says_of_itself_takes_the_place_of_the_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
        return Identity((options["most"],), document_level=True)

    monkeypatch.setitem(
        KINDS, "loud", LOUD._replace(identity=identity, touched_by=lambda *_: False)
    )
    text = "# 甲\n\n## 乙\n\n一！二！"
    (finding,) = run(text, loud())
    assert key_of(finding, text) == ("loud", (), "1")
    assert narrowed([loud()], "甲！乙！\n", "甲！乙！丙\n") == []


def test_a_module_is_a_kind_with_the_defaults_for_what_it_lacks() -> None:
    module = SimpleNamespace(OPTIONS={}, FIELDS={}, prepare=_prepare, find=_find, other=1)
    kind = Kind.of(module)
    assert kind.find is _find
    assert kind.identity(Hit(Span(0, 1)), {}) == Identity()
    assert not kind.checks_type({})
    assert kind.loosen(ReportType("t", "p", {}), Hit(Span(0, 1)), {}) is None
    assert list(kind.complaints({})) == []
    with pytest.raises(TypeError):
        Kind.of(SimpleNamespace(OPTIONS={}, FIELDS={}))


def test_kinds_about_types_say_so() -> None:
    of_types = {name for name, kind in KINDS.items() if kind.checks_type({"from": "closing"})}
    assert of_types == {"part", "required", "section"}
    assert not KINDS["required"].checks_type({"from": "", "at": "closing"})
