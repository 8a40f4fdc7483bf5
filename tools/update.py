"""Write everything in the repository that follows from something else: tables in the documentation,
expected outputs of tests.

python tools/update.py

Look at the difference before you commit it: a test that has learned a mistake finds it no more.
"""

from __future__ import annotations

import subprocess
import sys

import gen_docs


def main() -> int:
    """The exit status; 1 where an output is not even what a test could take down."""
    gen_docs.main([])
    tests = [sys.executable, "-m", "pytest", "-q", "--no-header", "--update"]
    return subprocess.run(tests, cwd=gen_docs.ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
