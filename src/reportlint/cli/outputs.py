"""The outputs of a report: formats, files, and how much is printed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.cli import options, page
from reportlint.core.diagnostic import SAFE, UNSAFE
from reportlint.core.errors import NO_FOLDER, UserError
from reportlint.core.report import Report, cap, fails
from reportlint.core.text import Text
from reportlint.files.paths import slashed
from reportlint.output.formats import (
    ALIASES,
    AUTO,
    DEFAULT,
    FORMATS,
    Format,
    RenderOptions,
    Service,
    every,
    load,
    resolve,
)

STDOUT = "-"
JOB_SUMMARY = "markdown"  # the format of the job summary
MOST_IN_SUMMARY = 500  # rows; GitHub refuses a job summary of more than a megabyte


_INPUTS = ("config", "baseline", "patch", "files_from0", "from_ndjson")  # options that name a file


class Target(NamedTuple):
    """One output: a format and a file; "-" is standard output."""

    form: Format
    path: str


_IN_HOOK = Text(
    """
怎么办：照上面逐条改好，再 git add、git commit。
确实要这样写的：在那一行写 <!-- reportlint-disable-line 规则 -->，或运行 reportlint suppress。
旧文稿里的老问题：运行 reportlint baseline 记下，此后只报新的。
""",
    """
What to do: fix what is listed above, then `git add` and `git commit` again.
To let something pass: write <!-- reportlint-disable-line RULE --> on its line, or run `reportlint suppress`.
For old texts: `reportlint baseline` records the current findings; from then on only new ones are reported.
""",
)


def targets(values: Mapping[str, Any], environment: Mapping[str, str]) -> list[Target]:
    """The outputs that `--format`, `--output-file` and `--statistics` request.

    Raises UserError if they do not go together.
    """
    places = [_target(argument, environment) for argument in values["form"] or (DEFAULT,)]
    if values["output_file"]:
        places = _into_file(places, values["output_file"])
    _refuse_same_place([place.path for place in places])
    _refuse_missing_folders(place.path for place in places)
    if values["statistics"]:
        places = _with_statistics(places)
    page.refuse_misuse([place.form for place in places], values["compare"])
    return places


def _into_file(places: Sequence[Target], path: str) -> list[Target]:
    """The only output, redirected to the file `path`."""
    if len(places) != 1 or places[0].path != STDOUT:
        raise _misuse(
            "--output-file 只配一个不带文件的 --format",
            "--output-file goes with one --format that names no file",
        )
    return [Target(places[0].form, path)]


def _refuse_same_place(paths: Sequence[str]) -> None:
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        name = Text("标准输出", "standard output") if twice == STDOUT else Text(twice, twice)
        raise _misuse(
            f"两种格式都写到{name.zh}；给其中一种一个文件，如 --format sarif:out.sarif",
            f"two formats for {name.en}: give one a file, as in --format sarif:out.sarif",
        )


def _refuse_missing_folders(paths: Iterable[str]) -> None:
    for folder in map(os.path.dirname, paths):
        if folder and not os.path.isdir(folder):
            raise UserError.of(NO_FOLDER, folder)


def _with_statistics(places: list[Target]) -> list[Target]:
    """The outputs, with one on standard output that can print counts."""
    printed = next((place.form for place in places if place.path == STDOUT), None)
    if printed is None:
        return [*places, Target(load(DEFAULT), STDOUT)]
    if printed.statistics is None:
        known = ", ".join(form.name for form in every() if form.statistics)
        raise _misuse(
            f"--statistics 没有 {printed.name} 格式，有：{known}",
            f"--statistics has no format {printed.name}, but {known}",
        )
    return places


def refuse_inputs(
    places: Sequence[Target], paths: Sequence[str], values: Mapping[str, Any]
) -> None:
    """Raise UserError if an output file is also an input of this run; called before the work
    begins."""
    written = [place.path for place in places if place.path != STDOUT]
    if not written:
        return
    from reportlint.files.atomic import is_one_of

    read = [*paths, *(values[name] for name in _INPUTS if values[name])]
    for path in written:
        if is_one_of(path, read):
            message = Text(
                "不能写到这里：本次要读它；请换一个文件名",
                "not written: this run reads it; name another file",
            )
            raise UserError.of(message, path)


def _target(argument: str, environment: Mapping[str, str]) -> Target:
    """The output that `--format FORMAT[:FILE]` names."""
    name, _, path = argument.partition(":")
    if name not in FORMATS and name not in ALIASES and name != AUTO:
        from reportlint.config.problems import unknown

        raise UserError.of(
            unknown(Text("格式", "format"), name, (*FORMATS, *ALIASES, AUTO)), "--format"
        )
    return Target(load(resolve(name, environment)), path or STDOUT)


def _misuse(zh: str, en: str) -> UserError:
    return UserError.of(Text(zh, en))


def write(
    report: Report,
    places: Sequence[Target],
    values: Mapping[str, Any],
    environment: Mapping[str, str],
) -> None:
    """Write the report to all outputs, files first, so that whatever is printed is in the files
    too. Raises UserError."""
    whole = report
    if values["max_findings"] is not None:
        report = cap(report, values["max_findings"])
    render_options = shared_render_options(places, values, environment)
    _write_files(report, whole, places, render_options)
    for path in _job_summaries([place.form for place in places], environment):
        _write_job_summary(path, report, render_options)
    printed = next((form for form, path in places if path == STDOUT), None)
    if printed is not None:
        _print(printed, report, whole, render_options, values)
    if not values["quiet"]:
        _note(report, printed)
        if printed is not None and _is_failing_hook(whole, printed, environment):
            options.emit(_IN_HOOK.to(report.language))


def _is_failing_hook(report: Report, form: Format, environment: Mapping[str, str]) -> bool:
    """Whether pre-commit runs this program and the run fails. Then advice is printed, since the
    author of the commit may not know the program."""
    is_hook = bool(environment.get("PRE_COMMIT")) and form.for_terminal
    return is_hook and any(map(fails, report.files))


def _write_files(
    report: Report, whole: Report, places: Sequence[Target], render_options: RenderOptions
) -> None:
    """Write the outputs that name a file. `whole` has the files that were checked; none of them is
    overwritten."""
    for form, path in places:
        if path != STDOUT:
            from reportlint.files.atomic import write_output

            write_output(
                path, form.render(report, render_options), [file.path for file in whole.files]
            )


def _print(
    form: Format,
    report: Report,
    whole: Report,
    render_options: RenderOptions,
    values: Mapping[str, Any],
) -> None:
    """Print the report, or the counts of the whole report if `--statistics` is given."""
    render_options = _as_terminal(form, render_options, values)
    statistics = form.statistics if values["statistics"] else None
    options.emit(
        statistics(whole, render_options) if statistics else form.render(report, render_options)
    )


def terminal_render_options(form: Format, values: Mapping[str, Any]) -> RenderOptions:
    """The render options of `form` on standard output."""
    return _as_terminal(
        form, shared_render_options([Target(form, STDOUT)], values, os.environ), values
    )


def _as_terminal(
    form: Format, render_options: RenderOptions, values: Mapping[str, Any]
) -> RenderOptions:
    if not form.for_terminal:
        return render_options
    color, width = options.colored(values["color"]), options.terminal_width()
    return render_options._replace(color=color, links=options.linked(color), width=width)


def shared_render_options(
    places: Sequence[Target], values: Mapping[str, Any], environment: Mapping[str, str]
) -> RenderOptions:
    """The render options of the outputs, except those of a terminal."""
    forms = [place.form for place in places]
    root_folder = root(environment, forms) if any(form.from_root for form in forms) else ""
    render_options = RenderOptions(
        quiet=values["quiet"], folder=slashed(os.getcwd()), root=root_folder
    )
    if values["fix"]:
        render_options = render_options._replace(
            tried=(SAFE, *((UNSAFE,) if values["unsafe_fixes"] else ()))
        )
    return (
        page.with_origin(render_options, values, environment)
        if any(form.dated for form in forms)
        else render_options
    )


def _job_summaries(forms: Iterable[Format], environment: Mapping[str, str]) -> set[str]:
    """The job summary files of the services that read `forms`."""
    variables = {form.service.job_summary for form in forms if form.service}
    return {environment[name] for name in variables if environment.get(name)}


def _write_job_summary(path: str, report: Report, render_options: RenderOptions) -> None:
    """Append a table to a job summary, the file that a service shows with the job."""
    from reportlint.files.atomic import append_output

    table = load(JOB_SUMMARY).render(cap(report, MOST_IN_SUMMARY), render_options)
    append_output(path, table + "\n")


def _note(report: Report, form: Format | None) -> None:
    """Write to standard error what standard output lacks: the totals if all output went to files,
    or the number of omitted findings if the output is for programs."""
    from reportlint.output.totals import hidden, summary, totals

    if form and form.for_terminal:
        return
    note = hidden(totals(report)).strip() if form else summary(totals(report))
    if note:
        options.say(note)


def root(environment: Mapping[str, str], forms: Sequence[Format] = ()) -> str:
    """The folder that a CI service takes paths relative to: its checkout if we are in it, else the
    root of the repository; "" if there is none."""
    from reportlint.files.git import root_of

    here = slashed(os.getcwd())
    for service in _services(forms):
        name = service.workspace
        folder = slashed(os.path.realpath(environment[name])) if environment.get(name) else ""
        if folder and f"{here}/".startswith(f"{folder.rstrip('/')}/"):
            return folder
    return slashed(root_of(here) or "")


def _services(forms: Iterable[Format]) -> Iterator[Service]:
    """The services that read `forms`, then all others; the latter import every format."""
    yield from (form.service for form in forms if form.service)
    yield from (form.service for form in every() if form.service)
