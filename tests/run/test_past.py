"""`survey --similar --history`: the past reports with which a current report is compared."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import os
import random
from unittest import mock

import pytest

from reportlint.cli.main import main
from support.repository import Repository, dated_commit, with_commits
from support.repository import env as env
from support.repository import make as make
from support.repository import repository as repository

pytest.importorskip("rensa", reason="the extra `survey` is not installed")

WORDS = "检查 整改 培训 走访 登记 公示 汇总 通报 复核 巡查 宣传 调解 慰问 清理 维修 采购".split()


def report(seed: int, year: int) -> str:
    """Forty sentences; the reports of two years with the same seed differ in their numbers."""
    rng = random.Random(seed)
    lines = []
    for _ in range(40):
        words = [rng.choice(WORDS) for _ in range(6)]
        lines.append(f"{year}年{''.join(words[:3])}共{year % 7 + 3}次，{''.join(words[3:])}。\n")
    return "".join(lines)


def alike(repository: Repository) -> list[tuple[str, str, bool]]:
    """Each report with the earlier one that it is similar to, and whether that one is from the
    past."""
    out = io.StringIO()
    with (
        contextlib.chdir(repository.folder),
        mock.patch.dict(os.environ, repository.env, clear=True),
        contextlib.redirect_stdout(out),
    ):
        options = ("--similar", "0.8", "--history", "--format", "json", "--isolated")
        assert main(["survey", *options]) == 0
    pairs = json.loads(out.getvalue())["near_duplicates"]
    return [
        (pair["report"]["path"], pair["earlier"]["path"], "commit" in pair["earlier"])
        for pair in pairs
    ]


THIS_YEAR = datetime.datetime.now().astimezone().year
A, B = report(1, 2023), report(1, 2024)
SILENT = [
    pytest.param(
        [("2024-01-05", {"a.md": A}), ("2024-03-05", {"a.md": A.replace("共", "共计")})],
        id="an earlier draft of the same year",
    ),
    pytest.param(
        [("2023-01-05", {"a.md": A}), ("2024-01-05", {"a.md": None, "old/a.md": A})],
        id="a report that was moved",
    ),
    pytest.param(
        [("2023-01-05", {"a.md": A}), ("2024-01-05", {"b.md": report(2, 2024)})],
        id="another report",
    ),
    pytest.param(
        [("2023-12-05", {"a.md": A}), ("2024-01-05", {"b.md": report(2, 2024)})],
        id="a report that has not changed since last year",
    ),
]
FIRES = [
    pytest.param(
        [("2023-01-05", {"a.md": A}), ("2024-01-05", {"a.md": None, "b.md": B})],
        [("b.md", "a.md", True)],
        id="a report that is gone",
    ),
    pytest.param(
        [("2023-01-05", {"a.md": A}), ("2024-01-05", {"a.md": B})],
        [("a.md", "a.md", True)],
        id="last year's text of the same file",
    ),
    pytest.param(
        [("2023-01-05", {"a.md": A}), ("2024-01-05", {"b.md": B})],
        [("b.md", "a.md", False)],
        id="a report that is still there is not of the past",
    ),
]


def repository_of(repository: Repository, days: list[tuple[str, dict[str, str | None]]]) -> None:
    with_commits(repository, [dated_commit("main", day, files) for day, files in days])
    repository.git("reset", "--hard", "--quiet", "main")


@pytest.mark.parametrize("days", SILENT)
def test_it_is_like_none(
    repository: Repository, days: list[tuple[str, dict[str, str | None]]]
) -> None:
    repository_of(repository, days)
    assert alike(repository) == []


@pytest.mark.parametrize(("days", "pairs"), FIRES)
def test_it_is_like_one(
    repository: Repository,
    days: list[tuple[str, dict[str, str | None]]],
    pairs: list[tuple[str, str, bool]],
) -> None:
    repository_of(repository, days)
    assert alike(repository) == pairs


def test_a_text_that_is_not_committed_is_of_this_year(repository: Repository) -> None:
    repository_of(repository, [(f"{THIS_YEAR - 1}-03-05", {"a.md": A})])
    repository.write("a.md", B)
    assert alike(repository) == [("a.md", "a.md", True)]


def test_a_repository_without_a_commit(repository: Repository) -> None:
    repository.write("a.md", A)
    assert alike(repository) == []
