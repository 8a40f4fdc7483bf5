"""`reportlint explain`: explain a rule or a report type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import block, wrap
from reportlint.cli.option import Argument
from reportlint.core.diagnostic import SEVERITY_NAMES
from reportlint.core.report import UNCHECKED
from reportlint.core.rule import Example, Rule, marked
from reportlint.core.text import Text, pick, speaker
from reportlint.output.addresses import rule_link

SUMMARY = Text("说明一条规则或一个文种。", "Explain a rule or report type.")
ARGUMENTS = (Argument("rule_id", Text("规则", "ID")),)
HELP = Text(
    """说明一条规则：查什么、为什么、正反例、怎样改；或一个文种：怎样认出、要求什么、依据何在。

\b
例：
  reportlint explain placeholder
  reportlint explain 述职报告""",
    """Explain a rule: what it finds, why, good and bad examples, how to change it; or a report type: what it requires, and the sources.

\b
Examples:
  reportlint explain placeholder
  reportlint explain duty-report""",
)
SHOWN = 3  # examples, good or bad


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.list import rule, type_of, type_page

    settings = options.settings(values)
    report_type = type_of(values["rule_id"], settings)
    if report_type is not None:
        from reportlint.cli.explain_type import page

        lines = page(report_type, language, min(options.terminal_width(), 100))
        link = type_page(report_type, settings, language)
        options.emit_page(chain(lines, _more(link, language)))
        return 0
    options.emit_page(_page(rule(values["rule_id"], settings), language))
    return 0


def _page(rule: Rule, language: str) -> Iterator[str]:
    say = speaker(language)
    width = min(options.terminal_width(), 100)
    name = pick(rule.name, language)
    if name:
        yield name
    yield say(
        f"{rule.id}（级别 {SEVERITY_NAMES[rule.severity].zh}，规则包 {rule.pack}，类型 {rule.kind}）",
        f"{rule.id} (severity {rule.severity}, pack {rule.pack}, kind {rule.kind})",
    )
    yield from block(wrap(pick(rule.message, language), width))
    yield from block(wrap(pick(rule.why, language), width))
    yield from block(
        _families(rule.options.get("patterns") or {}, language),
        say("各族写法，可逐一关闭：", "Families, each of which can be switched off:"),
    )
    bad = [example for example in rule.examples if example.spans]
    good = [example for example in rule.examples if not example.spans]
    yield from block(_quoted(_some(bad)), say("要报的：", "Reported:"))
    yield from block(_quoted(_some(good)), say("不报的：", "Not reported:"))
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
    """The last lines, with the link to more; none without a link."""
    if link:
        yield ""
        yield Text(f"另见：{link}", f"See also: {link}").to(language)


def _families(families: Mapping[str, Any], language: str) -> Iterator[str]:
    """A line for each family of a rule's patterns: the key that switches it off, and its name."""
    for key, family in families.items():
        yield f"  {key}  {_name_of_family(family, language)}".rstrip()


def _quoted(examples: Iterable[Example]) -> Iterator[str]:
    """The lines of examples, with ⟦marks⟧, as a list."""
    for example in examples:
        first, *rest = marked(example).rstrip("\n").split("\n")
        yield f"  · {first}"
        yield from (f"    {line}".rstrip() for line in rest)


def _name_of_family(family: Any, language: str) -> str:
    """The name and severity of a family of a rule's patterns; "off" if it is off."""
    if not isinstance(family, Mapping):
        return "off"
    severity = family.get("severity") or ""
    if severity in SEVERITY_NAMES:
        severity = SEVERITY_NAMES[severity].to(language)
    name = pick(family.get("name") or {}, language)
    return f"{name} ({severity})" if severity else name


def _some(examples: list[Example]) -> list[Example]:
    """The examples to show: the first of each family; if there are no families, the first SHOWN."""
    first = {example.family: example for example in reversed(examples)}
    picked = sorted(first.values(), key=examples.index) if len(first) > 1 else examples
    return picked[: SHOWN if len(first) <= 1 else None]
