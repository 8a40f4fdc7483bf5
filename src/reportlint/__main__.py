"""The entry point of `python -m reportlint` and of the console script."""

from __future__ import annotations

from reportlint._startup.module_codes import use

use()

from reportlint._startup.leave import run_and_leave  # noqa: E402 - from the one file, where there is one


def main() -> None:
    """Run the command and exit with its status."""
    run_and_leave(_run)


def _run() -> int:
    from reportlint.cli.main import main

    return main()


if __name__ == "__main__":
    main()
