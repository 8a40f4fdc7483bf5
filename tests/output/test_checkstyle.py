from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from reportlint.core.report import Report
from support.sample import each_report, pairs, rendered

# What XML cannot hold is shown.
SHOWN = str.maketrans({0: "␀", 11: "␋", 27: "␛", 0xD800: "\ufffd", 0xFFFE: "\ufffd"})


@each_report
def test_it_is_read_back(result: Report) -> None:
    root = ElementTree.fromstring(rendered("checkstyle", result))
    assert [file.get("name") for file in root] == [file.path for file in result.files]
    rows = [error for file in root for error in file]
    for (file, diagnostic), error in zip(pairs(result), rows, strict=True):
        place = (int(error.get("line", "")), int(error.get("column", "")))
        assert place == file.lines.position(diagnostic.span.start)
        assert error.get("severity") == diagnostic.severity
        assert error.get("source") == f"reportlint.{diagnostic.rule}"
        assert error.get("message") == diagnostic.message.translate(SHOWN)
