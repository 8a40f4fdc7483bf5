"""The command line: `python -m tools.accuracy` or `python tools/accuracy`."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

if __package__ in (None, ""):  # run as a folder: the root of the repository is not in `sys.path`
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.accuracy import bars, judged, tables
from tools.accuracy.findings import ToolError
from tools.accuracy.measure import SAMPLE, Measured, Settings, measure

_FORMATS = {"table": tables.plain, "markdown": tables.markdown, "json": tables.as_json}
_EXAMPLES = """examples:
  python -m tools.accuracy                        the reports that come with the tool
  python -m tools.accuracy ~/reports --seed 1 --seed 2 --misses 3
  python -m tools.accuracy --check                fail if a figure is below its bar (bars.toml)
  python -m tools.accuracy --format markdown      the tables of docs/accuracy.md
  python -m tools.accuracy ~/reports --draw 60 > findings.jsonl
                                                  findings on your reports, for you to judge
  python -m tools.accuracy --judged findings.jsonl
                                                  the share of true findings, by rule

exit status: 0 measured, 1 a figure is below its bar, 2 wrong usage or reportlint does not run"""


_OPTIONS: dict[str, dict[str, Any]] = {
    "folders": {
        "nargs": "*",
        "type": Path,
        "metavar": "FOLDER",
        "help": "UTF-8 .md, .txt and .rst reports (default: the sample that comes with the tool)",
    },
    "--seed": {
        "type": int,
        "action": "append",
        "metavar": "N",
        "help": "seed of the random choice of faults; repeatable (default: 1)",
    },
    "--per-report": {
        "type": int,
        "default": 40,
        "metavar": "N",
        "help": "maximum number of faults in a report (default: %(default)s)",
    },
    "--only": {
        "default": "*",
        "metavar": "GLOB",
        "help": 'types of fault to plant, such as "ordinal-*" (default: all)',
    },
    "--reportlint": {
        "default": f"{shlex.quote(sys.executable)} -m reportlint",
        "metavar": "COMMAND",
        "help": "the command that runs reportlint (default: that of this Python)",
    },
    "--format": {"choices": sorted(_FORMATS), "default": "table", "help": "default: %(default)s"},
    "--misses": {
        "type": int,
        "default": 0,
        "metavar": "N",
        "help": "also print N missed faults of each type, and N cases with other new findings",
    },
    "--draw": {
        "type": int,
        "metavar": "N",
        "help": "plant nothing: print N findings of each rule on the unchanged reports, for you to "
        "judge; --only then selects rules",
    },
    "--judged": {
        "type": Path,
        "metavar": "FILE",
        "help": "measure nothing: print the verdicts on the findings of a file",
    },
    "--check": {"action": "store_true", "help": "exit with status 1 if a figure is below its bar"},
    "--bars": {
        "type": Path,
        "default": bars.BARS,
        "metavar": "FILE",
        "help": "the bars (default: bars.toml of this tool)",
    },
}


def parser() -> argparse.ArgumentParser:
    """The parser of the options."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.accuracy",
        description="Plant known faults in reports and count those that reportlint detects.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, settings in _OPTIONS.items():
        parser.add_argument(name, **settings)
    return parser


def show(measured: Measured, arguments: argparse.Namespace) -> None:
    """Print the figures and, with `--misses`, the missed faults; the latter on standard error if
    JSON is printed."""
    print(_FORMATS[arguments.format](measured))
    if arguments.misses:
        stream = sys.stderr if arguments.format == "json" else sys.stdout
        print(tables.misses(measured, arguments.misses), file=stream)
        print(tables.noises(measured, arguments.misses), file=stream)


def _measured(
    arguments: argparse.Namespace, folders: tuple[Path, ...], command: tuple[str, ...]
) -> int:
    """Measure, print, and compare with the bars; the exit status."""
    seeds = tuple(arguments.seed or (1,))
    measured = measure(Settings(folders, seeds, arguments.per_report, arguments.only, command))
    show(measured, arguments)
    failures = bars.below(measured, bars.read_bars(arguments.bars)) if arguments.check else []
    for failure in failures:
        print(f"below the bar: {failure}", file=sys.stderr)
    return 1 if failures else 0


def main(argv: list[str] | None = None) -> int:
    """Measure, draw or count as the options request; the exit status."""
    options_parser = parser()
    arguments = options_parser.parse_args(argv)
    if arguments.judged:
        lines = arguments.judged.read_text(encoding="utf-8").splitlines()
        print(judged.table(judged.shares(lines)))
        return 0
    folders = tuple(arguments.folders) or (SAMPLE,)
    for folder in folders:
        if not folder.is_dir():
            options_parser.error(f"{folder} is not a folder")
    command = tuple(shlex.split(arguments.reportlint))
    try:
        if arguments.draw:
            seed = (arguments.seed or [1])[0]
            print("\n".join(judged.draw(folders, command, arguments.draw, arguments.only, seed)))
            return 0
        return _measured(arguments, folders, command)
    except ToolError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
