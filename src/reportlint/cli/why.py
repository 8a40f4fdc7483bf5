"""`reportlint why`: explain why a rule reports a line, or does not."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.errors import UserError
from reportlint.core.text import A_RULE, A_TYPE, Text
from reportlint.output.safe_text import one_line

if TYPE_CHECKING:
    from reportlint.run.why import Answer

SUMMARY = Text("一行为什么报、为什么不报。", "Why a line is reported, or not.")
ARGUMENTS = (
    Argument("place", Text("文件:行", "FILE:LINE")),
    Argument("rule", Text("规则", "RULE")),
)
HELP = Text(
    """说明一条规则在某一行为什么报，或者为什么不报。

依次说明：用哪个配置，认作哪个文种，规则的级别从哪里来，这一行是什么地方，找到了什么、凭规则里的哪一项，被什么例外、注释、
ignore、基线或别的规则挡住。

\b
例：
  reportlint why 述职报告.md:12 placeholder
  reportlint why 述职报告.md:12 no-slogan --rule-file no-slogan.yaml""",
    """Show why a rule reports a line of a file, or why it does not.

Shows step by step: the configuration used, the recognised report type, the origin of the rule's severity, the kind of line, the
match and the entry of the rule that found it, and the exception, comment, ignore entry, baseline or other rule that prevented a
finding.

\b
Examples:
  reportlint why report.md:12 placeholder
  reportlint why report.md:12 no-slogan --rule-file no-slogan.yaml""",
)
_VERDICTS = {
    "fires": Text("报", "reported"),
    "not-in-force": Text("不报：规则在这里不生效", "not reported: the rule is not in force here"),
    "yields": Text("不报：让给了别的规则", "not reported: another rule reports it"),
    "suppressed": Text(
        "不报：有注释或 ignore", "not reported: silenced by a comment or an ignore entry"
    ),
    "baseline": Text("不报：基线里已有", "not reported: it is in the baseline"),
    "excused": Text("不报：算作例外", "not reported: an exception of the rule applies"),
    "out-of-scope": Text("不报：不在它看的地方", "not reported: the rule does not apply there"),
    "pattern-off": Text("不报：那一族写法关着", "not reported: that pattern of the rule is off"),
    "no-match": Text("不报：没有它要找的", "not reported: nothing matches"),
}
_LABELS = {
    "configuration": Text("配置", "configuration"),
    "excluded": Text("排除", "excluded"),
    "type": A_TYPE,
    "rule": A_RULE,
    "line": Text("这一行", "line"),
    "match": Text("匹配", "match"),
    "excuse": Text("例外", "exception"),
    "scope": Text("范围", "scope"),
    "pattern": Text("写法", "pattern"),
    "yields-to": Text("让位", "yields"),
    "suppression": Text("不作声", "silenced"),
    "baseline": Text("基线", "baseline"),
    "reported": Text("结果", "result"),
    "elsewhere": Text("别处", "elsewhere"),
}


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.why import why

    path, line = _place(values["place"])
    answer = why(path, line, values["rule"], options.settings(values))
    if values["form"] == "json":
        from reportlint.output.safe_text import to_json

        steps = [{"what": step.about, "said": step.sentence.to(language)} for step in answer.steps]
        data = {**answer._asdict(), "steps": steps}
        options.emit(to_json(data, indent=2) + "\n")
    else:
        options.emit_page(_page(answer, language))
    return 0


def _place(value: str) -> tuple[str, int]:
    """The path and line in `a.md:12`, or in `a.md:12:5` as findings are printed. Raises
    UserError."""
    path, _, line = value.rpartition(":")
    above, _, before = path.rpartition(":")
    if line.isdecimal() and before.isdecimal() and above:
        path, line = above, before
    if not path or not line.isdecimal():
        message = Text("要写成 文件:行，如 a.md:12", "it is written FILE:LINE, as in a.md:12")
        raise UserError.of(message, value)
    return path, int(line)


def _page(answer: Answer, language: str) -> Iterator[str]:
    verdict = _VERDICTS[answer.verdict].to(language)
    colon = Text("：", ": ").to(language)
    yield f"{one_line(answer.path)}:{answer.line} {answer.rule}{colon}{verdict}"
    for step in answer.steps:
        yield f"  {_LABELS[step.about].to(language)}{colon}{one_line(step.sentence.to(language))}"
