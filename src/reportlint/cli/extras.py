"""An error for packages that an optional extra of reportlint would install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlint.core.errors import UserError
from reportlint.core.text import Text


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Turn the import error of a missing package into a UserError that names the extra to
    install."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "reportlint":
            raise
        install = f"pip install 'reportlint[{extra}]'"
        message = Text(
            f"缺少软件包 {error.name}，请先运行：{install}",
            f"the package {error.name} is missing; install it with: {install}",
        )
        raise UserError.of(message) from error
