"""`python -m reportlint`, and the console script."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the tool and leave with its status."""
    gc.set_threshold(50_000, 20, 20)  # a run makes many values that live to its end, and few circles
    from reportlint.cli.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
