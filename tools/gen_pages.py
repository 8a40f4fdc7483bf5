"""The pages of the shipped rules and report types, generated from their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reportlint.cli.explain_type import page as explained
from reportlint.core.report import UNCHECKED
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Example, Rule, marked
from reportlint.core.text import Text, pick
from reportlint.run.list import rules, types

ROOT = Path(__file__).parents[1]
RULES, TYPES = "docs/rules", "docs/types"
SAMPLES = ROOT / "tests/types"
WIDTH = 100  # columns
_MOST = 6  # examples that are reported, and as many that are not
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示", "off": "默认关闭"}
_NAMES = {"zh": ".zh-CN.md", "en": ".md"}


def pages() -> Mapping[str, str]:
    """All pages, by path relative to the root of the repository."""
    isolated = Settings(isolated=True)
    texts: dict[str, str] = {}
    shipped = sorted(rules(isolated), key=lambda rule: rule.id)
    for language, end in _NAMES.items():
        texts[f"{RULES}/README{end}"] = _text(_rule_index(shipped, language))
        for rule in shipped:
            texts[f"{RULES}/{rule.id}{end}"] = _text(_rule(rule, language))
    report_types = sorted(
        types(isolated), key=lambda report_type: (report_type.pack, report_type.id)
    )
    for language, end in _NAMES.items():
        texts[f"{TYPES}/README{end}"] = _text(_type_index(report_types, language))
        for report_type in report_types:
            texts[f"{TYPES}/{report_type.id}{end}"] = _text(_type(report_type, language))
    return texts


def left_over(generated: Mapping[str, str]) -> list[str]:
    """Pages on disk whose rule or type no longer exists; `generated` are all pages."""
    on_disk = [*(ROOT / RULES).glob("*.md"), *(ROOT / TYPES).glob("*.md")]
    return sorted({path.relative_to(ROOT).as_posix() for path in on_disk} - set(generated))


def _text(lines: Iterable[str]) -> str:
    """Lines as a text that ends with a line feed."""
    return "\n".join(lines) + "\n"


def _links(name: str, language: str, index: str) -> str:
    """The line below the title: links to the page in the other language and to the index."""
    other = _NAMES["en" if language == "zh" else "zh"]
    twin = Text("English", "中文").to(language)
    return f"[{twin}]({name}{other}) · [{index}](README{_NAMES[language]})"


def _cell(text: str) -> str:
    """A text on one line and escaped for a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("{", "‹").replace("}", "›")


def _fenced(text: str) -> Iterator[str]:
    """A fenced code block."""
    fence = "```"
    while fence in text:
        fence += "`"
    yield f"{fence}text"
    yield from text.rstrip("\n").split("\n")
    yield fence


def _rule_index(shipped: Sequence[Rule], language: str) -> Iterator[str]:
    """The index of rules."""
    yield "# " + Text("规则", "Rules").to(language)
    yield ""
    yield Text("| 规则 | 级别 | 提示 |", "| rule | severity | message |").to(language)
    yield "|---|---|---|"
    for rule in shipped:
        message = _cell(pick(rule.message, language))
        link = f"[`{rule.id}`]({rule.id}{_NAMES[language]})"
        yield f"| {link} | {_severity(rule, language)} | {message} |"


def _severity(rule: Rule, language: str) -> str:
    """The severity of a rule as shown to users."""
    severity = rule.severity or "off"
    return _SEVERITIES.get(severity, severity) if language == "zh" else severity


def _rule(rule: Rule, language: str) -> Iterator[str]:
    """The page of a rule."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    yield f"# {rule.id}"
    yield ""
    yield _links(rule.id, language, say("全部规则", "all rules"))
    yield ""
    yield _cell(pick(rule.message, language))
    yield ""
    yield say(
        f"级别：{_severity(rule, language)}。规则包：`{rule.pack}`。类型：`{rule.kind}`。",
        f"Severity: {_severity(rule, language)}. Pack: `{rule.pack}`. Kind: `{rule.kind}`.",
    )
    if rule.why:
        yield from (
            "",
            "## " + say("为什么", "Why"),
            "",
            " ".join(pick(rule.why, language).split()),
        )
    for title, bad in ((say("要报的", "Reported"), True), (say("不报的", "Not reported"), False)):
        examples = [example for example in rule.examples if bool(example.spans) == bad][:_MOST]
        if examples:
            yield from ("", f"## {title}")
            yield from _examples(examples)
    yield from ("", "## " + say("调整和放过", "To change it, or let something pass"), "", "```yaml")
    yield from (
        "rules:",
        f"  {rule.id}: off   # " + say("或 error、warning、info", "or error, warning, info"),
    )
    yield "```"
    if rule.id not in UNCHECKED:
        yield from (
            "",
            say(
                "放过 Markdown 里的一处，在它前一行写：",
                "Let one place of a Markdown text pass, on the line before it:",
            ),
        )
        yield from (
            "",
            "```markdown",
            f"<!-- reportlint-disable-next-line {rule.id} -- {say('理由', 'why')} -->",
            "```",
        )
    yield ""
    yield say(
        "见[配置](../configuration.zh-CN.md)。在终端里看这一页：`reportlint explain "
        + rule.id
        + "`。",
        "See [configuration](../configuration.md). This page in a terminal: `reportlint explain "
        + rule.id
        + "`.",
    )


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    """Examples as code blocks, with their findings marked."""
    for example in examples:
        yield ""
        yield from _fenced(marked(example))


def _type_index(report_types: Sequence[ReportType], language: str) -> Iterator[str]:
    """The index of report types."""
    yield "# " + Text("文种", "Report types").to(language)
    yield ""
    yield Text("| 文种 | 名称 | 规则包 |", "| report type | name | pack |").to(language)
    yield "|---|---|---|"
    for report_type in report_types:
        link = f"[`{report_type.id}`]({report_type.id}{_NAMES[language]})"
        yield f"| {link} | {_cell(pick(report_type.name, language))} | `{report_type.pack}` |"


def _type(report_type: ReportType, language: str) -> Iterator[str]:
    """The page of a report type."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    yield f"# {pick(report_type.name, language)}"
    yield ""
    yield _links(report_type.id, language, say("全部文种", "all report types"))
    yield ""
    yield from _fenced("\n".join(explained(report_type, language, WIDTH)))
    sample = next(iter(sorted(SAMPLES.glob(f"{report_type.id}/good-1.*"))), None)
    texts = [example.text for example in report_type.examples if not example.spans]
    good = sample.read_text(encoding="utf-8") if sample else texts[0] if texts else ""
    if good:
        yield from ("", "## " + say("一份合格的", "A good one"), "")
        yield from _fenced(good)
