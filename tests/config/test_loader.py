from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.loader import Loader, WantedPack, _no_pack, installed_folder
from reportlint.core.errors import UserError
from reportlint.core.report_type import Listing


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
        (example.text, example.spans, example.family, example.line)
        for example in library.rules["blank"].examples
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
    assert [tuple(example) for example in rule.examples] == [
        ("abcd", ((1, 2), (3, 4)), "rst", "request", 5, "", "", ())
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


FORMS = {
    "c/forms/pack.yaml": "id: forms\nname: Forms\n",
    "c/forms/types/parts/who.yaml": "sections:\n  - {id: who, title: 人员}\n",
    "c/site/pack.yaml": "id: site\nname: Site\nrequires: [../forms]\n",
}


@pytest.mark.parametrize(
    ("name", "type_data", "titles"),
    [
        ("forms/who", {}, ["人员"]),
        # a name without a pack is a file of the own pack
        (
            "who",
            {"c/site/types/parts/who.yaml": "sections:\n  - {id: who, title: 值守}\n"},
            ["值守"],
        ),
    ],
)
def test_a_type_includes_a_part_of_another_pack(
    core: Any,
    reader: Any,
    shipped: Any,
    kinds: Any,
    name: str,
    type_data: dict[str, str],
    titles: list[str],
) -> None:
    log = {"c/site/types/log.yaml": f"name: 日志\ninclude: [{name}]\n"}
    loader = Loader(reader({**core, **FORMS, **type_data, **log}), shipped, kinds)
    library = loader.load([WantedPack("./site", "c")])
    assert [spec.title for spec in library.types["log"].sections] == titles


@pytest.mark.parametrize("name", ["who", "site/who", "forms/whom"])
def test_a_part_of_another_pack_is_named_with_it(
    core: Any, reader: Any, shipped: Any, kinds: Any, name: str
) -> None:
    log = {"c/site/types/log.yaml": f"name: 日志\ninclude: [{name}]\n"}
    with pytest.raises(UserError) as raised:
        Loader(reader({**core, **FORMS, **log}), shipped, kinds).load([WantedPack("./site", "c")])
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ("c/site/types/log.yaml", 2)
    assert "forms/who" in problem.message.en


@pytest.mark.parametrize("wanted", ["house", "core"])
def test_a_pack_that_is_at_hand_brings_what_it_requires(
    wanted: str, library: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    at_hand = shipped._replace(
        names=("core", "house"), packs={pack.id: pack for pack in library.packs}
    )
    made = Loader(reader({}), at_hand, kinds).load([WantedPack(wanted, "rules")])
    assert [pack.id for pack in made.packs] == ["core", "house"][: 1 + (wanted == "house")]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("core ./house", "several packs are a list: [core, ./house]"),
        ("[core，own]", "several packs are a list: [core, own]"),
        ("core、./house", "several packs are a list: [core, ./house]"),
        ("./house", "there is no folder “./house”"),
        ("my house", "unknown pack “my house”"),
        ("core house", "unknown pack “core house”"),
        ("cor", "did you mean “core”"),
    ],
)
def test_a_pack_that_is_not_there(name: str, answer: str) -> None:
    assert answer in _no_pack(name, ["core", "zh-official"]).en
