"""`reportlint explain`: what a rule or a report type is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import Command, wrap
from reportlint.cli.parameters import parameters
from reportlint.core.diagnostic import SEVERITY_NAMES
from reportlint.core.report import UNCHECKED
from reportlint.core.rule import Example, Rule, marked
from reportlint.core.text import Text, pick
from reportlint.output.addresses import rule_link

HELP = Text(
    """说明一条规则：查什么、为什么、正反例、怎样改；或一个文种：怎样认出、要求什么、依据何在。

\b
例：
  reportlint explain placeholder
  reportlint explain 述职报告""",
    """Explain a rule: what it finds, why, good and bad examples, how to change it; or a report type: what it demands, and by whom.

\b
Examples:
  reportlint explain placeholder
  reportlint explain duty-report""",
)
SHOWN = 3  # examples of each sort


def command(language: str) -> Command:
    """The command, its help in `language`."""
    return Command(
        "explain",
        language,
        callback=lambda **given: _explain(language, **given),
        help=HELP.to(language),
        short_help=Text("说明一条规则或一个文种。", "Explain a rule or report type.").to(language),
        params=[
            click.Argument(["rule_id"], metavar=Text("规则", "ID").to(language)),
            *parameters("explain", language),
        ],
    )


def _explain(language: str, **given: Any) -> int:
    from reportlint.run.list import rule, type_of, type_page

    settings = options.settings(given)
    of = type_of(given["rule_id"], settings)
    if of is not None:
        from reportlint.cli.explain_type import page

        lines = page(of, language, min(options.terminal_width(), 100))
        options.emit_page(chain(lines, _more(type_page(of, settings, language), language)))
        return 0
    found = rule(given["rule_id"], settings)
    options.emit_page(_page(found, language))
    return 0


def _page(rule: Rule, language: str) -> Iterator[str]:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    width = min(options.terminal_width(), 100)
    name = pick(rule.name, language)
    if name:
        yield name
    yield say(
        f"{rule.id}（级别 {SEVERITY_NAMES[rule.severity].zh}，规则包 {rule.pack}，类型 {rule.kind}）",
        f"{rule.id} (severity {rule.severity}, pack {rule.pack}, kind {rule.kind})",
    )
    for text in (pick(rule.message, language), pick(rule.why, language)):
        if text:
            yield ""
            yield from wrap(text, width)
    families = rule.options.get("patterns") or {}
    if families:
        yield ""
        yield say("各族写法，可逐一关闭：", "Families, each of which can be switched off:")
        for name, family in families.items():
            yield f"  {name}  {_called(family, language)}".rstrip()
    for title, wanted in (
        (say("要报的：", "Reported:"), True),
        (say("不报的：", "Not reported:"), False),
    ):
        examples = _some([one for one in rule.examples if bool(one.spans) == wanted])
        if examples:
            yield ""
            yield title
            for one in examples:
                first, *rest = marked(one).rstrip("\n").split("\n")
                yield f"  · {first}"
                yield from (f"    {line}".rstrip() for line in rest)
    yield ""
    yield say(
        "在 .reportlint.yaml 里改级别或关闭（off）：",
        "Change its severity in .reportlint.yaml, or switch it off:",
    )
    yield f"  rules: {{{rule.id}: off}}"
    if rule.id not in UNCHECKED:
        yield say(
            "放过正文里的一处，在它前一行写：",
            "Let one place of a text pass, on the line before it:",
        )
        yield f"  <!-- reportlint-disable-next-line {rule.id} -->"
    yield from _more(rule_link(rule, language), language)


def _more(link: str, language: str) -> Iterator[str]:
    """The last line: where more is said; none without a link."""
    if link:
        yield ""
        yield Text(f"另见：{link}", f"See also: {link}").to(language)


def _called(family: Any, language: str) -> str:
    """The name of a family of a rule, and whether it is off."""
    if not isinstance(family, Mapping):
        return "off"
    severity = family.get("severity") or ""
    if severity in SEVERITY_NAMES:
        severity = SEVERITY_NAMES[severity].to(language)
    name = pick(family.get("name") or {}, language)
    return f"{name} ({severity})" if severity else name


def _some(examples: list[Example]) -> list[Example]:
    """The first example of each family, then more, but not too many."""
    first = {one.family: one for one in reversed(examples)}
    picked = sorted(first.values(), key=examples.index) if len(first) > 1 else examples
    return picked[: SHOWN if len(first) <= 1 else None]
