"""Update all generated files of the repository: tables in the documentation, expected outputs of
tests.

python tools/update.py

Review the difference before you commit it: an expected output with a mistake hides the mistake.
"""

from __future__ import annotations

import subprocess
import sys

import gen_docs


def main() -> int:
    """Update all files; the exit status, 1 if a test fails even with updated outputs."""
    gen_docs.main([])
    tests = [sys.executable, "-m", "pytest", "-q", "--no-header", "--update"]
    return subprocess.run(tests, cwd=gen_docs.ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
