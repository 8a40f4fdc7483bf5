"""Rules as SARIF describes them, so that a viewer can say why a finding is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core.rule import Example, Rule
from reportlint.core.text import Text, pick
from reportlint.output.links import rule_link

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
PROBLEMS = {
    "error": "error",
    "warning": "warning",
    "info": "recommendation",
}  # as GitHub names them
LONGEST = 1024  # characters of a description that GitHub takes
EXAMPLES = 3  # of each sort
_FIELD = lazy(r"\{(\w+)\}")


def descriptor(rule: Rule, language: str) -> dict[str, Any]:
    """What a viewer is told of a rule, in `language`."""
    short = _FIELD.sub(r"‹\1›", pick(rule.message, language)) or rule.id
    why = pick(rule.why, language) or short
    severity = rule.severity if rule.severity in LEVELS else "warning"
    made: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": _cut(short)},
        "fullDescription": {"text": _cut(why)},
        "help": {
            "text": "\n".join(_help(rule, why, language, "")),
            "markdown": "\n".join(_help(rule, why, language, "```")),
        },
        "defaultConfiguration": {"enabled": rule.severity in LEVELS, "level": LEVELS[severity]},
        "properties": {
            "tags": [rule.pack or "own", rule.kind],
            "precision": "high",
            "problem.severity": PROBLEMS[severity],
        },
    }
    name = "".join(part[:1].upper() + part[1:] for part in re.split(r"[\W_]+", rule.id))
    if name.lower() != rule.id.lower():  # the standard wants them to differ
        made["name"] = name
    link = rule_link(rule)
    if link:
        made["helpUri"] = link
    return made


def unknown(rule: str) -> dict[str, Any]:
    """The same for a rule that no pack in use has."""
    text = {"text": rule}
    return {"id": rule, "shortDescription": text, "fullDescription": text, "help": text}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _help(rule: Rule, why: str, language: str, fence: str) -> Iterator[str]:
    """Why there is the rule, and examples; between fences where a viewer reads Markdown."""
    yield why
    for said, wanted in (
        (Text("要报的：", "Reported:"), True),
        (Text("不报的：", "Not reported:"), False),
    ):
        examples = [one for one in rule.examples if bool(one.spans) == wanted][:EXAMPLES]
        if examples:
            yield ""
            yield said.to(language)
        for one in examples:
            text = _marked(one).rstrip("\n")
            while fence and fence in text:
                fence += "`"
            yield from (
                ("", fence + "text", text, fence)
                if fence
                else (f"  {line}" for line in text.split("\n"))
            )
    yield ""
    yield Text(
        f"关闭：rules: {{{rule.id}: off}}", f"To switch it off: rules: {{{rule.id}: off}}"
    ).to(language)


def _marked(example: Example) -> str:
    """The text of an example with ⟦ ⟧ around what is reported."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
