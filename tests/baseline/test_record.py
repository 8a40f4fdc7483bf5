"""`reportlint baseline` records current findings and removes entries without a finding."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.core.request import Settings
from reportlint.run.record import record as record_
from support.baselines import NAME, REPORT, entries, record
from support.repository import BAD, Repository


def test_the_same_again_is_the_same_file(repository: Repository) -> None:
    for name in ("b.md", "a.md", "述 职.md"):
        repository.write(name, REPORT)
    record(repository)
    first = (repository.folder / NAME).read_bytes()
    assert "added: 0, taken out: 0" in record(repository, "--lang", "en")
    assert (repository.folder / NAME).read_bytes() == first
    (repository.folder / NAME).unlink()
    assert repository.lint("baseline", "--lang", "zh", LC_ALL="C").returncode == 0
    assert (repository.folder / NAME).read_bytes() == first


def test_nothing_to_take_down_makes_no_file(repository: Repository) -> None:
    repository.write("a.md", "# 甲\n\n甲。\n")
    assert "nothing to take down" in record(repository)
    assert not (repository.folder / NAME).exists()
    assert "findings known: 0" in record(repository, "--baseline", "told.yaml")
    assert repository.found("--baseline", "told.yaml") == []
    repository.write("a.md", BAD)
    record(repository)
    repository.write("a.md", "# 甲\n\n甲。\n")
    assert "taken out: 1" in record(repository)
    assert entries(repository) == ["[]"]


def test_what_is_added_and_what_is_gone_is_counted(repository: Repository) -> None:
    repository.write("a.md", "# 甲\n\n甲XX。\n\n乙XX。\n")
    assert "added: 2, taken out: 0" in record(repository, "--lang", "en")
    repository.write("a.md", "# 甲\n\n甲XX。\n\n乙XX。\n\n丙XX。\n")
    assert "added: 1, taken out: 0" in record(repository, "--lang", "en")
    repository.write("a.md", "# 甲\n\n甲XX。\n")
    assert "added: 0, taken out: 2" in record(repository, "--lang", "en")
    assert len(entries(repository)) == 1


def test_what_is_new_is_not_recorded_where_only_what_is_gone_is_taken_out(
    repository: Repository,
) -> None:
    repository.write("a.md", "# 甲\n\n甲XX。\n")
    record(repository)
    before = entries(repository)
    repository.write("a.md", "# 甲\n\n甲XX。\n\n乙XX。\n\n待补充。\n")
    assert "added: 0, taken out: 0" in record(repository, "--prune", "--lang", "en")
    assert entries(repository) == before


def test_it_is_recorded_though_no_baseline_was_asked_for(repository: Repository) -> None:
    repository.write(".reportlint.yaml", "rules: {bracket-pair: off}\n")
    repository.write("a.md", BAD)
    record(repository)
    assert repository.found() == []
    repository.write("a.md", BAD + "\n又XX。\n")
    assert repository.found(only="placeholder") == ["a.md:5 placeholder"]
    assert len(repository.found("--no-baseline", only="placeholder")) == 2


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
    assert "added: 0, taken out: 2" in record(repository, "--prune")
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


def test_of_a_file_that_cannot_be_read_nothing_is_known(repository: Repository) -> None:
    repository.write("a.md", b"\xff\xff\xff\xff")
    record(repository)
    assert repository.found() == ["a.md:1 undecodable"]


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
