from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.config import find_config
from reportlint.config.config_file import load_config
from reportlint.config.rule_changes import Choice, check_choice, rules_in_force
from reportlint.core.errors import UserError
from reportlint.core.pack import RuleSet


@pytest.fixture
def load(core: Any, reader: Any, shipped: Any, kinds: Any) -> Any:
    def load(text: str | None, **files: str) -> Any:
        disk = reader({**core, **files})
        return load_config(
            None if text is None else ("c/.reportlint.yaml", text), disk, shipped, kinds
        )

    return load


@pytest.fixture
def rules(load: Any, kinds: Any, resolve: Any) -> Any:
    def rules(text: str | None, path: str = "a.md", choice: Choice | None = None) -> dict[str, Any]:
        settings, library = load(text)
        changes = resolve(settings, library, kinds).file(path).rules
        made: RuleSet = rules_in_force(library, changes, choice or Choice(), kinds)
        return {rule.id: rule for rule in made.rules}

    return rules


def test_the_nearest_file_wins(reader: Any) -> None:
    disk = reader(
        {
            "r/.reportlint.yaml": "a",
            "r/x/pyproject.toml": "[tool.reportlint]\n",
            "r/y/pyproject.toml": "[tool.z]\n",
            "r/z/.reportlint.yml": "b",
        }
    )
    assert find_config("r/x", "r", disk.read) == ("r/x/pyproject.toml", "[tool.reportlint]\n")
    assert find_config("r/y/deep", "r", disk.read) == ("r/.reportlint.yaml", "a")
    assert find_config("r/z", "r", disk.read) == ("r/z/.reportlint.yml", "b")
    assert find_config("r/y", "r/y", disk.read) is None
    assert find_config("/q/y", "", disk.read) is None


def test_without_configuration(load: Any, rules: Any) -> None:
    settings, library = load(None)
    assert settings.extends is None
    assert [pack.id for pack in library.packs] == ["core"]
    assert list(rules(None)) == ["blank", "gap", "unreadable"]
    assert rules(None)["blank"].severity == "error"
    assert not rules(None)["blank"].forced


def test_severities(rules: Any) -> None:
    found = rules("rules: {blank: info, gap: off, width: on}\n")
    assert {name: rule.severity for name, rule in found.items()} == {
        "blank": "info",
        "unreadable": "error",
        "width": "warning",
    }
    assert found["blank"].forced
    assert not found["width"].forced
    assert rules("rules: {'*': info, blank: on}\n")["blank"].severity == "info"
    assert rules("rules: {width: {allow: x}}\n")["width"].severity == "warning"
    assert "width" not in rules("rules: {width: {severity: off, allow: x}}\n")


def test_options_add_up(rules: Any) -> None:
    text = "rules: {blank: {words: [YY], allow: XX大道, safe: true, patterns: {todo: off, square: {words: '[_]'}, new: {regex: x}}}}\n"
    options = rules(text)["blank"].options
    assert (options["words"], options["allow"], options["safe"]) == (["XX", "YY"], ["XX大道"], True)
    assert options["patterns"]["todo"] is False
    assert options["patterns"]["dots"] is False
    assert options["patterns"]["square"]["words"] == ["[_]"]
    assert options["patterns"]["square"]["regex"]
    assert options["patterns"]["new"] == {
        "name": {},
        "words": [],
        "regex": ["x"],
        "severity": "",
        "severity-without-type": "",
    }


def test_a_severity_for_the_rule_and_one_for_a_family(rules: Any) -> None:
    blank = rules("rules: {blank: {severity: error, patterns: {todo: {severity: info}}}}\n")[
        "blank"
    ]
    assert not blank.forced
    assert blank.severity == "error"
    families = blank.options["patterns"]
    assert families["todo"]["severity"] == "info"
    assert families["square"]["severity-without-type"] == ""


def test_messages(rules: Any) -> None:
    assert rules("rules: {blank: {message: {zh: 空}}}\n")["blank"].message == {
        "zh": "空",
        "en": "{found} left",
    }
    assert rules("rules: {blank: {message: 'x {found}'}}\n")["blank"].message == {"": "x {found}"}


def test_overrides(load: Any, kinds: Any, rules: Any, resolve: Any) -> None:
    text = (
        "language: zh\nrules: {blank: {allow: a, patterns: {todo: off}}}\noverrides:\n"
        "- {files: 述职/**, type: duty-report, encoding: gb18030, rules: {blank: {allow: b, patterns: {todo: on}}}}\n"
        "- {files: [述职/旧/**], type: off, language: en, rules: {blank: off}}\n"
    )
    settings, library = load(text)
    resolver = resolve(settings, library, kinds)
    top, one, two = (resolver.file(path) for path in ("a.md", "述职/a.md", "述职/旧/a.md"))
    assert (top.type, top.language, top.encoding) == (None, "zh", "")
    assert (one.type, one.language, one.encoding, one.matched) == (
        "duty-report",
        "zh",
        "gb18030",
        (0,),
    )
    assert (two.type, two.language, two.encoding, two.matched) == ("", "en", "gb18030", (0, 1))
    assert resolver.file("述职/b.md") is one
    blank = rules(text, "述职/a.md")["blank"]
    assert blank.options["allow"] == ["a", "b"]
    assert blank.options["patterns"]["todo"]["words"] == ["TODO"]
    assert rules(text)["blank"].options["patterns"]["todo"] is False
    assert "blank" not in rules(text, "述职/旧/a.md")


def test_exclude_and_ignore(load: Any, kinds: Any, resolve: Any) -> None:
    settings, library = load(
        "exclude: [archive/**, '!archive/keep.md']\nignore: [{files: a.md, rule: gap, text: 二, reason: r}]\n"
    )
    resolver = resolve(settings, library, kinds)
    assert resolver.excluded("archive/x.md")
    assert not resolver.excluded("archive/keep.md")
    assert not resolver.excluded("b/archive/x.md")
    assert [tuple(one) for one in settings.ignores] == [(("a.md",), ("gap",), "二", "r", 2)]


def test_select_and_ignore(rules: Any) -> None:
    assert list(rules(None, choice=Choice(select=("b*",)))) == ["blank", "unreadable"]
    assert list(rules(None, choice=Choice(select=("width",)))) == ["unreadable", "width"]
    assert list(rules(None, choice=Choice(select=("wid*",)))) == ["unreadable"]
    assert list(rules(None, choice=Choice(ignore=("b*", "unreadable")))) == ["gap"]
    assert list(
        rules("rules: {width: off, gap: off}\n", choice=Choice(select=("width", "gap")))
    ) == ["unreadable"]


def test_a_choice_of_nothing(load: Any) -> None:
    with pytest.raises(UserError) as raised:
        check_choice(Choice(("blnk", "gap"), ("zz*",)), load(None)[1])
    assert [problem.to("en") for problem in raised.value.problems] == [
        "unknown rule for --select: “blnk”; did you mean “blank”?",
        "unknown rule for --ignore: “zz*”; valid are: blank, gap, unreadable, width",
    ]


def test_problems_of_configuration_and_pack_together(load: Any) -> None:
    with pytest.raises(UserError) as raised:
        load(
            "langauge: zh\nextends: [./h]\n",
            **{"c/h/pack.yaml": "id: h\nname: h\n", "c/h/a.yaml": "kind: x\n"},
        )
    assert {problem.path for problem in raised.value.problems} == {
        "c/.reportlint.yaml",
        "c/h/a.yaml",
    }
