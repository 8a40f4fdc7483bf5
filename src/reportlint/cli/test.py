"""`reportlint test`: run the examples of rules and report types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.cli.option import PATHS
from reportlint.core.span import line_end, line_start
from reportlint.core.text import Text
from reportlint.output.safe_text import one_line

if TYPE_CHECKING:
    from reportlint.run.examples import Failure, Result

SUMMARY = Text("运行规则的正反例。", "Run the examples of rules.")
ARGUMENTS = (PATHS,)
HELP = Text(
    """运行规则和文种自带的正反例，确认规则没有写错。

路径可以是规则文件、文种文件或规则包的文件夹；不写就测试当前配置所用的全部规则包。
有例子不符时退出状态为 1，规则文件本身有误时为 2。

\b
例：
  reportlint test
  reportlint test house-rules/ house-rules/no-slogan.yaml
  reportlint test house-rules/ --watch
  reportlint test no-slogan.yaml --coverage""",
    """Run the examples in rules and report types as tests.

A path is a rule file, a report type file or the folder of a pack; without a path, all packs of the current configuration are
tested. The exit status is 1 if an example fails, and 2 if a file is invalid.

\b
Examples:
  reportlint test
  reportlint test house-rules/ house-rules/no-slogan.yaml
  reportlint test house-rules/ --watch
  reportlint test no-slogan.yaml --coverage""",
)
WORDS = {
    "missing": Text("漏报", "Missing"),
    "noisy": Text("误报", "Noisy"),
    "wrong-span": Text("位置不对", "Wrong span"),
}


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    if values["watch"]:
        from reportlint.cli.watch import watch
        from reportlint.run.rule_files import modification_times

        paths = values["paths"] or (".",)
        return watch(lambda: _once(language, values), lambda: modification_times(paths), language)
    return _once(language, values)


def _once(language: str, values: Mapping[str, Any]) -> int:
    from reportlint.files.paths import nearby
    from reportlint.run.examples import test

    result = test(values["paths"], options.settings(dict(values)), coverage=values["coverage"])
    for failure in result.failures:
        options.emit("\n".join(_shown(failure, language)) + "\n\n")
    failed_examples = {(problem.path, problem.example) for problem in result.failures}
    passed = result.ran - len(failed_examples)
    failed = result.ran - passed
    message = Text(
        f"{result.rules} 条规则和文种，{result.ran} 个例子：{passed} 个通过"
        + (f"，{failed} 个不符。" if failed else "。"),
        f"{_number(result.rules, 'rule or report type', 'rules and report types')}, "
        f"{_number(result.ran, 'example', 'examples')}: {passed} passed"
        + (f", {failed} failed." if failed else "."),
    )
    options.emit(message.to(language) + "\n")
    for warning in result.warnings:
        where = f"{nearby(warning.path)}:{warning.line}"
        options.say(warning.message.to(language), where)
    if values["coverage"]:
        _show_coverage(result, language)
    doubtful = result.warnings or result.unneeded
    return int(bool(failed) or bool(values["strict"] and doubtful))


def _show_coverage(result: Result, language: str) -> None:
    """Print the parts of rules that no example needs, and the numbers."""
    from reportlint.files.paths import nearby

    for problem in result.unneeded:
        options.emit(
            f"{one_line(nearby(problem.path))}: {one_line(problem.message.to(language))}\n"
        )
    needed = result.parts - len(result.unneeded)
    message = Text(
        f"规则里有 {result.parts} 项（词、正则和其中的各支、例外），例子用到 {needed} 项。",
        f"words, regexes, their alternatives and exceptions: {result.parts}; the examples need"
        f" {needed}.",
    )
    options.emit(message.to(language) + "\n")


def _number(count: int, single: str, many: str) -> str:
    return f"{count} {single if count == 1 else many}"


def _shown(failure: Failure, language: str) -> Iterator[str]:
    """The lines on one failure: its position, the expected and the actual finding."""
    word = WORDS[failure.word].to(language)
    yield f"{one_line(failure.path)}:{failure.example.line}: {word} {failure.name}"
    labels = ((Text("应报", "expected"), failure.expected), (Text("实报", "found"), failure.found))
    for label, span in labels:
        if span is not None:
            yield f"    {label.to(language)}: {one_line(_around(failure.example.text, span.start, span.end))}"
    if failure.hint:
        yield f"    {failure.hint.to(language)}"


def _around(text: str, start: int, end: int) -> str:
    """The line of an example that contains a span, with ⟦ ⟧ around the span."""
    first, last = line_start(text, start), line_end(text, end)
    return f"{text[first:start]}⟦{text[start:end]}⟧{text[end:last]}"
