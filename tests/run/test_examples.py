"""The examples of rules, report types and packs: what passes, what is refused or warned of, what
fails. How one rule is run over its examples is in `tests/lint/test_examples.py`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.span import Span
from reportlint.run.examples import Result
from reportlint.run.examples import test as run_examples

ALONE = Settings(isolated=True)
WORDS = "kind: pattern\nmessage: m\nwords: [甲]\n"
TYPE = "name: 便函\nrecognise: {title: [便函]}\nsections: [{id: work, title: 事项}]\n"
IN_SECTION = WORDS + "scope: section:work\n"
PACK = "id: house\nname: House\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lone(text: str) -> Result:
    """The result for a rule file outside any pack."""
    write({"r.yaml": text})
    return run_examples(["r.yaml"], ALONE)


def house(files: Mapping[str, str], path: str = "house") -> Result:
    """The result for a path of a pack."""
    write({"house/pack.yaml": PACK, **{f"house/{name}": text for name, text in files.items()}})
    return run_examples([path], ALONE)


def warnings(result: Result) -> list[str]:
    return [problem.message.en for problem in result.warnings]


NO_WARNING = [
    pytest.param("r", WORDS + "examples: {bad: [⟦甲⟧等]}\n", id="an example"),
    pytest.param("r", WORDS + "examples: {good: [乙]}\n", id="a good one is enough"),
    pytest.param("r", IN_SECTION + "severity: off\nexamples: {good: [乙]}\n", id="a rule off"),
    pytest.param(
        "r",
        "kind: pattern\nmessage: m\nregex: ['甲+']\nexamples: {bad: [⟦甲甲⟧]}\n",
        id="a regex that needs a character",
    ),
    pytest.param(
        "r",
        WORDS + "scope: paragraph\nexamples: {bad: [⟦甲⟧等]}\n",
        id="a scope that leaves lists out on purpose",
    ),
    pytest.param(
        "types/memo", TYPE + "examples: {good: ['# 便函\n\n## 事项\n\n无。']}\n", id="a type"
    ),
]
WARNED = [
    pytest.param("r", WORDS, "no examples", id="nothing tests it"),
    pytest.param(
        "r",
        "kind: pattern\nmessage: m\nregex: ['甲*']\nexamples: {good: [乙]}\n",
        "the regex 甲* matches everywhere",
        id="an empty match",
    ),
    pytest.param(
        "r",
        "kind: count\nmessage: m\nregex: ['(?:甲)?']\nmax: 3\nexamples: {good: [乙]}\n",
        "the regex (?:甲)? matches everywhere",
        id="of a count",
    ),
    pytest.param(
        "r",
        "kind: pattern\nmessage: m\npatterns: {a: {regex: ['甲?']}}\nexamples: {good: [乙]}\n",
        "the regex 甲? matches everywhere",
        id="of a named pattern",
    ),
    pytest.param("types/memo", "name: 便函\n", "without recognise no report is known", id="type"),
]


@pytest.mark.parametrize(("name", "text"), NO_WARNING)
def test_nothing_is_doubtful(name: str, text: str) -> None:
    result = house({f"{name}.yaml": text})
    assert warnings(result) == []
    assert (result.rules, result.ran, result.failures) == (1, 1, ())


@pytest.mark.parametrize(("name", "text", "message"), WARNED)
def test_doubtful(name: str, text: str, message: str, here: Path) -> None:
    result = house({f"{name}.yaml": text})
    (warning,) = warnings(result)
    assert warning.startswith(f"{Path(name).name}: {message}")
    assert result.warnings[0].path == f"{here.as_posix()}/house/{name}.yaml"


REFUSED = [
    pytest.param("gone.yaml", {}, "no such file or folder", id="a missing file"),
    pytest.param("a.md", {"a.md": "甲"}, "no rule file", id="a report"),
    pytest.param("house", {"house/note.txt": ""}, "no rule file", id="no YAML below it"),
    pytest.param("r.yaml", {"r.yaml": "kind: patern\n"}, "patern", id="a wrong rule"),
    pytest.param("house", {"house/pack.yaml": PACK, "house/r.yaml": "["}, "r.yaml", id="no YAML"),
    pytest.param(
        "house",
        {
            "house/pack.yaml": PACK,
            "house/types/memo.yaml": TYPE,
            "house/r.yaml": WORDS + "examples: {bad: [{type: memmo, text: ⟦甲⟧}]}\n",
        },
        "did you mean “memo”?",
        id="an example of an unknown type",
    ),
]


@pytest.mark.parametrize(("path", "files", "message"), REFUSED)
def test_refused(path: str, files: Mapping[str, str], message: str) -> None:
    write(files)
    with pytest.raises(UserError) as caught:
        run_examples([path], ALONE)
    assert any(message in problem.to("en") for problem in caught.value.problems)


PASSES = [
    pytest.param("{bad: [⟦甲⟧等], good: [乙]}", 2, id="both sorts"),
    pytest.param("{bad: [⟦甲⟧和⟦甲⟧]}", 1, id="two places"),
    pytest.param("{bad: [{text: '⟦甲⟧', format: text}]}", 1, id="of a format"),
]
FAILS = [
    pytest.param("{bad: [⟦乙⟧]}", "missing", (0, 1), None, id="not found"),
    pytest.param("{good: [只有甲]}", "noisy", None, (2, 3), id="found in a good one"),
    pytest.param("{bad: [⟦甲等⟧]}", "wrong-span", (0, 2), (0, 1), id="at another place"),
]


@pytest.mark.parametrize(("examples", "ran"), PASSES)
def test_it_passes(examples: str, ran: int) -> None:
    result = lone(f"{WORDS}examples: {examples}\n")
    assert result == Result(1, ran, ())


@pytest.mark.parametrize(("examples", "word", "expected", "actual"), FAILS)
def test_it_fails(
    examples: str, word: str, expected: tuple[int, int] | None, actual: tuple[int, int] | None
) -> None:
    (failure,) = lone(f"{WORDS}examples: {examples}\n").failures
    assert (failure.path, failure.name, failure.word) == ("r.yaml", "r", word)
    assert failure.expected == (Span(*expected) if expected else None)
    assert failure.found == (Span(*actual) if actual else None)
    assert (failure.example.line, failure.hint) == (4, None)


NO_HINT = [
    pytest.param(IN_SECTION + "examples: {good: [一段甲话]}\n", id="nothing was expected"),
    pytest.param(WORDS + "examples: {bad: [⟦乙⟧]}\n", id="a rule of no section"),
    pytest.param(
        WORDS + "when: {section: work}\nexamples: {bad: [⟦乙⟧]}\n",
        id="when: section counts in examples of a type alone",
    ),
]
HINT = [
    pytest.param(IN_SECTION, id="a scope"),
    pytest.param("kind: required\nmessage: m\nat: section:work\nany: [丁]\n", id="a place"),
]


@pytest.mark.parametrize("text", NO_HINT)
def test_a_failure_without_a_hint(text: str) -> None:
    result = house({"r.yaml": text, "types/memo.yaml": TYPE}, "house/r.yaml")
    assert all(failure.hint is None for failure in result.failures)
    assert result.ran == 1


@pytest.mark.parametrize("text", HINT)
def test_an_example_without_a_type_has_no_sections_and_is_told_so(text: str) -> None:
    more = "examples: {bad: [⟦甲⟧]}\n"
    result = house({"r.yaml": text + more, "types/memo.yaml": TYPE}, "house/r.yaml")
    (failure,) = result.failures
    assert failure.hint is not None
    assert "{type: ID, text: …}" in failure.hint.en


def test_the_examples_of_a_type_are_checked_for_its_demands_alone() -> None:
    good, bad = "# 便函\n\n## 事项\n\nXX。\n", "⟦# 便函⟧\n\n## 其他\n\n无。\n"
    examples = "examples:\n  good: [{!r}]\n  bad: [{!r}, {!r}]\n".format(good, bad, f"⟦{good}⟧")
    result = house({"types/memo.yaml": TYPE + examples.replace("'", '"')})
    assert (result.rules, result.ran) == (1, 3)
    assert [(failure.name, failure.word) for failure in result.failures] == [("memo", "missing")]


def test_without_paths_the_packs_of_the_configuration_are_run() -> None:
    """The examples of core use styles of other built-in packs, which are not in use here."""
    house({"r.yaml": WORDS + "examples: {bad: [⟦乙⟧]}\n"})
    write({".reportlint.yaml": "extends: [core, ./house]\n"})
    result = run_examples([], Settings())
    assert [failure.name for failure in result.failures] == ["r"]
    assert result.warnings == ()
    assert result.rules > 20


@pytest.mark.parametrize("requires", ["requires: [core]\n", ""])
def test_leaving_out_all_built_in_packs_is_doubtful(requires: str, here: Path) -> None:
    write({".reportlint.yaml": "extends: [./house]\n", "house/pack.yaml": PACK + requires})
    expected = [] if requires else [f"{here.as_posix()}/.reportlint.yaml"]
    result = run_examples([], Settings())
    assert [problem.path for problem in result.warnings] == expected
    if expected:
        assert "extends names no built-in pack" in result.warnings[0].message.en


def test_a_folder_of_packs_is_loaded_together() -> None:
    rule = WORDS + "when: {type: memo}\nexamples: {bad: [{text: ⟦甲⟧, type: memo}]}\n"
    write(
        {
            "packs/one/pack.yaml": "id: one\nname: n\nrequires: [../two]\n",
            "packs/one/r.yaml": rule,
            "packs/two/pack.yaml": "id: two\nname: n\n",
            "packs/two/types/memo.yaml": TYPE,
        }
    )
    result = run_examples(["packs"], ALONE)
    assert (result.rules, result.ran, result.failures) == (2, 1, ())


def test_parts_that_no_example_needs_are_told_if_asked_for() -> None:
    text = WORDS.replace("[甲]", "[甲, 乙]") + "examples: {bad: [⟦甲⟧]}\n"
    assert lone(text)[4:] == (0, ())
    result = run_examples(["r.yaml"], ALONE, coverage=True)
    assert result.parts == 2
    assert [problem.message.en for problem in result.unneeded] == ["no example needs r: words: 乙"]


def test_a_crash_names_the_file_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reportlint.run.examples.run_examples", crash)
    with pytest.raises(ZeroDivisionError) as caught:
        lone(WORDS)
    assert caught.value.__notes__[0].startswith("while running the examples in ")
    assert caught.value.__notes__[0].endswith("/r.yaml")
