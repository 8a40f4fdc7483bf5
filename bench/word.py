"""Compare the cost of a Word document with that of the same text: `python bench/word.py`.

A report of a hundred paragraphs is read and checked as .txt and as .docx in turn, in one process.
Printed are the medians of the processor time and their ratio.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from reportlint import Linter
from reportlint.docx.writer import TEXT, TITLE, NewParagraph, write

PARAGRAPH = (
    "今年以来，全镇上下紧扣目标任务，组织集中学习{0}次，开工建设项目{0}个，新改扩建学校{0}所，"
    "群众满意度明显提高。"
)
TIMES = 41


def main() -> None:
    """Measure, and print one line."""
    lines = ["工作总结", *(PARAGRAPH.format(number) for number in range(1, 100))]
    with tempfile.TemporaryDirectory() as folder:
        text, word = Path(folder, "a.txt"), Path(folder, "a.docx")
        text.write_text("\n".join(lines) + "\n", encoding="utf-8")
        kinds = (TITLE if at == 0 else TEXT for at in range(len(lines)))
        paragraphs = (NewParagraph(*pair) for pair in zip(lines, kinds, strict=True))
        word.write_bytes(write(paragraphs))
        linter = Linter(language="zh")
        medians = [median * 1000 for median in _medians(linter, (text, word))]
    print(
        ".txt {:.1f} ms, .docx {:.1f} ms".format(*medians), f"ratio {medians[1] / medians[0]:.2f}"
    )


def _medians(linter: Linter, paths: tuple[Path, Path]) -> list[float]:
    """The median seconds of processor time of each file. The files take turns, so that a busy
    machine slows all of them alike."""
    times: dict[Path, list[float]] = {path: [] for path in paths}
    for _ in range(TIMES):
        for path in paths:
            start = time.process_time()
            linter.lint_file(path)
            times[path].append(time.process_time() - start)
    return [statistics.median(times[path]) for path in paths]


if __name__ == "__main__":
    main()
