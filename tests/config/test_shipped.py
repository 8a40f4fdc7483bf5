"""The built-in packs, compiled and read back."""

from __future__ import annotations

import json
from typing import Any

import pytest

import reportlint
from reportlint.config.loader import Loader, WantedPack, compile_shipped
from reportlint.config.shipped import Shipped, compile_packs, read_shipped, restore_packs


def test_compiled_comes_back(library: Any) -> None:
    text = compile_packs(library.packs, "rules")
    packs = restore_packs(text, "rules")
    assert packs is not None
    assert packs[0] == library.packs[0]
    assert [rule.path for rule in packs[1].rules] == ["rules/c/house/acronym.yaml"]
    moved = restore_packs(text, "/x")
    assert moved is not None
    assert moved[0].path == "/x/core"
    assert moved[0].rules[0].path == "/x/core/blank.yaml"


def test_what_another_version_has_compiled_counts_as_nothing(
    library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = compile_packs(library.packs, "rules")
    data = json.loads(text)
    others = [["0", *data[1:]], [data[0], "", data[2]], data[:2], [], {}, "x", [*data[:2], [["a"]]]]
    for other in others:
        assert restore_packs(json.dumps(other), "rules") is None
    assert restore_packs("{", "rules") is None
    assert restore_packs(text, "rules") is not None


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pretend that the package of the tool is in a folder."""
    return lambda folder: monkeypatch.setattr(reportlint, "__file__", f"{folder}/__init__.py")


def test_a_wheel_uses_its_compiled_rules(core: Any, reader: Any, kinds: Any, at: Any) -> None:
    text = compile_shipped(reader(core), kinds, "rules")
    wheel = {f"site/reportlint/{path}": text for path, text in core.items()}
    assert "site" not in text
    at("site/reportlint")
    compiled = read_shipped(reader({**wheel, "site/reportlint/rules/compiled.json": text}))
    assert compiled.names == ("core",)
    assert compiled.folder == "site/reportlint/rules"
    assert compiled.packs["core"].path == "site/reportlint/rules/core"
    stale = reader({**wheel, "site/reportlint/rules/compiled.json": "[]"})
    from_yaml = Shipped(("core",), "site/reportlint/rules")
    assert read_shipped(stale) == from_yaml
    wanted = [WantedPack("core", "")]
    assert Loader(reader(wheel), compiled, kinds).load(wanted) == Loader(
        reader(wheel), from_yaml, kinds
    ).load(wanted)


def test_a_checkout_reads_yaml(core: Any, reader: Any, at: Any) -> None:
    files = {f"repo/{path}": text for path, text in core.items()}
    at("repo/src/reportlint")
    assert read_shipped(reader(files)) == Shipped(("core",), "repo/rules")
