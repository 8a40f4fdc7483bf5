"""Hits become diagnostics, with a message for users and a subject that identifies the finding."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.core.diagnostic import SAFE, Diagnostic, Edit, Fix, Related
from reportlint.core.reading import Hit
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.kinds.protocol import Identity
from reportlint.lint.messages import diagnostic, fill, housekeeping
from support.rules import housekeeping as housekeeping_rule
from support.rules import read, rule


@pytest.mark.parametrize(
    ("texts", "values", "language", "expected"),
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
def test_messages(
    texts: dict[str, str], values: dict[str, Any], language: str, expected: str
) -> None:
    assert fill(texts, values, language) == expected


def test_a_field_that_the_kind_does_not_fill_is_a_bug() -> None:
    with pytest.raises(KeyError):
        fill({"en": "{nothing}"}, {}, "en")


def test_a_hit_says_more_than_its_rule_unless_the_configuration_did() -> None:
    hit = Hit(Span(14, 16), {"found": "XX"}, severity="info", message={"en": "{found}!"})
    finding = diagnostic(rule(), hit, "en", read("# 情况\n\n## 甲\n\nXX"))
    assert (finding.severity, finding.message, finding.section) == ("info", "XX!", ("甲",))
    assert diagnostic(rule()._replace(forced=True), hit, "en").severity == "error"


def test_related_places_and_the_fix_come_along() -> None:
    fix = Fix(SAFE, (Edit(Span(0, 2), ""),))
    related = ((Span(4, 5), {"en": "like {found}"}),)
    finding = diagnostic(rule(), Hit(Span(0, 2), {"found": "XX"}, related, fix=fix), "en")
    assert (finding.related, finding.fix) == ((Related(Span(4, 5), "like XX"),), fix)


def test_what_a_finding_is_about_is_said_in_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    subject = ({"zh": "结束语", "en": "closing"}, "", ("甲", "乙"))
    kind = KINDS["pattern"]._replace(identity=lambda hit, options: Identity(subject, True))
    monkeypatch.setitem(KINDS, "pattern", kind)
    for language in ("zh", "en"):
        finding = diagnostic(rule(), Hit(Span(0, 2), {"found": "XX"}), language)
        assert (finding.subject, finding.document_level, finding.transient) == (
            "结束语 甲、乙",
            True,
            False,
        )


def test_what_the_tool_itself_says_of_a_file() -> None:
    about_file = housekeeping_rule("undecodable")._replace(options={"about": "file"})
    finding = housekeeping(
        about_file, {"rule": "undecodable", "detail": "x", "place": "a.md"}, "en"
    )
    assert finding == Diagnostic(
        "undecodable", "warning", Span(0, 0), "undecodable, x a.md", transient=True
    )
    values = {"rule": "r", "detail": "", "place": ""}
    assert not housekeeping(housekeeping_rule("unused-suppression"), values, "en").transient
