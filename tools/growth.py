"""Measure how the work grows with the input: `python -m tools.growth`. `--calls` counts function
calls, as the tests do.

Each construct is checked at sizes n, 2n and 4n. The result is the cost at 4n divided by that at n:
about 4 if the work is linear, 16 if it is quadratic. A ratio of 9 or more is a failure. By default
the cost is processor time, the minimum of three runs, at sizes where quadratic work shows.
`--calls` counts function calls instead, which are the same on every machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from types import FrameType
from typing import Any, NamedTuple

from reportlint import Linter
from reportlint.changes.patch import read as read_patch
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.shipped import Shipped
from reportlint.config.yaml import parse as parse_yaml
from reportlint.core.errors import UserError
from reportlint.core.glob import matches
from reportlint.core.glob_syntax import parse_ignore_file
from reportlint.files.decode import decode
from reportlint.kinds import KINDS
from reportlint.patterns.literal_index import SOON

MOST = 9.0  # the maximum ratio of costs for four times the input
_RUNS = 3


class Construct(NamedTuple):
    """A repeated piece of input, and the work on it."""

    work: Callable[[int], Callable[[], object]]  # a size → the prepared work
    size: int  # n for measuring time; a part of it is enough for counting calls


@cache
def _linter() -> Linter:
    linter = Linter(language="en")
    for piece in ("Any words. ", "随便写几句。"):  # so that what many texts share is prepared
        linter.lint(piece * (SOON // 5), path="a.md")
    return linter


def _text(
    piece: str, path: str = "a.md", before: str = ""
) -> Callable[[int], Callable[[], object]]:
    """The work of checking `before` and then `piece`, repeated."""
    return lambda size: lambda text=before + piece * size: _linter().lint(text, path=path)


def _runs_of_backticks(size: int) -> Callable[[], object]:
    # runs of all lengths: the size of the text is quadratic in their number
    text = "".join("`" * length + " " for length in range(int((2 * size) ** 0.5)))
    return lambda: _linter().lint(text, path="a.md")


def _fixes(size: int) -> Callable[[], object]:
    text = "一是甲，二是乙,三是丙。\n\n" * size
    return lambda: _linter().fix(text, unsafe=True, path="a.md")


def _glob(size: int) -> Callable[[], object]:
    return lambda: matches([f"{'*a' * 20}b", f"{'**/' * 20}b"], "a" * size + "/" + "c/" * size)


def _ignore_file(size: int) -> Callable[[], object]:
    text = "[a-c]*x\n!/b/**/c\n\\ \n[z-a]\n" * size
    return lambda: parse_ignore_file(text)


def _patch(size: int) -> Callable[[], object]:
    data = b"--- a/a\n+++ b/a\n" + b"@@ -1 +1,2 @@\n a\n+b\n" * size
    return lambda: read_patch(data)


def _decoding(size: int) -> Callable[[], object]:
    data = "一是抓好安全生产。".encode("gb18030") * size
    return lambda: decode(data)


def _aliases(size: int) -> Callable[[], object]:
    # each alias stands for a list of ten
    text = f"a: &a [{'x, ' * 9}x]\nb:\n" + "- *a\n" * size
    return lambda: parse_yaml(text, "a.yaml")


def _alias_bomb(size: int) -> Callable[[], object]:
    # written in `size` lines, and without a limit of 10 to the power of `size` values
    lines = (f"a{at}: &a{at} [{f'*a{at - 1}, ' * 9}*a{at - 1}]\n" for at in range(1, size))
    text = "a0: &a0 [x]\n" + "".join(lines)

    def work() -> None:
        with suppress(UserError):
            parse_yaml(text, "a.yaml")

    return work


class _Pack:
    """A reader of one pack that is not on disk: its rules, and as many types."""

    def __init__(self, rules: Sequence[str], types: Sequence[str] = ()) -> None:
        self.files = {"/house/pack.yaml": "id: house\nname: House\n"}
        self.files |= {f"/house/rule{at}.yaml": text for at, text in enumerate(rules)}
        self.files |= {f"/house/types/type{at}.yaml": text for at, text in enumerate(types)}

    def read(self, path: str) -> str | None:
        return self.files.get(path)

    def list(self, folder: str) -> list[str]:
        begin = f"{folder}/"
        below = (path.removeprefix(begin) for path in self.files if path.startswith(begin))
        return [name for name in below if "/" not in name]

    def problems(self) -> list[str]:
        """What a user is told of the pack, a line each."""
        try:
            Loader(self, Shipped((), ""), KINDS).load([WantedPack("/house", "")])
        except UserError as error:
            return [problem.to("en") for problem in error.problems]
        return []


_RULE = "kind: pattern\nmessage: m\nwords: [甲]\n"
_WRONG_RULES = (
    _RULE.replace("pattern", "patern"),
    _RULE.replace("message", "mesage"),
    _RULE.replace("[甲]", "[甲"),
    _RULE.replace("words: [甲]", "regex: ['(甲']"),
    _RULE + "id: other\n",
    _RULE + "examples: {bad: [甲]}\n",
    "- kind: pattern\n",
    "",
)
_WRONG_TYPES = ("name: [\n", "nam: 便函\n", "name: 便函\ninclude: [who]\n")


def _wrong_files(size: int) -> Callable[[], object]:
    rules = [_WRONG_RULES[at % len(_WRONG_RULES)] for at in range(size)]
    return _Pack(rules, [_WRONG_TYPES[at % len(_WRONG_TYPES)] for at in range(size)]).problems


def _unknown_names(size: int) -> Callable[[], object]:
    # every unknown name is compared with all names that there are
    return _Pack([f"{_RULE}yields-to: [{'x' * 30}{at}]\n" for at in range(size)]).problems


CONSTRUCTS: Mapping[str, Construct] = {
    "round brackets without partner": Construct(_text("（", "a.txt"), 1_000),
    "square brackets without partner": Construct(_text("["), 1_000),
    "quotation marks without partner": Construct(_text("“", "a.txt"), 1_000),
    "a bracket on each line": Construct(_text("项（目\n", "a.txt"), 1_000),
    "link beginnings": Construct(_text("[a]("), 1_000),
    "back-tick runs": Construct(_runs_of_backticks, 40_000),
    "wrong dates on a line": Construct(_text("2024年13月45日，", "a.txt"), 1_000),
    "placeholders on a line": Construct(_text("XX，", "a.txt"), 2_000),
    "a long line": Construct(_text("工作情况良好", "a.txt"), 20_000),
    "ordinals on a line": Construct(_text("一是甲，", "a.txt"), 500),
    "numbered lines": Construct(_text("1. 甲。\n", "a.txt"), 500),
    "headings": Construct(_text("## 一、甲\n\n乙。\n\n"), 500),
    "emphasis": Construct(_text("**a_"), 2_000),
    "quotes": Construct(_text("> "), 2_000),
    "tables": Construct(_text("|a|b|\n", before="|a|b|\n|-|-|\n"), 1_000),
    "open comments": Construct(_text("<!-- "), 5_000),
    "suppressions": Construct(_text("<!-- reportlint-disable-line placeholder -->\nXX\n\n"), 300),
    "reStructuredText targets": Construct(_text("`a <b>`_ ", "a.rst"), 2_000),
    "invisible characters": Construct(_text("甲\u200b", "a.txt"), 1_000),
    "fixes": Construct(_fixes, 200),
    "globs": Construct(_glob, 500),
    "ignore patterns": Construct(_ignore_file, 1_000),
    "hunks of a patch": Construct(_patch, 3_000),
    "wrong files of a pack": Construct(_wrong_files, 8_000),
    "unknown names in a pack": Construct(_unknown_names, 8_000),
    "aliases of YAML": Construct(_aliases, 2_000),
    "aliases of aliases of YAML": Construct(_alias_bomb, 200),
    "decoding": Construct(_decoding, 4_000),
}


def seconds(work: Callable[[], object]) -> float:
    """Processor time in seconds, the minimum of some runs."""
    least = float("inf")
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def calls(work: Callable[[], object]) -> float:
    """The number of calls of Python and C functions."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return float(count)


def costs(
    construct: Construct, measure: Callable[[Callable[[], object]], float], part: int = 1
) -> list[float]:
    """The costs at n, 2n and 4n, where n is the size of the construct divided by `part`."""
    size = construct.size // part
    construct.work(size)()  # do what is done only once, without counting it
    return [measure(construct.work(size * times)) for times in (1, 2, 4)]


def main() -> int:
    """Measure all constructs and print a line for each; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.growth", description=__doc__)
    parser.add_argument(
        "--calls", action="store_true", help="count calls instead of measuring time"
    )
    measure = calls if parser.parse_args().calls else seconds
    failed = False
    for name, construct in CONSTRUCTS.items():
        once, twice, four = costs(construct, measure, 10 if measure is calls else 1)
        ratio = four / max(once, 1e-4)
        failed |= ratio >= MOST
        print(f"{name:34} {once:12.4g} {twice:12.4g} {four:12.4g}  ×{ratio:.1f}", flush=True)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
