"""Rules as SARIF describes them, so that a viewer can explain a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core.rule import Rule, marked
from reportlint.core.text import Text, pick
from reportlint.output.addresses import rule_link

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
PROBLEM_SEVERITIES = {"error": "error", "warning": "warning", "info": "recommendation"}  # GitHub's
LONGEST = 1024  # GitHub's limit for a description, in characters
MOST_EXAMPLES = 3  # of each kind
_FIELD = lazy(r"\{(\w+)\}")


def descriptor(rule: Rule, language: str) -> dict[str, Any]:
    """The SARIF descriptor of a rule, in `language`."""
    short = _FIELD.sub(r"‹\1›", pick(rule.message, language)) or rule.id
    why = pick(rule.why, language) or short
    severity = rule.severity if rule.severity in LEVELS else "warning"
    row: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": _shortened(short)},
        "fullDescription": {"text": _shortened(why)},
        "help": {
            "text": "\n".join(_help(rule, why, language, markdown=False)),
            "markdown": "\n".join(_help(rule, why, language, markdown=True)),
        },
        "defaultConfiguration": {"enabled": rule.severity in LEVELS, "level": LEVELS[severity]},
        "properties": {
            "tags": [rule.pack or "own", rule.kind],
            "precision": "high",
            "problem.severity": PROBLEM_SEVERITIES[severity],
        },
    }
    name = pick(rule.name, language) or "".join(
        part[:1].upper() + part[1:] for part in re.split(r"[\W_]+", rule.id)
    )
    if name.lower() != rule.id.lower():  # the standard requires them to differ
        row["name"] = name
    link = rule_link(rule, language)
    if link:
        row["helpUri"] = link
    return row


def unknown(rule_id: str) -> dict[str, Any]:
    """The SARIF descriptor of a rule that no pack in use contains."""
    text = {"text": rule_id}
    return {"id": rule_id, "shortDescription": text, "fullDescription": text, "help": text}


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _help(rule: Rule, why: str, language: str, *, markdown: bool) -> Iterator[str]:
    """The lines of help: the reason of the rule, and examples, fenced in Markdown, else
    indented."""
    fence = "```"
    yield why
    for title, reported in (
        (Text("要报的：", "Reported:"), True),
        (Text("不报的：", "Not reported:"), False),
    ):
        examples = [example for example in rule.examples if bool(example.spans) == reported]
        if examples:
            yield ""
            yield title.to(language)
        for example in examples[:MOST_EXAMPLES]:
            text = marked(example).rstrip("\n")
            if not markdown:
                yield from (f"  {line}" for line in text.split("\n"))
                continue
            while fence in text:
                fence += "`"
            yield from ("", f"{fence}text", text, fence)
    yield ""
    setting = f"rules: {{{rule.id}: off}}"
    yield Text(f"关闭：{setting}", f"To switch it off: {setting}").to(language)
