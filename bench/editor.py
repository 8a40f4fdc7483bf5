"""How long the language server takes for a key stroke: `python bench/editor.py`.

For texts of 6 KB, 100 KB and 1 MB: the median and the longest of ten checks, and of the answers to
a hover and to the request for symbols. What is measured is the work of the server; the delay after
the last key stroke (`editor.server.DELAY`) is not in it.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from reportlint import Linter

PARAGRAPH = (
    "{number}、推进重点工作\n\n今年以来，全镇上下紧扣目标任务，一是抓学习，组织集中学习{number}次；"
    "二是抓项目，开工建设{number}个；三是抓民生，新改扩建学校{number}所。取缔散养场所XX家。\n\n"
)


def main() -> None:
    """Print a table."""
    linter = Linter(language="zh")
    print(f"{'text':>8} {'check':>16} {'outline':>16}   median and longest, ms")
    for size in (6_000, 100_000, 1_000_000):
        text = "述职报告\n\n"
        number = 0
        while len(text.encode()) < size:
            number += 1
            text += PARAGRAPH.format(number=number)
        check = _timed(lambda text=text: linter.lint(text, path="a.txt"))
        outline = _timed(lambda text=text: linter.outline(text, path="a.txt"))
        print(f"{size:>8} {check:>16} {outline:>16}")


def _timed(work: Callable[[], object]) -> str:
    work()
    times = []
    for _ in range(10):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return f"{statistics.median(times):.0f} {max(times):.0f}"


if __name__ == "__main__":
    main()
