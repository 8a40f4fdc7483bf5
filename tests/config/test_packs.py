from __future__ import annotations

import json
from typing import Any

import pytest

import reportlint
from reportlint.config.loader import Loader, WantedPack, compile_shipped, installed_folder
from reportlint.config.shipped import Shipped, compile_packs, read_shipped, restore_packs
from reportlint.core.errors import UserError
from reportlint.core.report_type import Listing

HOUSE = {
    "c/house/pack.yaml": "id: house\nname: House\nrequires: [core]\nwords: {measures: [处], own: [甲]}\n"
    "markers: {dun: {numerals: chinese, suffix: [、, ，], place: clause}, shi: {numerals: words, words: [一是, [二是, 二则]], soft: true}}\n"
    "patterns: {blank: {han: {words: [某某], examples: {bad: [⟦某某⟧街道], good: 某人}}, todo: off}}\n",
    "c/house/acronym.yaml": "kind: find\nmessage: m\nregex: '\\L<measures>\\L<own>'\nwhen: {type: duty-report, path: 'a/**'}\n"
    "examples: {bad: [{text: a⟦b⟧c⟦d⟧, format: rst, type: request}]}\n",
    "c/house/types/duty-report.yaml": "extends: duty-report\nclosing: off\nsections:\n- {id: faults, drop: true}\n"
    "- {id: plan, title: 下步打算, list: {style: 一是, min: 3}}\n- {id: summary, title: 概述, after: duties, sections: [{id: s, title: S}]}\n",
    "c/house/types/request.yaml": "name: 请示\nextends: duty-report\nopening: {within: 3, any: 请示如下, groups: [{id: g, regex: x, severity: info}]}\n",
}


@pytest.fixture
def library(core: Any, reader: Any, shipped: Any, kinds: Any) -> Any:
    return Loader(reader({**core, **HOUSE}), shipped, kinds).load([WantedPack("./house", "c")])


def test_required_packs_come_first(library: Any) -> None:
    assert [(pack.id, pack.path) for pack in library.packs] == [
        ("core", "rules/core"),
        ("house", "c/house"),
    ]


def test_words_and_styles_add_up(library: Any) -> None:
    assert library.lexicon.words == {"measures": ("个", "家", "处"), "own": ("甲",)}
    dun, shi = library.lexicon.styles
    assert (dun.suffix, dun.place, dun.prefix) == (("、", "，"), "clause", ("",))
    assert (shi.words, shi.soft) == ((("一是",), ("二是", "二则")), True)


def test_patterns_for_a_rule_of_another_pack(library: Any) -> None:
    patterns = library.rules["blank"].options["patterns"]
    assert patterns["han"]["words"] == ["某某"]
    assert patterns["todo"] is False
    assert "examples" not in patterns["han"]
    assert [
        (one.text, one.spans, one.family, one.line) for one in library.rules["blank"].examples
    ] == [
        ("某某街道", ((0, 2),), "han", 6),
        ("某人", (), "han", 6),
    ]


def test_a_rule(library: Any) -> None:
    rule = library.rules["acronym"]
    assert (rule.pack, rule.severity, rule.path, rule.line) == (
        "house",
        "warning",
        "c/house/acronym.yaml",
        1,
    )
    assert (rule.when.types, rule.when.paths) == (("duty-report",), ("a/**",))
    assert [tuple(one) for one in rule.examples] == [
        ("abcd", ((1, 2), (3, 4)), "rst", "request", 5, "")
    ]


def test_a_type_that_extends(library: Any) -> None:
    duty, request = library.types["duty-report"], library.types["request"]
    assert (duty.pack, duty.name["zh"], duty.closing, duty.recognise.title.any) == (
        "house",
        "述职报告",
        None,
        ("述职报告",),
    )
    assert [section.id for section in duty.sections] == ["duties", "summary", "plan"]
    assert duty.sections[2].list == Listing("一是", 3)
    assert duty.sections[1].sections[0].id == "s"
    assert duty.sections[0].phrases.any == ("履职情况", "主要工作")
    assert duty.sections[0].lead.any == ("履职方面",)
    assert [section.id for section in request.sections] == ["duties", "summary", "plan"]
    assert request.opening.within == 3
    assert [group.id for group in request.opening.groups] == ["opening", "g"]


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
    """Says that the tool's package lies in a folder."""
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


def test_an_installed_pack(core: Any, reader: Any, shipped: Any, kinds: Any) -> None:
    files = {**core, "site/x/pack.yaml": "id: x\nname: x\n"}
    library = Loader(reader(files), shipped, kinds, {"house-rules": "site/x"}.get).load(
        [WantedPack("house-rules", "c")]
    )
    assert [pack.id for pack in library.packs] == ["x"]
    assert installed_folder("no-such-pack-anywhere") is None


def test_a_built_in_name_wins_over_a_folder(
    core: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    files = {**core, "c/core/pack.yaml": "id: mine\nname: x\n"}
    assert [
        pack.id
        for pack in Loader(reader(files), shipped, kinds).load([WantedPack("core", "c")]).packs
    ] == ["core"]
    assert [
        pack.id
        for pack in Loader(reader(files), shipped, kinds).load([WantedPack("./core", "c")]).packs
    ] == ["mine"]


def test_an_entry_that_names_no_pack_is_one_problem(
    core: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    with pytest.raises(UserError) as raised:
        Loader(reader(core), shipped, kinds, lambda name: None).load(
            [WantedPack("nope", "c", "f", 3, 4), WantedPack("core", "c")]
        )
    assert [(problem.path, problem.line, problem.column) for problem in raised.value.problems] == [
        ("f", 3, 4)
    ]
