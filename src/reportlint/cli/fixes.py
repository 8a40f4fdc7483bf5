"""`--fix`, `--unsafe-fixes` and `--diff` of `reportlint check`."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options, outputs
from reportlint.core.errors import UserError
from reportlint.core.report import UNCHECKED, Report, fails
from reportlint.core.request import STDIN, Settings, Tell
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.run.fix import Changed, Fixes

_NOT_WITH_DIFF = ("form", "output_file", "statistics")
_UNSAFE_ALONE = Text(
    "--unsafe-fixes 要同 --fix 或 --diff 一起用", "--unsafe-fixes goes with --fix or --diff"
)
_DIFF_WITH_OUTPUTS = Text(
    "--diff 只输出差异，不能同 --format、--output-file、--statistics 一起用",
    "--diff shows a diff only: it does not go with --format, --output-file or --statistics",
)
_STDIN_NOT_ALONE = Text("--fix 时标准输入 - 要单独写", "with --fix, standard input (-) goes alone")


def wanted(values: dict[str, Any], paths: Sequence[str]) -> bool:
    """Whether fixes are to be made or shown. Raises UserError for options that do not go
    together."""
    writes, shows = values["fix"] and not values["diff"], values["diff"]
    misuses = (
        (values["unsafe_fixes"] and not (writes or shows), _UNSAFE_ALONE),
        (shows and any(values[name] for name in _NOT_WITH_DIFF), _DIFF_WITH_OUTPUTS),
        (writes and STDIN in paths and len(paths) > 1, _STDIN_NOT_ALONE),
    )
    for is_misuse, message in misuses:
        if is_misuse:
            raise UserError.of(message)
    return bool(writes or shows)


class Done(NamedTuple):
    """The outcome of a run with fixes. `stdin` is the original standard input, as bytes, if a text
    must be written to standard output; else None."""

    fixes: Fixes
    stdin: bytes | None

    @property
    def report(self) -> Report:
        """The report of the remaining findings."""
        return self.fixes.report


def run(paths: Sequence[str], settings: Settings, tell: Tell, values: dict[str, Any]) -> Done:
    """Fix the files at `paths`; with --diff, only compute the fixed texts."""
    from reportlint.run.fix import fix

    data = _standard_input() if STDIN in paths and not values["diff"] else None
    with _interruptible():
        return Done(
            fix(paths, settings, tell, unsafe=values["unsafe_fixes"], write=not values["diff"]),
            data,
        )


def show(done: Done, places: Sequence[outputs.Target], values: dict[str, Any]) -> int:
    """Print the remaining findings, or with --diff the changes; return the exit status."""
    report, files = done.report, done.fixes.files
    status = any(file.fixed or file.trouble for file in files)
    if values["diff"]:
        status |= _show_difference(done)
    elif done.stdin is None:
        outputs.write(report, places, values, os.environ)
    else:
        sys.stdout.buffer.write(files[0].data if files else done.stdin)
        sys.stdout.buffer.flush()
        with contextlib.redirect_stdout(sys.stderr):
            outputs.write(report, places, values, os.environ)
    if not values["quiet"]:
        _tell(files, report.language, would=values["diff"])
        options.tell(report.notes, report.language)
    if not values["diff"]:
        status |= any(map(fails, report.files))
    return int(status and not values["exit_zero"])


def _show_difference(done: Done) -> bool:
    """Print the diff and name the files that could not be checked; return whether there were
    any."""
    from reportlint.output.diff import unified

    options.emit("".join(unified(file.path, file.old, file.new) for file in done.fixes.files))
    unread = [
        (file.path, finding)
        for file in done.report.files
        for finding in file.diagnostics
        if finding.rule in UNCHECKED
    ]
    for path, finding in unread:
        options.say(finding.message, path)
    return bool(unread)


def _tell(files: Sequence[Changed], language: str, *, would: bool) -> None:
    """Report on standard error what was fixed, and which requested fixes were not made."""
    for file in files:
        for refused in file.refused:
            reason = _why_refused(refused.finding.rule, refused.makes)
            options.say(reason.to(language), f"{file.path}:{refused.line}")
        if file.trouble:
            trouble = Text(f"未改：{file.trouble.zh}", f"not fixed: {file.trouble.en}")
            options.say(trouble.to(language), file.path)
        if file.fixed:
            number = len(file.fixed)
            past = Text(f"已改正 {number} 处", f"{number} fixed")
            future = Text(f"可改正 {number} 处", f"{number} would be fixed")
            options.say((future if would else past).to(language), file.path)
    if not any(file.fixed for file in files):
        past = Text("没有可以改正的，没有改动文件", "nothing was fixed, no file was changed")
        future = Text("没有可以改正的", "nothing would be fixed")
        options.say((future if would else past).to(language))


def _why_refused(rule: str, makes: Sequence[str]) -> Text:
    """Why a requested fix of a rule was not made; `makes` are the rules that it would cause
    findings of."""
    if makes:
        return Text(
            f"未改 {rule}：改了会新出现 {'、'.join(makes)}",
            f"{rule} not fixed: that would make a finding of {', '.join(makes)}",
        )
    return Text(
        f"未改 {rule}：文件的编码写不出要改成的字",
        f"{rule} not fixed: the file's encoding has not the characters",
    )


def _standard_input() -> bytes:
    """Read standard input, and replace it by a copy to be read once more. The caller must write the
    bytes to standard output in any case."""
    data = sys.stdin.buffer.read()
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    return data


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Treat SIGTERM and SIGHUP like Ctrl-C, so that half-written files are removed first."""
    import signal

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    try:
        before = [
            (number, signal.signal(number, interrupt))
            for number in numbers
            if signal.getsignal(number) == signal.SIG_DFL
        ]
    except ValueError:  # not the main thread: the embedding program handles signals
        before = []
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
