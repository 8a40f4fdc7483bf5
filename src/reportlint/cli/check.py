"""`reportlint check`: check files and folders."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options, outputs
from reportlint.cli.option import PATHS
from reportlint.core.errors import UserError
from reportlint.core.request import STDIN, Tell
from reportlint.core.text import A_RULE, Text
from reportlint.output.formats import JSON_LINES

MANY = 12  # with this many paths, or a folder among them, no text is kept longer than needed

if TYPE_CHECKING:
    from reportlint.cli.fixes import Done
    from reportlint.core.report import Report
    from reportlint.core.request import Settings

SUMMARY = Text("检查文件和文件夹。", "Check files and folders.")
ARGUMENTS = (PATHS,)
HELP = Text(
    """检查文件和文件夹，指出每处问题的行和列。

文件夹里查 .txt .md .markdown .rst .docx，跳过 .gitignore 和配置 exclude 排除的文件；直接写出的文件总会检查。

\b
退出状态：0 没有问题，1 有问题，2 用法、配置或规则有误，
3 程序缺陷，130 被中断。

\b
例：
  reportlint check 述职/
  reportlint check --fail-on info --ignore 'ordinal-*' a.md
  git show HEAD:a.md | reportlint check - --stdin-filename a.md""",
    """Check files and folders, and point at the line and column of each finding.

In folders, all .txt .md .markdown .rst .docx files are checked, except those excluded by .gitignore or the configuration; a
file given by name is always checked.

\b
Exit status: 0 nothing found, 1 findings, 2 wrong usage, configuration
or rule, 3 a bug, 130 interrupted.

\b
Examples:
  reportlint check reports/
  reportlint check --fail-on info --ignore 'ordinal-*' a.md
  git show HEAD:a.md | reportlint check - --stdin-filename a.md""",
)
_PHASES = {
    "parsing": Text("解析", "parsing"),
    "recognising": Text("识别文种", "recognising the type"),
    "sections": Text("章节", "sections"),
    "numbering": Text("序号", "numbering"),
}
_SORTS = {"phase": Text("阶段", "phase"), "rule": A_RULE}


def run(language: str, paths: tuple[str, ...], **values: Any) -> int:
    """Check, print the results and return the exit status. Raises UserError."""
    if values["watch"]:
        return _watch(language, paths, values)
    if values["show_config"]:
        from reportlint.cli import show_config

        return show_config.run(language, paths, values)
    if values["parquet"] or values["out"]:
        from reportlint.cli import parquet

        return parquet.run(language, paths, values)
    if not (values["rev"] or values["staged"]):  # with these, paths need not be on disk
        _refuse_misspelt_command(paths)
    places = outputs.targets(values, os.environ)
    outputs.refuse_inputs(places, paths, values)
    return _once(language, paths, places, values)


def _watch(language: str, paths: tuple[str, ...], values: dict[str, Any]) -> int:
    """Check after every change until interrupted."""
    from reportlint.cli.watch import watch_check

    if not values["staged"]:
        _refuse_misspelt_command(paths)
    places = outputs.targets(values, os.environ)
    outputs.refuse_inputs(places, paths, values)
    written = [place.path for place in places if place.path != outputs.STDOUT]
    settings = options.settings(values)

    def once() -> int:
        return _once(language, paths, places, values)

    return watch_check(language, paths, settings, values, once, written)


def _once(
    language: str,
    paths: tuple[str, ...],
    places: Sequence[outputs.Target],
    values: dict[str, Any],
) -> int:
    """Check once and return the exit status."""
    from reportlint.cli.progress import watched
    from reportlint.core.report import fails
    from reportlint.run.check import check

    settings = options.settings(values)
    progress = watched(language, quiet=values["quiet"])
    try:
        if _streams(paths, values, places):
            from reportlint.cli import stream

            return stream.run(paths, places, settings, values, progress)
        paths = _paths(paths, values)
        done = _run_fixes(paths, settings, progress, values)
        report = done.report if done else check(paths, settings, progress)
    finally:
        progress.clear()
    if done:
        from reportlint.cli import fixes

        return _exit_status(report, fixes.show(done, places, values), language)
    outputs.write(report, places, values, os.environ)
    options.tell(report.notes, language)
    if report.times:
        options.complain(_profile(report, language))
    failed = any(fails(file) for file in report.files) and not values["exit_zero"]
    return _exit_status(report, int(failed), language)


def _exit_status(report: Report, status: int, language: str) -> int:
    """The exit status; it is 2 if folders were skipped because of a bad configuration, which is
    reported here."""
    if report.problems:
        options.complain_of(report.problems, language)
        return 2
    return status


def _streams(
    paths: tuple[str, ...], values: dict[str, Any], places: Sequence[outputs.Target]
) -> bool:
    """Whether the findings are printed file by file as they are made, or records are read."""
    if values["from_ndjson"]:
        return True
    form = places[0].form
    is_long = values["files_from0"] or len(paths) >= MANY or any(map(os.path.isdir, paths or "."))
    if form.parts is None or STDIN in paths or not (is_long or form.syntax == JSON_LINES):
        return False
    from reportlint.cli import stream

    return stream.goes_out(values, places, os.environ) is not None


def _paths(paths: tuple[str, ...], values: dict[str, Any]) -> tuple[str, ...]:
    if not values["files_from0"]:
        return paths or (".",)
    from reportlint.cli import stream

    return stream.paths_of(paths, values)


def _run_fixes(
    paths: tuple[str, ...], settings: Settings, tell: Tell, values: dict[str, Any]
) -> Done | None:
    """The outcome of the run with fixes; None if the options request none."""
    if not (values["fix"] or values["diff"] or values["unsafe_fixes"]):
        return None
    from reportlint.cli import fixes

    return fixes.run(paths, settings, tell, values) if fixes.wanted(values, paths) else None


def _refuse_misspelt_command(paths: tuple[str, ...]) -> None:
    """Raise UserError if the first path does not exist but looks like a command: `reportlint ruls`
    means `rules`, but is parsed as `check ruls`."""
    if not paths or os.path.lexists(paths[0]) or "." in paths[0]:
        return
    from reportlint.cli.guesses import command, dashes

    answer = dashes(paths[0])
    word = paths[0].replace("-", "").isalpha() or paths[0] in ("?", "/?", "/h", "/help")
    if answer is None and word:
        answer = command(paths[0])
    if answer:
        raise UserError.of(answer, paths[0])


def _profile(report: Report, language: str) -> str:
    """Milliseconds by phase and by rule, with the file and line of each rule. Percentages are those
    of all measured time."""
    whole = sum(seconds for _, _, seconds in report.times) or 1.0
    lines = []
    for sort, title in _SORTS.items():
        lines.append(f"{'ms':>10}  {'%':>5}  {title.to(language)}")
        spent = sorted((row for row in report.times if row[0] == sort), key=lambda row: -row[2])
        for _, name, seconds in spent:
            rule = report.rules.get(name) if sort == "rule" else None
            place = f"  {rule.path}:{rule.line or 1}" if rule and rule.path else ""
            label = _PHASES[name].to(language) if name in _PHASES else name
            lines.append(f"{seconds * 1000:10.2f}  {seconds / whole * 100:5.1f}  {label}{place}")
    return "\n".join(lines) + "\n"
