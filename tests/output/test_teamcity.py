from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import ERROR, Diagnostic
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output import teamcity
from reportlint.output.safe_text import command_value
from support.sample import RULES, each_report, file, pairs, rendered
from support.validators import needs_validators

MESSAGE = re.compile(r"##teamcity\[(\w+)((?: \w+='(?:[^|'\[\]\n\r]|\|[|'nrxlp\[\]])*')*)\]")
ESCAPES = {"n": "\n", "r": "\r", "x": "\x85", "l": "\u2028", "p": "\u2029"}
OWN = "\x85\u2028\u2029"  # have escapes of TeamCity's own


def read(line: str) -> tuple[str, dict[str, str]]:
    """The name and the values of a service message, parsed as TeamCity does."""
    parsed = MESSAGE.fullmatch(line)
    assert parsed, line
    values = dict(re.findall(r" (\w+)='((?:[^|']|\|.)*)'", parsed[2]))
    return parsed[1], {
        name: re.sub(r"\|(.)", lambda escape: ESCAPES.get(escape[1], escape[1]), value)
        for name, value in values.items()
    }


def shown(text: str) -> str:
    """`text` without harmful characters, except those that TeamCity has escapes for."""
    return "".join(char if char in OWN else command_value(char) for char in text)


# JetBrains' package leaves three ends of lines alone, for which TeamCity's documentation has
# escapes of their own.
@needs_validators
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("|'[]\n\r%:;"),
            st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
        )
    )
)
def test_it_escapes_as_jetbrains_does(text: str) -> None:
    from teamcity.messages import escape_value

    assert teamcity.escape(text) == escape_value(text)


@each_report
def test_it_is_read_back(result: Report) -> None:
    messages = [read(line) for line in rendered("teamcity", result).split("\n")[:-2]]
    inspections = [values for name, values in messages if name == "inspection"]
    assert [(row["typeId"], row["message"], row["file"]) for row in inspections] == [
        (diagnostic.rule, shown(diagnostic.message), file.path)
        for file, diagnostic in pairs(result)
    ]
    assert [values["id"] for name, values in messages if name == "inspectionType"] == [
        *dict.fromkeys(diagnostic.rule for _, diagnostic in pairs(result))
    ]


def test_values_are_cut_to_what_teamcity_takes() -> None:
    wrong = Diagnostic("r" * 300, ERROR, Span(0, 1), "m" * 5000)
    rules = {"r" * 300: RULES["placeholder"]._replace(why={"en": "w" * 5000})}
    result = Report((file("a.md", wrong, text="甲"),), "en", rules)
    lengths = [
        {name: len(value) for name, value in read(line)[1].items()}
        for line in rendered("teamcity", result).split("\n")[:-2]
    ]
    assert lengths[0] == {"id": 255, "name": 255, "category": 10, "description": 4000}
    assert lengths[1] == {"typeId": 255, "message": 4000, "file": 4, "line": 1, "SEVERITY": 5}
