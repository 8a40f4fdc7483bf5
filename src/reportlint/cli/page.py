"""The time, the commit and the changes since `--compare` that the page (`--format html`) shows."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.output.formats import Format, RenderOptions

if TYPE_CHECKING:
    from reportlint.output.compare import Earlier

SHORT = 12  # digits of a commit id on the page
EPOCH = "SOURCE_DATE_EPOCH"  # set to get the same output from the same input


def refuse_misuse(forms: Sequence[Format], compare: str) -> None:
    """Raise UserError if `--compare` is given and no format shows changes."""
    if compare and not any(form.dated for form in forms):
        message = Text("--compare 要配 --format html", "--compare goes with --format html")
        raise UserError.of(message)


def with_origin(
    render_options: RenderOptions, values: Mapping[str, Any], environment: Mapping[str, str]
) -> RenderOptions:
    """The render options with the time, the commit and the earlier findings. Raises UserError."""
    earlier = read(values["compare"]) if values["compare"] else None
    return render_options._replace(
        made=_now(environment.get(EPOCH, "")), commit=_commit(values["rev"]), earlier=earlier
    )


def read(path: str) -> tuple[Earlier, ...]:
    """The findings in a file that `--format json` wrote. Raises UserError for any other file."""
    import json

    try:
        with open(path, encoding="utf-8-sig") as file:
            rows = json.load(file)
        return tuple(_earlier(row) for row in rows)
    except OSError as error:
        from reportlint.files.sources import why

        raise UserError.of(why(error), path) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = Text("不是 --format json 的结果", "this is no output of --format json")
        raise UserError.of(message, path) from error


def _earlier(row: Mapping[str, Any]) -> Earlier:
    from reportlint.output.compare import Earlier

    words = [row[key] for key in ("path", "rule", "severity", "message")]
    if not all(isinstance(word, str) for word in words) or words[2] not in SEVERITIES:
        raise ValueError(row)
    path, rule, severity, message = words
    return Earlier(path, int(row["line"]), rule, severity, message)


def _now(epoch: str) -> str:
    from datetime import UTC, datetime

    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%d %H:%M UTC")
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")


def _commit(revision: str) -> str:
    """The commit that was checked, or that the work tree is based on; "" outside of a
    repository."""
    from reportlint.files.git import root_of
    from reportlint.files.repository import resolved

    if not revision and root_of(os.getcwd()) is None:
        return ""
    try:
        return resolved(revision or "HEAD", "commit")[:SHORT]
    except UserError:
        return ""
