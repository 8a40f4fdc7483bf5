"""Entries that silence single findings: in a side file or in the configuration, with reasons, and
not for rules that are firm."""

from __future__ import annotations

import pytest

from support.repository import BAD, Repository

SIDE = ".reportlint-ignore.yaml"
ROAD = "# 道路\n\n沿XX大道走访XX家。\n"
COMMENT = "<!-- reportlint-disable-next-line placeholder{} -->\n"


def test_the_side_file_goes_by_path_rule_and_text(repository: Repository) -> None:
    repository.write("a.txt", ROAD)
    repository.write("述职/b.txt", ROAD)
    repository.write(SIDE, "- {files: '述职/**', rule: placeholder, text: XX大道, reason: 路名}\n")
    assert repository.found() == ["a.txt:3 placeholder"] * 2 + ["述职/b.txt:3 placeholder"]
    assert repository.found(at="述职") == ["b.txt:3 placeholder"]
    assert (
        repository.found("--isolated")
        == ["a.txt:3 placeholder"] * 2 + ["述职/b.txt:3 placeholder"] * 2
    )


def test_it_lies_beside_the_configuration(repository: Repository) -> None:
    repository.write("述职/.reportlint.yaml", "{}\n")
    repository.write(f"述职/{SIDE}", "[{files: b.txt, rule: '*'}]\n")
    repository.write("述职/b.txt", ROAD)
    assert repository.found() == []


def test_it_is_read_from_the_index_and_from_a_revision(repository: Repository) -> None:
    repository.commit({"a.txt": ROAD, SIDE: "- {files: a.txt, rule: placeholder}\n"})
    repository.write(SIDE, "[]\n")
    assert repository.found("--rev", "HEAD") == []
    assert repository.found("--staged", "a.txt") == []
    assert repository.found() == ["a.txt:3 placeholder"] * 2


@pytest.mark.parametrize("where", [SIDE, ".reportlint.yaml"])
def test_an_entry_that_silences_nothing_is_reported(repository: Repository, where: str) -> None:
    items = [
        "{files: a.txt, rule: placeholder, text: XX大道}",
        "{files: '*.txt', rule: placeholder, text: 没有}",
        "{files: gone.txt, rule: '*'}",
    ]
    head = "" if where == SIDE else "ignore:\n"
    repository.write(where, head + "".join(f"- {item}\n" for item in items))
    repository.write("a.txt", ROAD)
    first = 2 if head else 1
    idle = [f"{where}:{first + number} unused-suppression" for number in (1, 2)]
    assert repository.found(".", only="unused") == idle
    # Of a part of the files nobody can tell, but of the file that an entry names.
    assert repository.found("a.txt", only="unused") == []
    assert repository.found("--select", "ordinal-*") == []
    repository.write("a.txt", "走访九家。\n")
    assert repository.found("a.txt") == [f"{where}:{first} unused-suppression"]


def test_the_place_of_such_an_entry_is_its_line_without_the_indent(repository: Repository) -> None:
    repository.write(".reportlint.yaml", "ignore:\n  - {files: '*.txt', rule: placeholder}\n")
    repository.write("a.txt", "走访九家。\n")
    assert ".reportlint.yaml:2:3: " in repository.lint("--format", "concise").stdout


def test_what_is_wrong_with_the_side_file_is_said(repository: Repository) -> None:
    repository.write("a.txt", ROAD)
    repository.write(SIDE, "- {files: a.txt, rule: placeholdr}\n- {rule: placeholder}\n")
    done = repository.lint("--lang", "en")
    assert done.returncode == 2
    assert f"{SIDE}:1:24: unknown rule “placeholdr”; did you mean “placeholder”?" in done.stderr
    assert f"{SIDE}:2:3" in done.stderr


def test_a_reason_can_be_made_mandatory(repository: Repository) -> None:
    repository.write(
        "a.md",
        COMMENT.format("")
        + BAD.splitlines()[2]
        + "\n\n"
        + COMMENT.format(" -- 样本")
        + BAD.splitlines()[2]
        + "\n",
    )
    assert repository.found() == []
    repository.write(".reportlint.yaml", "require-reason: true\n")
    assert repository.found() == ["a.md:1 unused-suppression", "a.md:2 placeholder"]
    assert "gives no reason" in repository.lint("--lang", "en").stdout
    for where, text in (
        (SIDE, "- {files: a.md, rule: '*'}\n"),
        (
            ".reportlint.yaml",
            "require-reason: true\nignore: [{files: a.md, rule: '*', reason: ' '}]\n",
        ),
    ):
        repository.write(where, text)
        done = repository.lint("--lang", "en")
        assert (done.returncode, "reason is missing" in done.stderr) == (2, True)
        repository.write(SIDE, "[]\n")


def test_a_rule_can_be_made_impossible_to_suppress(repository: Repository) -> None:
    repository.write("a.md", COMMENT.format("") + BAD.splitlines()[2] + "\n")
    repository.write("b.txt", ROAD)
    repository.write(SIDE, "- {files: b.txt, rule: placeholder}\n")
    assert repository.found() == []
    repository.write(".reportlint.yaml", "rules: {placeholder: {suppressible: false}}\n")
    assert repository.found("a.md") == ["a.md:1 unused-suppression", "a.md:2 placeholder"]
    assert "lets nobody suppress placeholder" in repository.lint("--lang", "en", "a.md").stdout
    assert repository.found(only="placeholder") == [
        "a.md:2 placeholder",
        "b.txt:3 placeholder",
        "b.txt:3 placeholder",
    ]
    repository.write(
        ".reportlint.yaml",
        "rules: {placeholder: {suppressible: false}}\noverrides:"
        " [{files: '*.txt', rules: {placeholder: {suppressible: true}}}]\n",
    )
    assert repository.found(only="placeholder") == ["a.md:2 placeholder"]
