"""The baseline: what is there is taken down, and only what is new is reported."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable

import pytest
from git_support import BAD, GOOD, Repository
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.core.request import Settings
from reportlint.run.record import record as record_

NAME = ".reportlint-baseline.yaml"
REPORT = """# 述职报告

各位同志：

## 一、主要工作

一是抓安全XX次。

二是抓生产。

四是抓党建XX次。

## 二、存在的问题

问题有XX个。

## 二、存在的问题

又有XX个。
"""


def record(repository: Repository, *arguments: str) -> str:
    done = repository.lint("baseline", "--lang", "en", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def entries(repository: Repository, name: str = NAME) -> list[str]:
    text = (repository.folder / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_recorded_and_then_silent(repository: Repository) -> None:
    repository.write("述职/报告.md", REPORT)
    assert len(repository.found()) > 5
    assert f"{NAME}: " in record(repository)
    assert repository.found() == []
    assert repository.found("述职/报告.md") == []
    assert repository.found(at="述职") == []


def test_only_what_is_new_is_reported(repository: Repository) -> None:
    repository.write("a.md", REPORT)
    record(repository)
    repository.write(
        "a.md", REPORT.replace("二是抓生产。", "二是抓生产XX次。") + "\n另有YY个，TBD。\n"
    )
    repository.write("b.md", BAD)
    assert repository.found(only="placeholder") == [
        "a.md:11 placeholder",
        "a.md:21 placeholder",
        "b.md:3 placeholder",
    ]


def test_no_baseline_isolated_and_another_one(repository: Repository) -> None:
    repository.write("a.md", BAD)
    record(repository)
    for option in ("--no-baseline", "--isolated"):
        assert repository.found(option) == ["a.md:3 placeholder"]
    repository.write("b.md", BAD)
    record(repository, "--baseline", "other.yaml", "b.md")
    assert repository.found("--baseline", "other.yaml") == ["a.md:3 placeholder"]
    assert repository.lint("--baseline", "none.yaml").returncode == 2


def test_it_lies_beside_the_configuration_and_the_nearest_holds(repository: Repository) -> None:
    repository.write("述职/.reportlint.yaml", "{}\n")
    repository.write("述职/a.md", BAD)
    done = repository.lint("baseline", at="述职")
    assert done.returncode == 0
    assert entries(repository, f"述职/{NAME}") == [
        '- {"path": "a.md", "rule": "placeholder", "section": [], "text": "XX", "count": 1}'
    ]
    assert repository.found() == []
    repository.write(NAME, "[]\n")
    repository.write("b.md", BAD)
    assert repository.found() == ["b.md:3 placeholder"]


def test_the_same_again_is_the_same_file(repository: Repository) -> None:
    for name in ("b.md", "a.md", "述 职.md"):
        repository.write(name, REPORT)
    record(repository)
    first = (repository.folder / NAME).read_bytes()
    assert "0 added, 0 taken out" in record(repository, "--lang", "en")
    assert (repository.folder / NAME).read_bytes() == first
    (repository.folder / NAME).unlink()
    assert repository.lint("baseline", "--lang", "zh", LC_ALL="C").returncode == 0
    assert (repository.folder / NAME).read_bytes() == first


def test_what_is_gone_is_said_and_taken_out(repository: Repository) -> None:
    repository.write("a.md", REPORT)
    repository.write("b.md", BAD)
    record(repository)
    before = entries(repository)
    assert repository.lint().stderr == ""
    repository.write("a.md", REPORT.replace("问题有XX个", "问题有三个"))
    (repository.folder / "b.md").unlink()
    assert "no longer there: 2" in repository.lint("--lang", "en").stderr
    repository.write("c.md", BAD)
    assert "0 added, 2 taken out" in record(repository, "--prune")
    gone = [line for line in before if line not in entries(repository)]
    assert [line.split('", ')[0] for line in gone] == ['- {"path": "a.md', '- {"path": "b.md']
    assert repository.found() == ["c.md:3 placeholder"]


def test_rules_that_did_not_run_and_files_not_checked_are_not_gone(repository: Repository) -> None:
    repository.write("a.md", REPORT)
    repository.write("b.md", BAD)
    record(repository)
    before = entries(repository)
    for arguments in (["--select", "ordinal-*"], ["b.md"], ["--ignore", "placeholder"]):
        assert repository.lint("--lang", "en", *arguments).stderr == ""
        record(repository, "--prune", *arguments)
        record(repository, *arguments)
        assert entries(repository) == before


def test_prune_writes_no_baseline_where_there_is_none(repository: Repository) -> None:
    repository.write("a.md", BAD)
    assert "no baseline" in record(repository, "--prune")
    assert not (repository.folder / NAME).exists()


def test_two_branches_that_record_merge(repository: Repository) -> None:
    names = [f"{letter}.md" for letter in "abcdefgh"]
    repository.commit(dict.fromkeys(names, BAD))
    record(repository)
    repository.git("add", "-A")
    repository.commit()
    for branch, name in (("one", "b.md"), ("two", "g.md")):
        repository.git("checkout", "-q", "-b", branch, "main")
        repository.write(name, BAD + "\n又有××家。\n")
        assert repository.found(only="placeholder") == [f"{name}:5 placeholder"]
        record(repository)
        repository.git("add", "-A")
        repository.commit()
    repository.git("merge", "-q", "one")
    assert repository.found() == []


def test_a_merge_with_both_sides_kept_is_read(repository: Repository) -> None:
    repository.write("a.md", BAD)
    record(repository)
    line = entries(repository)[0]
    other = line.replace('"count": 1', '"count": 2')
    repository.write(NAME, f"{line}\n{other}\n{line}\n")
    assert repository.found() == []
    repository.write(NAME, f"<<<<<<< ours\n{line}\n=======\n{other}\n>>>>>>> theirs\n")
    done = repository.lint("--lang", "en")
    assert done.returncode == 2
    assert f"{NAME}:1:1: a merge conflict" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n", "must be a list"),
        ("- {path: a.md, rule: x, section: [], text: x}\n", "count"),
        ('- {"path": "a.md", "rule": "x", "section": [], "text": "x", "count": "many"}\n', "count"),
        (
            '- {"path": "a.md", "rule": "x", "section": [], "text": "x", "count": 1, "line": 3}\n',
            "line",
        ),
    ],
)
def test_what_is_wrong_with_it_is_said(repository: Repository, text: str, said: str) -> None:
    repository.write(NAME, text)
    repository.write("a.md", GOOD)
    done = repository.lint("--lang", "en")
    assert done.returncode == 2
    assert NAME in done.stderr
    assert said in done.stderr


def test_written_by_hand_it_is_read_too(repository: Repository) -> None:
    repository.write(
        NAME, "- path: a.md\n  rule: placeholder\n  section: []\n  text: XX\n  count: 1\n"
    )
    repository.write("a.md", BAD)
    assert repository.found() == []


def test_of_a_file_that_cannot_be_read_nothing_is_known(repository: Repository) -> None:
    repository.write("a.md", b"\xff\xff\xff\xff")
    record(repository)
    assert repository.found() == ["a.md:1 undecodable"]


def test_what_is_missing_is_known_in_any_language_and_at_any_place(repository: Repository) -> None:
    repository.write("a.md", REPORT)
    record(repository, "--lang", "en")
    repository.write(
        "a.md", "\n\n" + REPORT.replace("各位同志：", "各位同志：\n\n今天向大家说一说工作。")
    )
    assert repository.found("--lang", "zh") == []


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "一是抓安全。",
                "三是抓XX家。",
                "走访XX家。",
                "TBD",
                "## 主要工作",
                "## 存在的问题",
                "现述职如下。",
                "特此报告。",
                "正文。",
                "",
            ]
        ),
        min_size=1,
        max_size=10,
    ),
    data=st.data(),
)
def test_recorded_then_silent_and_silent_where_a_line_is_inserted(
    make: Callable[..., Repository], parts: list[str], data: st.DataObject
) -> None:
    repository = make(f"库{next(COUNTER)}")
    lines = ["# 述职报告", "", *itertools.chain.from_iterable((part, "") for part in parts)]
    repository.write("a.md", "\n".join(lines))
    record_here(repository)
    assert repository.found() == []
    at = data.draw(st.sampled_from([number for number, line in enumerate(lines) if not line]))
    more = data.draw(st.sampled_from(["", "\n", "<!-- 注 -->\n"]))
    repository.write("a.md", "\n".join([*lines[:at], more, *lines[at:]]))
    assert repository.found() == []


COUNTER = itertools.count()


def record_here(repository: Repository) -> None:
    with contextlib.chdir(repository.folder):
        record_(["."], Settings())
