"""What a wheel has of the built-in packs is used, and made anew if the file is not for this
Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportlint._startup import shipped_data
from reportlint._startup.shipped_data import FILE, ShippedData, write_data
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.shipped import Shipped, pack_names
from reportlint.config.stored import PREFILTERS, restore_shipped
from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Library
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.rule_pattern import from_regex
from reportlint.run.regex_codes import data

RULES = (Path(__file__).parents[2] / "rules").as_posix()
SOURCES = [("X年", False), ("todo|fixme", True), (r"^\s*a{2}\w", False), (".", False)]


def shipped(path: str) -> Any:
    return ShippedData(path).get(PREFILTERS)


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with the prefilters of SOURCES."""
    table = Prefilters()
    for source, ignore_case in SOURCES:
        table.of(source, ignore_case)
    path = str(tmp_path / FILE)
    write_data(path, {PREFILTERS: table.shipped_form(), "other": (1, "a")})
    return path


def test_they_come_back_as_they_were(file: str) -> None:
    table = Prefilters(shipped=shipped(file))
    for source, ignore_case in SOURCES:
        computed = Prefilters().of(source, ignore_case)
        assert table.of(source, ignore_case) == computed
        assert table.rare_of(source, ignore_case) == computed.rare
    assert not table.grown
    assert table.export() == {}, "the cache keeps only what the wheel lacks"


def test_what_the_file_lacks_is_computed(file: str) -> None:
    table = Prefilters(shipped=shipped(file))
    assert table.of("Z月", False).literal_sets == (("Z月",),)
    assert table.grown
    assert list(table.export()) == ["0Z月"]


def test_a_pattern_reads_only_the_rare_literals_at_first(file: str) -> None:
    prefilters = dict(shipped(file))
    prefilters["0X年"] = (("X",), b"damaged, if it were read")
    pattern = from_regex("X年", Lexicon(prefilters=Prefilters(shipped=prefilters)))
    assert pattern.rare == ("X",)
    with pytest.raises((EOFError, ValueError, TypeError)):
        _ = pattern.prefilter


@pytest.mark.parametrize("content", [None, b"", b"nonsense"], ids=["missing", "empty", "damaged"])
def test_no_usable_file_means_none(file: str, content: bytes | None) -> None:
    if content is None:
        Path(file).unlink()
    else:
        Path(file).write_bytes(content)
    assert ShippedData(file).get("other") is None


def test_each_value_has_its_name(file: str) -> None:
    assert ShippedData(file).get("other") == (1, "a")
    assert ShippedData(file).get("more") is None


def test_that_of_the_installation_is_opened_once() -> None:
    assert shipped_data.shipped() is shipped_data.shipped()


def test_that_of_another_python_is_ignored(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped_data, "_good_for", lambda: "another")
    assert ShippedData(file).get("other") is None


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ShippedData:
    """The data of a wheel."""
    path = str(tmp_path_factory.mktemp("wheel") / FILE)
    write_data(path, data(Disk(), RULES))
    return ShippedData(path)


def test_a_wheel_has_the_prefilters_of_all_rules(wheel: ShippedData) -> None:
    prefilters = wheel.get(PREFILTERS)
    assert len(prefilters) > 900
    table = Prefilters(shipped=prefilters)
    sources = [key for key in prefilters if key[0] in "01"]  # the others are of phrases
    for key in sources[::50]:
        ignore_case, source = key[0] == "1", key[1:]
        assert table.of(source, ignore_case) == Prefilters().of(source, ignore_case)


def test_a_wheel_has_the_built_in_packs_wherever_it_is_installed(wheel: ShippedData) -> None:
    restored = restore_shipped(wheel, "/else where/rules")
    assert restored is not None
    library = _library()
    assert list(restored.rules) == list(library.rules)
    assert restored.lexicon == library.lexicon._replace(prefilters=None)
    for name, rule in library.rules.items():
        place = rule.path.replace(RULES, "/else where/rules")
        stored = restored.rules[name]
        assert (stored.path, stored.line) == (place, rule.line)
        assert stored._replace(options={}) == rule._replace(
            options={}, why={}, examples=(), path=place
        )
    assert restored.types.heads == library.types.heads
    for name, report_type in library.types.items():
        place = report_type.path.replace(RULES, "/else where/rules")
        assert restored.types[name] == report_type._replace(why={}, examples=(), path=place)


def test_without_a_wheel_there_are_no_packs(file: str) -> None:
    assert restore_shipped(ShippedData(file), RULES) is None


def _library() -> Library:
    names = tuple(pack_names(Disk(), RULES))
    wanted = [WantedPack(name, RULES) for name in names]
    return Loader(Disk(), Shipped(names, RULES), KINDS).load(wanted)
