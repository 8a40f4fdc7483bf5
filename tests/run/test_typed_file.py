"""Rules, types and packs while they are edited: the kind of file, and its problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.run.typed_file import CONFIG, PACK, RULE, TYPE, problems_of, schema_of, sort_of

GOOD_RULE = """kind: pattern
message: {zh: 用“{found}”, en: “{found}”}
patterns: {word: {words: 搞定}}
"""
GOOD_TYPE = "name: {zh: 值班记录}\nsections:\n  - {id: duty, title: 值班情况}\n"


@pytest.fixture
def pack(tmp_path: Path) -> str:
    folder = tmp_path / "house"
    (folder / "types" / "parts").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    return folder.as_posix()


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("pack.yaml", PACK),
        ("house-word.yaml", RULE),
        ("house-word.yml", RULE),
        ("types/note.yaml", TYPE),
        (".reportlint.yaml", CONFIG),
        (".reportlint-ignore.yaml", ""),
        ("types/parts/head.yaml", ""),
        ("note.md", ""),
        ("../compose.yaml", ""),
        ("../types/note.yaml", ""),
    ],
)
def test_what_a_file_is(pack: str, name: str, sort: str) -> None:
    assert sort_of(f"{pack}/{name}".replace("house/../", "")) == sort
    assert bool(schema_of(f"{pack}/{name}".replace("house/../", ""), "en")) == bool(sort)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("house-word.yaml", GOOD_RULE),
        ("types/duty-note.yaml", GOOD_TYPE),
        ("pack.yaml", "id: house\nname: {zh: 本单位}\n"),
        (".reportlint.yaml", "rules: {placeholder: off}\n"),
        ("types/parts/head.yaml", "no: matter\n"),
        ("../compose.yaml", "kind: nothing of ours\n"),
        ("pack.yaml", "ref: some-other-tool\nname: packs\n"),
    ],
)
def test_nothing_is_said_of_what_is_sound_or_not_ours(pack: str, name: str, text: str) -> None:
    path = f"{pack}/{name}".replace("house/../", "")
    assert not problems_of(path, text)


@pytest.mark.parametrize(
    ("name", "text", "place", "word"),
    [
        ("house-word.yaml", GOOD_RULE.replace("kind: pattern", "kind: patern"), (1, 7), "pattern"),
        ("house-word.yaml", GOOD_RULE + "sverity: error\n", (4, 1), "severity"),
        ("types/duty-note.yaml", GOOD_TYPE + "sectoins: []\n", (4, 1), "sections"),
        ("types/duty-note.yaml", GOOD_TYPE + "  x: [\n", (4, 3), ""),
        ("pack.yaml", "id: house\nrequire: [core]\n", (2, 1), "requires"),
        (".reportlint.yaml", "rules:\n  placeholdr: off\n", (2, 3), "placeholder"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    pack: str, name: str, text: str, place: tuple[int, int], word: str
) -> None:
    problems = problems_of(f"{pack}/{name}", text)
    assert {problem.path for problem in problems} == {f"{pack}/{name}"}
    assert place in [(problem.line, problem.column) for problem in problems]
    assert word in " ".join(problem.message.to("en") for problem in problems)


def test_the_text_that_is_typed_counts_and_not_that_on_disk(pack: str) -> None:
    Path(pack, "house-word.yaml").write_text("kind: patern\n", encoding="utf-8")
    assert not problems_of(f"{pack}/house-word.yaml", GOOD_RULE)


def test_what_is_wrong_with_another_file_of_the_pack_is_not_said_here(pack: str) -> None:
    Path(pack, "house-bad.yaml").write_text("kind: patern\n", encoding="utf-8")
    assert not problems_of(f"{pack}/house-word.yaml", GOOD_RULE)


def test_a_pack_of_another_tool_is_let_alone(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("ref: some-other-tool\nname: packs\n", encoding="utf-8")
    assert sort_of((tmp_path / "config.schema.yaml").as_posix()) == ""
    assert not problems_of((tmp_path / "config.schema.yaml").as_posix(), "key: {type: string}\n")
