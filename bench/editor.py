"""Measure how long the language server takes for a keystroke: `python bench/editor.py`.

The texts are plain text and Markdown of 6 KB, 100 KB and 1 MB, once with hardly any findings and
once with one in every paragraph. Printed are the median and the maximum of ten checks and of ten
requests for document symbols, in milliseconds of processor time. The delay after the last keystroke
(`editor.server.DELAY`) is not included.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from reportlint import Linter

PARAGRAPH = (
    "今年以来，全镇上下紧扣目标任务，一是抓学习，组织集中学习{number}次；"
    "二是抓项目，开工建设{number}个；三是抓民生，新改扩建学校{number}所。{blank}\n\n"
)
BLANK = "取缔散养场所XX家。"
HEADINGS = {
    "txt": "{number}、推进第{number}项重点工作\n\n",
    "md": "## {number}、推进第{number}项重点工作\n\n",
}
SIZES = {"6 KB": 6_000, "100 KB": 100_000, "1 MB": 1_000_000}


def text_of(format: str, size: int, blank: str) -> str:
    """A report of at least `size` bytes in UTF-8."""
    pieces = ["# 述职报告\n\n" if format == "md" else "述职报告\n\n"]
    length, number = 0, 0
    while length < size:
        number += 1
        pieces.append((HEADINGS[format] + PARAGRAPH).format(number=number, blank=blank))
        length += len(pieces[-1].encode())
    return "".join(pieces)


def main() -> None:
    """Measure, and print a table."""
    linter = Linter(language="zh")
    print("| text | findings | check, ms: median, longest | outline, ms: median, longest |")
    print("|---|---|---|---|")
    for format in HEADINGS:
        for name, size in SIZES.items():
            for blank in ("", BLANK):
                path, text = f"a.{format}", text_of(format, size, blank)
                count = len(linter.lint(text, path=path))
                check = _timed(lambda text=text, path=path: linter.lint(text, path=path))
                outline = _timed(lambda text=text, path=path: linter.outline(text, path=path))
                print(f"| .{format}, {name} | {count} | {check} | {outline} |", flush=True)


def _timed(work: Callable[[], object]) -> str:
    """Median and maximum of ten calls in milliseconds, after one that is not counted."""
    work()
    times = []
    for _ in range(10):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return f"{statistics.median(times):.0f}, {max(times):.0f}"


if __name__ == "__main__":
    main()
