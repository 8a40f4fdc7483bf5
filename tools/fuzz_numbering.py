"""Parse the numbering of random documents until one causes a crash: `python tools/fuzz_numbering.py
[DOCUMENTS] [SEED]`.

Prints how many were parsed. For a crash, the seed and the text are printed.
"""

from __future__ import annotations

import random
import sys

from reportlint.core.request import Settings
from reportlint.run.setup import Setups
from reportlint.structure.numbering import runs_of
from reportlint.text.parse import FORMATS, parse

PIECES = (
    "一、 二、 三、 （一） （二） (三) 1. 2. 3. 1． 1、 （1） 2） ① ② ⑴ 一是 二是 三是 一要 二要"
    " 第一， 第二， 第三， 第一条 第二章 其一 首先 其次 "
    "1.1 1.2 1.2.1 a) b) (i) I. First, Second, Step·1: 十一是 二十、 工作 学习 "
    "2026年 5.5% 一、二、三产业 第（三）项 “ ” ： 。 ； ， # ## > - * ** ``` | \t \u3000"
).split(" ")


def document(rng: random.Random) -> str:
    """A random text of 1 to 21 pieces."""
    parts = [rng.choice(PIECES).replace("·", " ") for _ in range(rng.randrange(1, 22))]
    return "".join(part + rng.choice(("", "", " ", "\n", "\n\n", "。")) for part in parts)


def main(count: int, seed: int) -> int:
    """Parse `count` documents; the exit status. Raises the exception of a crash."""
    matcher = Setups(Settings(isolated=True)).of("report.md").matcher
    faults = 0
    for number in range(count):
        text = document(random.Random(f"{seed}:{number}"))
        try:
            faults += sum(
                len(run.faults)
                for run in runs_of(parse(text, FORMATS[number % len(FORMATS)], matcher), matcher)
            )
        except Exception:
            print(f"seed {seed}, document {number}: {text!r}")
            raise
    print(f"{count} documents, {faults} faults, no crash")
    return 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*numbers, *(100_000, 1)[len(numbers) :]))
