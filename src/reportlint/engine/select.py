"""Which rules are in force for a report."""

from __future__ import annotations

import re
from functools import lru_cache

from reportlint.core.diagnostic import OFF
from reportlint.core.reading import Reading
from reportlint.core.rule import Rule


def in_force(rule: Rule, reading: Reading, path: str = "") -> bool:
    """Whether `rule` is switched on and its `when` holds. A language or type that cannot be told holds for no `when` that asks."""
    when = rule.when
    if rule.severity == OFF:
        return False
    if when.types and (reading.type is None or reading.type.id not in when.types):
        return False
    if when.languages and reading.language not in when.languages:
        return False
    return not when.paths or any(_glob(glob).fullmatch(path.replace("\\", "/")) for glob in when.paths)


@lru_cache(maxsize=256)
def _glob(glob: str) -> re.Pattern[str]:
    """A glob as .gitignore reads it: `**` is any folders, and without a slash the name may stand in any folder."""
    anchored = "/" in glob.rstrip("/")
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    body = "".join(parts.get(piece, re.escape(piece)) for piece in re.split(r"(\*\*/|\*\*|\*|\?)", glob.strip("/")))
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?")
