"""`python -m reportlint`, and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the tool and leave with its status."""
    from reportlint.cli.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
