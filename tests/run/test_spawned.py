"""Work shared among spawned processes, one of which may die."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import multiprocessing, os, signal, sys
import reportlint.run.file_result as file_result
from reportlint.cli.main import main
real = file_result.check_file
here = os.environ.setdefault("STARTED_BY", str(os.getpid()))
def dies(path, *rest, **more):
    if path.endswith("17.txt") and str(os.getpid()) != here:
        try:
            os.close(os.open(sys.argv[1], os.O_CREAT | os.O_EXCL))
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            if sys.argv[1].endswith("always"):
                os.kill(os.getpid(), signal.SIGKILL)
    return real(path, *rest, **more)
file_result.check_file = dies
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.exit(main(["check", "--lang", "zh", "--no-cache", "--jobs", sys.argv[2]]))
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "go.py", *arguments], cwd=folder, capture_output=True, check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("when", ["once", "always"])
def test_one_that_is_killed_loses_nothing(tmp_path: Path, when: str) -> None:
    for number in range(30):
        text = f"第{number}份，取缔场所{'XX' if number % 5 else number}家。\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "go.py").write_text(CODE, encoding="utf-8")
    wanted = run(tmp_path, "none", "1")
    done = run(tmp_path, when, "2")
    assert (tmp_path / when).exists()
    assert (done.stdout, done.stderr, done.returncode) == (wanted.stdout, b"", wanted.returncode)
    assert wanted.returncode == 1
