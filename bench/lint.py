"""Measure how long `Linter.lint` takes for one text of about 100 KB: `python bench/lint.py
[FILES]`. Without files, generated texts are used.

Printed are the minimum and the median of the processor time of twenty checks, after three that are
not counted.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus

from reportlint import Linter

ROUNDS = 20


def main() -> None:
    """Measure, and print a table."""
    texts = [(path, Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:]]
    generated = [(f"made.{end}", corpus.report(1, end == "md", 100_000)) for end in ("txt", "md")]
    linter = Linter(language="zh")
    print("| text | KB | least ms | median ms |\n|---|---|---|---|")
    for name, text in texts or generated:
        for _ in range(3):
            linter.lint(text, path=Path(name).name)
        times = [_taken(linter, text, Path(name).name) for _ in range(ROUNDS)]
        size = len(text.encode()) // 1000
        print(
            f"| {Path(name).name[:24]} | {size} | {min(times):.0f} |"
            f" {statistics.median(times):.0f} |"
        )


def _taken(linter: Linter, text: str, path: str) -> float:
    """Milliseconds of processor time of one check."""
    start = time.process_time()
    linter.lint(text, path=path)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
