"""`python -m tools.accuracy` and `python tools/accuracy`: the command line."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

if __package__ in (None, ""):  # run as a folder: the root of the repository is not on the path
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
                                                  findings on your reports, to be read and judged
  python -m tools.accuracy --judged findings.jsonl
                                                  the share of true ones, by rule

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
        "help": "which faults are drawn; may be given several times (default: 1)",
    },
    "--per-report": {
        "type": int,
        "default": 40,
        "metavar": "N",
        "help": "faults a report at most (default: %(default)s)",
    },
    "--only": {
        "default": "*",
        "metavar": "GLOB",
        "help": 'sorts of fault to plant, as "ordinal-*" (default: all)',
    },
    "--reportlint": {
        "default": f"{shlex.quote(sys.executable)} -m reportlint",
        "metavar": "COMMAND",
        "help": "how to call reportlint (default: the one of this Python)",
    },
    "--format": {"choices": sorted(_FORMATS), "default": "table", "help": "default: %(default)s"},
    "--misses": {
        "type": int,
        "default": 0,
        "metavar": "N",
        "help": "show N missed faults of each sort, and N with other findings",
    },
    "--draw": {
        "type": int,
        "metavar": "N",
        "help": "plant nothing: print N findings of each rule on the reports as they are, to be "
        "judged; --only then takes rules",
    },
    "--judged": {
        "type": Path,
        "metavar": "FILE",
        "help": "measure nothing: print how the findings of a file were judged",
    },
    "--check": {"action": "store_true", "help": "exit with 1 if a figure is below its bar"},
    "--bars": {
        "type": Path,
        "default": bars.BARS,
        "metavar": "FILE",
        "help": "the bars (default: bars.toml beside the tool)",
    },
}


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(
        prog="python -m tools.accuracy",
        description="Plant known faults in reports and count what reportlint finds of them.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, settings in _OPTIONS.items():
        options.add_argument(name, **settings)
    return options


def show(measured: Measured, arguments: argparse.Namespace) -> None:
    """Print the figures, and the misses if asked for (on standard error where JSON is printed)."""
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
    """What the options ask for; the exit status."""
    options = parser()
    arguments = options.parse_args(argv)
    if arguments.judged:
        lines = arguments.judged.read_text(encoding="utf-8").splitlines()
        print(judged.table(judged.shares(lines)))
        return 0
    folders = tuple(arguments.folders) or (SAMPLE,)
    for folder in folders:
        if not folder.is_dir():
            options.error(f"{folder} is no folder")
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
