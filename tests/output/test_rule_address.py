"""If a rule has a URL, all outputs that can show it do so."""

from __future__ import annotations

import json

import pytest

from reportlint.core.report import Report
from reportlint.output.formats import RenderOptions, load
from support.sample import report

ADDRESS = "https://a.org/甲?b=1&c=2"
SHOWN = "https://a.org/%E7%94%B2?b=1&c=2"


def with_address(address: str) -> Report:
    result = report()
    rules = {name: rule._replace(url=address) for name, rule in result.rules.items()}
    return result._replace(rules=rules)


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("json", json.dumps(SHOWN)),
        ("jsonl", json.dumps(SHOWN)),
        ("sarif", f'"helpUri": {json.dumps(SHOWN)}'),
        ("rdjson", json.dumps(SHOWN)),
        ("html", f'<a href="{SHOWN.replace("&", "&amp;")}" rel="noreferrer noopener">'),
    ],
)
def test_the_address_of_a_rule_is_shown(form: str, shown: str) -> None:
    render = load(form).render
    assert SHOWN not in render(report(), RenderOptions())
    output = render(with_address(ADDRESS), RenderOptions())
    assert shown.replace(" ", "") in output.replace(" ", "")
