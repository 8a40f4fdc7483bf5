"""Check that the parts of a release agree, and print its notes. Uses only the standard library.

python tools/release.py check v1.2.3    # exit status 1 and a line for each disagreement
python tools/release.py notes v1.2.3    # the section of CHANGELOG.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Files that name the current version, and regexes for it.
NAMED: dict[str, str] = {
    "README.md": r"reportlint@v([\d.]+\d)|rev: v([\d.]+\d)",
    "README.zh-CN.md": r"reportlint@v([\d.]+\d)|rev: v([\d.]+\d)",
    "docs/ci.md": r"reportlint@v([\d.]+\d)",
    "docs/ci.zh-CN.md": r"reportlint@v([\d.]+\d)",
    "templates/reportlint/template.yml": r"reportlint@v([\d.]+\d)",
    "Dockerfile": r"ARG VERSION=([\d.]+\d)",
}


def version_of(root: Path) -> str:
    """The version in the source, which is that of the wheel; "" if there is none."""
    text = (root / "src/reportlint/__init__.py").read_text(encoding="utf-8")
    match = re.search(r'^__version__ = "([^"]+)"$', text, re.M)
    return match[1] if match else ""


def section(changelog: str, version: str) -> str:
    """The section of a version in CHANGELOG.md without its heading; "" if it is missing or
    empty."""
    head = rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$\n(.*?)(?=^## |^\[[^\]]+\]: |\Z)"
    match = re.search(head, changelog, re.M | re.S)
    return match[1].strip() if match else ""


def disagreements(root: Path, tag: str) -> Iterator[str]:
    """A line for everything that does not agree with `tag`."""
    version = tag.removeprefix("v")
    if not re.fullmatch(r"v\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?", tag):
        yield f"{tag} is not the tag of a release: write v1.2.3"
    if version_of(root) != version:
        yield f"src/reportlint/__init__.py is at {version_of(root)}, the tag at {version}"
    if not section((root / "CHANGELOG.md").read_text(encoding="utf-8"), version):
        yield f"CHANGELOG.md has no section `## [{version}] - YYYY-MM-DD` with a text"
    for name, pattern in NAMED.items():
        for match in re.finditer(pattern, (root / name).read_text(encoding="utf-8")):
            if (named_version := match[match.lastindex or 0]) != version:
                yield f"{name} names {named_version}, the tag is {version}"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Check or print; the exit status."""
    if len(arguments) != 2 or arguments[0] not in ("check", "notes"):
        print(__doc__, file=sys.stderr)
        return 2
    job, tag = arguments
    if job == "check":
        problems = list(disagreements(root, tag))
        print("\n".join(problems) or f"{tag}: version, changelog and files agree")
        return int(bool(problems))
    notes = section((root / "CHANGELOG.md").read_text(encoding="utf-8"), tag.removeprefix("v"))
    print(notes or f"CHANGELOG.md has no notes for {tag}", file=sys.stdout if notes else sys.stderr)
    return int(not notes)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
