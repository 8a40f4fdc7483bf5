"""What is restored from the cache instead of being loaded: nothing that has changed or is damaged,
and everything else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint._startup.digest import digest
from reportlint.config.config import Config
from reportlint.config.loader import compile_shipped
from reportlint.config.merge import Kinds
from reportlint.core.errors import UserError
from reportlint.core.pack import Library, Reader
from reportlint.files.reader import Disk
from reportlint.run.remembered import Memory

RULE = "kind: pattern\nmessage: m\nwords: [{}]\nwhy: {{zh: 说清楚。}}\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with a pack of its own, and a small pack that stands for the built-in ones,
    whose compiling would take most of the time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    places = (str(tmp_path / "wheel"), (tmp_path / "rules").as_posix())
    monkeypatch.setattr("reportlint.config.shipped._places", lambda: places)
    for name, text in {
        ".reportlint.yaml": "extends: [./house]\nfail-on: info\n",
        "house/pack.yaml": "id: house\nname: House\n",
        "house/a.yaml": RULE.format("甲"),
        "rules/core/pack.yaml": "id: core\nname: Core\n",
        "rules/core/c.yaml": RULE.format("丙"),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The configurations that are loaded from their files, in order."""
    from reportlint.config import config_file

    load, loaded = config_file.load_config, list[str]()

    def noted(file: tuple[str, str] | None, *rest: object) -> object:
        loaded.append(file[0] if file else "")
        return load(file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(config_file, "load_config", noted)
    return loaded


def memory() -> Memory:
    """What another run has: nothing but the files."""
    return Memory(Disk())


def config_file() -> tuple[str, str]:
    path = Path(".reportlint.yaml").resolve()
    return path.as_posix(), path.read_text(encoding="utf-8")


def known(of: Memory | None = None) -> tuple[Config, Library]:
    config, library = (of or memory()).config(config_file())
    return config, library()


def words(library: Library) -> list[object]:
    return [word for rule in library.rules.values() for word in rule.options["words"]]


def entries(here: Path, sort: str = "rules") -> list[Path]:
    return sorted((here / "cache").glob(f"{sort}-*.json"))


def put(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text, encoding="utf-8")


def test_what_has_not_changed_is_not_loaded_again(loads: list[str]) -> None:
    first = known()
    again = known()
    assert len(loads) == 1
    assert again[0] == first[0]
    assert again[0].fail_on == "info"
    assert words(again[1]) == ["甲"]


UNCHANGED: list[Callable[[], object]] = [
    put("note.txt", "a"),
    put("other.yaml", RULE.format("乙")),
    put("house/a.yaml", RULE.format("甲")),
    lambda: os.utime("house/a.yaml", (1e9, 1e9)),
]
CHANGED: list[Callable[[], object]] = [
    put("house/a.yaml", RULE.format("乙")),
    put("house/b.yaml", RULE.format("乙")),
    put(".reportlint.yaml", "extends: [./house, core]\n"),
    lambda: Path("house/a.yaml").rename("house/b.yaml"),
    put("rules/core/c.yaml", RULE.format("丁")),
]


@pytest.mark.parametrize("change", UNCHANGED)
def test_nothing_is_loaded_after_another_change(
    change: Callable[[], object], loads: list[str]
) -> None:
    known()
    change()
    assert words(known()[1]) == ["甲"]
    assert len(loads) == 1


@pytest.mark.parametrize("change", CHANGED)
def test_a_change_is_loaded(change: Callable[[], object], loads: list[str]) -> None:
    put(".reportlint.yaml", "extends: [./house, core]\nfail-on: info\n")()
    before = known()
    change()
    config, library = known()
    assert len(loads) == 2
    assert (config, words(library), [*library.rules]) != (
        before[0],
        words(before[1]),
        [*before[1].rules],
    )
    expected = memory().whole(config_file())
    assert (config, words(library)) == (expected[0], words(expected[1]))


def test_the_built_in_packs_are_compiled_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def noted(reader: Reader, kinds: Kinds, folder: str) -> str:
        compiled.append(folder)
        return compile_shipped(reader, kinds, folder)

    monkeypatch.setattr("reportlint.config.loader.compile_shipped", noted)
    for _ in range(2):
        assert [*memory().shipped().packs] == ["core"]
    assert compiled == [(here / "rules").as_posix()]
    put("rules/core/c.yaml", RULE.format("丁"))()
    assert memory().shipped().packs["core"].rules[0].options["words"] == ["丁"]
    assert len(compiled) == 2


def test_a_wrong_built_in_pack_is_told_where_it_is_used() -> None:
    put("rules/core/c.yaml", "kind: [\n")()
    of = memory()
    assert (of.shipped().names, dict(of.shipped().packs)) == (("core",), {})
    assert words(known()[1]) == ["甲"]
    put(".reportlint.yaml", "extends: [core]\n")()
    with pytest.raises(UserError):
        known()


def test_an_error_is_never_kept() -> None:
    known()
    before = Path("house/a.yaml").read_text(encoding="utf-8")
    put("house/a.yaml", "kind: [\n")()
    for _ in range(2):
        with pytest.raises(UserError):
            known()
    put("house/a.yaml", before)()
    assert words(known()[1]) == ["甲"]


def _second_line(text: str, line: str) -> str:
    return text.split("\n")[0] + "\n" + line


DAMAGES: list[Callable[[str], str]] = [
    lambda body: "",
    lambda body: "x",
    lambda body: "[]\n",
    lambda body: body[: len(body) // 2],
    lambda body: _second_line(body, ""),
    lambda body: _second_line(body, "{}\n{}"),
    lambda body: "\n".join(body.split("\n")[:2]) + "\n[1, 2]",
    lambda body: "\n".join(body.split("\n")[:2]) + "\n" + "[" * 50_000,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_replaced(
    damage: Callable[[str], str], here: Path, loads: list[str]
) -> None:
    """Also one whose checksum somebody got right."""
    known()
    (entry,) = entries(here)
    body = damage(entry.read_text(encoding="utf-8").split("\n", 1)[1])
    entry.write_text(f"{digest(body.encode())}\n{body}", encoding="utf-8")
    assert words(known()[1]) == ["甲"]
    assert len(loads) == 2
    known()
    assert len(loads) == 2, "it was written anew"


def test_without_a_cache_all_is_loaded(
    here: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportlint.run.remembered.place", lambda: "")
    for _ in range(2):
        assert words(known()[1]) == ["甲"]
    assert len(loads) == 2
    assert not (here / "cache").exists()


def test_the_identity_changes_with_what_a_check_depends_on() -> None:
    first = memory()
    path = config_file()[0]
    assert first.identity(path) == "", "nothing is loaded yet"
    known(first)
    again = memory()
    known(again)
    assert first.identity(path) == again.identity(path) != ""
    put("house/a.yaml", RULE.format("乙"))()
    other = memory()
    known(other)
    assert other.identity(path) != first.identity(path)
    assert other.identity("") == ""


def test_each_configuration_has_its_own(here: Path) -> None:
    of = memory()
    known(of)
    config, library = of.config(None)
    assert config.path == ""
    assert "a" not in library().rules
    assert of.identity("") != of.identity(config_file()[0])
    assert len(entries(here)) == 2


def test_reasons_and_examples_are_there_where_the_whole_is_asked_for() -> None:
    known()
    assert known()[1].rules["a"].why == {}
    assert memory().whole(config_file())[1].rules["a"].why == {"zh": "说清楚。"}


def test_what_was_read_is_told_also_if_it_was_wrong() -> None:
    names = {".reportlint.yaml", "a.yaml", "pack.yaml"}
    for _ in range(2):  # loaded, and restored
        of = memory()
        known(of)
        assert {os.path.basename(path) for path in of.sources} >= names
    put("house/a.yaml", "[")()
    wrong = memory()
    with pytest.raises(UserError):
        known(wrong)
    assert {os.path.basename(path) for path in wrong.sources} >= names


def test_prefilters_of_two_runs_at_once_are_kept_together(here: Path) -> None:
    runs = [(of, known(of)[1].lexicon.prefilters) for of in (memory(), memory())]
    for (of, prefilters), regex in zip(runs, ("甲{3,}乙", "丙{3,}丁"), strict=True):
        assert prefilters is not None
        prefilters.of(regex, False)
        of.save()
    kept = known()[1].lexicon.prefilters
    assert kept is not None
    assert len(entries(here, "prefilters")) == 1
    assert {"甲{3,}乙", "丙{3,}丁"} <= {name[1:] for name in kept.export()}
