"""A run with a baseline records all findings, or reports only new ones."""

from __future__ import annotations

from reportlint.run.many import MANY
from support.baselines import NAME, REPORT, entries, record
from support.repository import BAD, Repository


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


def test_written_by_hand_it_is_read_too(repository: Repository) -> None:
    repository.write(
        NAME, "- path: a.md\n  rule: placeholder\n  section: []\n  text: XX\n  count: 1\n"
    )
    repository.write("a.md", BAD)
    assert repository.found() == []


def test_what_is_missing_is_known_in_any_language_and_at_any_place(repository: Repository) -> None:
    repository.write("a.md", REPORT)
    record(repository, "--lang", "en")
    repository.write(
        "a.md", "\n\n" + REPORT.replace("各位同志：", "各位同志：\n\n今天向大家说一说工作。")
    )
    assert repository.found("--lang", "zh") == []


def test_of_many_files_too_what_is_kept_of_a_run_does_not_bring_back_what_is_known(
    repository: Repository,
) -> None:
    names = [f"{number:02}.md" for number in range(MANY)]
    for name in names:
        repository.write(name, BAD)
    everything = [f"{name}:3 placeholder" for name in names]
    for _ in range(2):  # looked at, and then recalled
        assert repository.found() == everything
    record(repository)
    assert len(entries(repository)) == MANY
    for _ in range(2):
        assert repository.found() == []
    repository.write(names[1], BAD + "\n又有××家。\n")
    for _ in range(2):
        assert repository.found() == [f"{names[1]}:5 placeholder"]
