"""Parquet on the command line: the engine of the extra `parquet`, with errors for users."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.extras import needs
from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.files.links import leads_out


def batches(path: str) -> Iterator[list[bytes]]:
    """The records of the Parquet file at `path` as lines of JSON, batch by batch. Raises
    UserError."""
    with needs("parquet"):
        import reportlint.engines.parquet as parquet

        with _user_errors(path):
            yield from parquet.lines(path)


def run(language: str, paths: Sequence[str], values: dict[str, Any]) -> int:
    """Run `check --parquet SOURCE --out TARGET`: write the findings, print their number, return the
    exit status. Raises UserError."""
    source, target = values["parquet"], values["out"]
    if not source:
        message = Text(
            "只同 --parquet 一起用；把结果写到文件用 -o 文件",
            "it goes with --parquet; to write the findings to a file: -o FILE",
        )
        raise UserError.of(message, "--out")
    if not target:
        message = Text("还要写 --out 结果.parquet", "it needs --out FINDINGS.parquet too")
        raise UserError.of(message, "--parquet")
    if paths:
        message = Text("--parquet 不能和路径一起用", "--parquet does not go with paths")
        raise UserError.of(message, paths[0])
    count = _check(source, target, values)
    if not values["quiet"]:
        options.say(Text(f"写入 {count} 处", f"findings written: {count}").to(language), target)
    return int(count > 0 and not values["exit_zero"])


def _check(source: str, target: str, values: dict[str, Any]) -> int:
    if os.path.exists(target) and os.path.samefile(source, target):
        raise UserError.of(Text("不能写回读的文件", "it is the file that is read"), target)
    if leads_out(target):
        message = Text(
            "符号链接指向所在文件夹之外", "a link that leads out of the folder it lies in"
        )
        raise UserError.of(message, target)
    from reportlint.linter import Linter

    linter = Linter(
        values["config"],
        folder="" if values["config"] or values["isolated"] else os.curdir,
        type=values["type_id"],
        language=values["lang"] or "",
        select=options.listed(values["select"]),
        ignore=options.listed(values["ignore"]),
    )
    with needs("parquet"):
        from reportlint.engines.parquet import check_parquet

        with _user_errors(source):
            return check_parquet(linter, source, target)


@contextmanager
def _user_errors(path: str) -> Iterator[None]:
    """Turn errors in reading the file at `path` into UserError."""
    try:
        yield
    except UserError:
        raise
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        message = Text(
            f"读不了这个 Parquet 文件：{reason}", f"no Parquet file of records: {reason}"
        )
        raise UserError.of(message, path) from error
