"""Build the site into the branch `gh-pages`, with a folder for each version. Requires the extra
`docs`.

python tools/site_publish.py refs/tags/v1.2.3    # a release: its folder, and `latest`
python tools/site_publish.py refs/heads/main     # `dev`, and the folder of an unreleased version

Nothing is pushed. docs/site.md describes who pushes it, and why each version has a folder.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from reportlint import __version__
from reportlint.output.addresses import UNRELEASED, site_folder

BRANCH = "gh-pages"
LATEST = "latest"  # the alias of the newest release
_TAG = "refs/tags/v"


class Folder(NamedTuple):
    """A folder of the site to build, and whether it is the latest release."""

    name: str
    latest: bool = False


def folders(ref: str, version: str, tags: Collection[str]) -> list[Folder]:
    """The folders to build for `ref`, the full name of a branch or a tag.

    A branch is built into `dev` and, until its version has a tag, into the folder of this version,
    because the tool installed from the branch links there. A pre-release is never the latest
    release.
    """
    if ref.startswith(_TAG):
        name = ref.removeprefix(_TAG)
        return [Folder(name, latest=bool(re.fullmatch(r"[\d.]+", name)))]
    result = [Folder(UNRELEASED)]
    if site_folder(version) == version and f"v{version}" not in tags:
        result.append(Folder(version))
    return result


def main(arguments: list[str]) -> int:
    """Build the folders for a ref; the exit status."""
    if len(arguments) != 1 or not arguments[0].startswith("refs/"):
        print(__doc__, file=sys.stderr)
        return 2
    for folder in folders(arguments[0], __version__, _git("tag", "--list").split()):
        _mike("deploy", "--update-aliases", folder.name, *([LATEST] if folder.latest else ()))
    versions = json.loads(_git("show", f"{BRANCH}:versions.json"))
    released = any(LATEST in version["aliases"] for version in versions)
    _mike("set-default", LATEST if released else UNRELEASED)
    return 0


def _mike(*arguments: str) -> None:
    """Run mike, which builds a version of the site."""
    print("+ mike", *arguments, flush=True)
    command = [sys.executable, "-c", "from mike.driver import main; main()", *arguments]
    # mike runs `mkdocs` from the PATH: use that of this environment
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    subprocess.run([*command, "--branch", BRANCH], check=True, env={**os.environ, "PATH": path})


def _git(*arguments: str) -> str:
    """The output of a Git command."""
    completed = subprocess.run(
        ["git", *arguments], check=True, capture_output=True, encoding="utf-8"
    )
    return completed.stdout


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
