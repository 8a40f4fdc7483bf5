"""Every folder in `cases/` is one run of the command line.

    cmd       the arguments, as a shell has them; several lines are several runs, one after the
    other
    env       optional, NAME=value a line; the environment holds nothing else but what Python needs
    stdin     optional
    input/    optional, the current folder of the run; a file `X.hex` becomes X with these bytes,
              and `X.link` a symbolic link X to what it names
    stdout, stderr, status    what is expected; with `--update` they are written anew

In them, `[ROOT]` is the folder of the run.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
SOURCE = Path(reportlint.__file__).parents[1]


def environment(case: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    settings = (case / "env").read_text(encoding="utf-8").split() if (case / "env").exists() else []
    return {
        **kept,
        "PYTHONPATH": str(SOURCE),
        "LC_ALL": "C.UTF-8",
        **dict(line.split("=", 1) for line in settings),
    }


def lay_out(source: Path, target: Path) -> None:
    """Copy the input. Names and bytes that Git or an editor would change are created from `.hex`
    files."""
    if source.exists():
        shutil.copytree(source, target, symlinks=True)
    else:
        target.mkdir()
    for path in list(target.rglob("*.link")):
        path.with_suffix("").symlink_to(path.read_text(encoding="utf-8"))
        path.unlink()
    for path in list(target.rglob("*.hex")):
        path.with_suffix("").write_bytes(bytes.fromhex(path.read_text(encoding="ascii")))
        path.unlink()


def run(case: Path, folder: Path) -> dict[str, bytes]:
    lay_out(case / "input", folder)
    stdin = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""
    got = {"stdout": b"", "stderr": b"", "status": b""}
    for line in (case / "cmd").read_text(encoding="utf-8").splitlines():
        command = [sys.executable, "-m", "reportlint", *shlex.split(line)]
        done = subprocess.run(
            command,
            cwd=folder,
            input=stdin,
            env=environment(case),
            capture_output=True,
            check=False,
        )
        got["stdout"] += done.stdout.replace(os.fsencode(folder), b"[ROOT]")
        got["stderr"] += done.stderr.replace(os.fsencode(folder), b"[ROOT]")
        got["status"] += b"%d\n" % done.returncode
    return got


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, update: bool) -> None:
    got = run(case, tmp_path / "run")
    for name, content in got.items():
        path = case / name
        if update and (content or path.exists()):
            path.write_bytes(content)
    expected = {name: (case / name).read_bytes() if (case / name).exists() else b"" for name in got}
    assert {name: content.decode("utf-8", "replace") for name, content in got.items()} == {
        name: content.decode("utf-8", "replace") for name, content in expected.items()
    }
