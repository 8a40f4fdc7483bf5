"""`reportlint trend`: a history with fixed dates, and the counts of each month."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree

import pytest

from reportlint.cli.main import main
from reportlint.run import trend as module
from support.repository import BAD, GOOD, Repository, dated_commit, with_commits

RULE = "placeholder"


HISTORY = [
    dated_commit("main", "2024-11-05", {"old.md": BAD}),
    dated_commit("main", "2025-01-10", {"a.md": BAD, "sub/b.md": BAD, "old.md": None}),
    dated_commit("main", "2025-01-20", {"c.md": BAD, "notes.csv": BAD}),
    dated_commit("main", "2025-02-28", {"a.md": GOOD}),
    dated_commit("main", "2025-04-01", {"c.md": GOOD, "sub/b.md": GOOD}),
    dated_commit("main", "2025-05-01", {"d.md": BAD}),
    dated_commit("main", "2025-05-02", {"a.md": BAD, "d.md": None}),
]
MERGED = [
    dated_commit("side", "2025-05-20", {"e.md": BAD}, "from refs/heads/main~2"),
    dated_commit("side", "2025-06-20", {"f.md": BAD}),
    dated_commit(
        "main",
        "2025-07-01",
        {"e.md": BAD, "f.md": BAD},
        "from refs/heads/main^0\nmerge refs/heads/side",
    ),
]


@pytest.fixture
def history(repository: Repository) -> Repository:
    """Three bad reports, fixed one after another; then a month without commits, and a report that
    becomes bad again."""
    return with_commits(repository, HISTORY)


def run(repository: Repository, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(repository.folder),
        mock.patch.dict(os.environ, repository.env, clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(["trend", "--select", RULE, *arguments])
    return status, out.getvalue(), err.getvalue()


def months(repository: Repository, *arguments: str) -> dict[str, tuple[int, int]]:
    """The numbers of reports and of findings of the rule, by month."""
    status, out, err = run(repository, "--format", "json", *arguments)
    assert (status, err) == (0, "")
    return {
        month["month"]: (month["reports"], month["findings"]) for month in json.loads(out)["months"]
    }


def test_the_last_commit_of_each_month_counts(history: Repository) -> None:
    assert months(history, "--since", "2025-01-01") == {
        "2025-01": (3, 3),
        "2025-02": (3, 2),
        "2025-03": (3, 2),
        "2025-04": (3, 0),
        "2025-05": (3, 1),
    }


@pytest.mark.parametrize(
    ("arguments", "counts"),
    [
        ([], [1, 1, 3, 2, 2, 0, 1]),
        (["--since", "2024-12"], [1, 3, 2, 2, 0, 1]),
        (["--since", "2025-03-15"], [2, 0, 1]),
        (["--since", "2026-01"], []),
        (["--since", "2024-09"], [0, 0, 1, 1, 3, 2, 2, 0, 1]),
        (["sub"], [0, 0, 1, 1, 1, 0, 0]),
        (["a.md", "c.md"], [0, 0, 2, 1, 1, 0, 1]),
        (["--isolated"], [1, 1, 3, 2, 2, 0, 1]),
    ],
)
def test_where_it_begins_and_what_it_looks_at(
    history: Repository, arguments: list[str], counts: list[int]
) -> None:
    assert [findings for _, findings in months(history, *arguments).values()] == counts


def test_the_configuration_is_that_of_today(history: Repository) -> None:
    history.write(".reportlint.yaml", "exclude: [c.md]\n")
    by_month = months(history, "--since", "2025-01")
    assert [reports for reports, _ in by_month.values()] == [2, 2, 2, 2, 2]


def test_each_text_is_checked_once(history: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    check_text = module.check_text

    def noted(source: Any, *arguments: Any) -> Any:
        checked.append(source.path)
        return check_text(source, *arguments)

    monkeypatch.setattr(module, "check_text", noted)
    months(history)
    assert sorted(checked) == ["a.md"] * 2 + ["c.md"] * 2 + ["old.md"] + ["sub/b.md"] * 2


def test_a_branch_counts_from_its_merge_on(history: Repository) -> None:
    with_commits(history, MERGED)
    by_month = months(history, "--since", "2025-05")
    assert by_month == {"2025-05": (3, 1), "2025-06": (3, 1), "2025-07": (5, 3)}


@pytest.mark.parametrize(("language", "reports"), [("zh", "报告份数"), ("en", "reports")])
def test_the_table(history: Repository, language: str, reports: str) -> None:
    history.env["COLUMNS"] = "40"
    status, out, _ = run(history, "--since", "2025-02", "--lang", language)
    assert status == 0
    lines = [line.split() for line in out.splitlines()]
    assert [reports, "3", "3", "3"] in lines
    assert [RULE, "2", "2", "0"] in lines
    assert lines[-1] == [RULE, "1"], "what does not fit stands below"


def test_the_page_has_plots_and_no_scripts(history: Repository) -> None:
    assert run(history, "--lang", "zh", "--format", "html", "-o", "out.html")[0] == 0
    page = (history.folder / "out.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert "<script" not in page
    for svg in page.split("<svg")[1:]:
        ElementTree.fromstring("<svg" + svg.split("</svg>")[0] + "</svg>")
    assert '<th scope="row">2025-01</th><td>3</td><td>3</td><td>3</td>' in page


def test_a_repository_without_a_commit(repository: Repository) -> None:
    assert run(repository, "--lang", "en") == (0, "there is no commit in that time\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--since", "May"], "--since May"),
        (["--since", "2025-13"], "--since 2025-13"),
        (["--since", "2025-01-32"], "it is written"),
        (["nowhere"], "nowhere"),
        (["d.md"], "d.md"),
    ],
)
def test_what_is_wrong_is_said(history: Repository, arguments: list[str], message: str) -> None:
    status, out, err = run(history, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err


def test_outside_of_a_repository(tmp_path: Path, env: dict[str, str]) -> None:
    alone = Repository(tmp_path, {**env, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert run(alone, "--lang", "en")[2] == "reportlint: this is not in a Git repository\n"
