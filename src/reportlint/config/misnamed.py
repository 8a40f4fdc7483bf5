"""Files of a pack that are meant as YAML, but have a mistyped extension."""

from __future__ import annotations

import re

from reportlint.config.shipped import ENDINGS
from reportlint.core.errors import Problem
from reportlint.core.pack import Reader
from reportlint.core.text import Text

_SLIP = re.compile(r"(?i:\.ya?ml\.(?:txt|md|docx?)|[。．]ya?ml)$|\.(?!ya?ml$)(?i:ya?ml)$")


def misnamed_files(reader: Reader, folder: str) -> list[Problem]:
    """The problems of pack files that would be skipped because of a mistyped extension:
    `空话.yaml.txt`, as Windows saves it if extensions are hidden, `空话。yaml`, `空话.YAML`."""
    problems = []
    for name in reader.list(folder):
        slip = _SLIP.search(name)
        if slip and not name.startswith("."):
            right = name[: slip.start()] + ENDINGS[0]
            message = Text(
                f"扩展名应为 .yaml，这个文件不会被读取；改名为 {right}",
                f"the ending must be .yaml, so this file is not read; rename it to {right}",
            )
            problems.append(Problem(message, f"{folder}/{name}", 1, 1))
    return problems
