from __future__ import annotations

from typing import Any

from reportlint.config.config import find_config


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


def test_overrides(load: Any, kinds: Any, rules: Any, resolve: Any) -> None:
    text = (
        "language: zh\nrules: {blank: {allow: a, patterns: {todo: off}}}\noverrides:\n"
        "- {files: 述职/**, type: duty-report, encoding: gb18030, rules: {blank: {allow: b, patterns: {todo: on}}}}\n"
        "- {files: [述职/旧/**], type: off, language: en, rules: {blank: off}}\n"
    )
    settings, library = load(text)
    resolver = resolve(settings, library, kinds)
    top, first, second = (resolver.file(path) for path in ("a.md", "述职/a.md", "述职/旧/a.md"))
    assert (top.type, top.language, top.encoding) == (None, "zh", "")
    assert (first.type, first.language, first.encoding, first.matched) == (
        "duty-report",
        "zh",
        "gb18030",
        (0,),
    )
    assert (second.type, second.language, second.encoding, second.matched) == (
        "",
        "en",
        "gb18030",
        (0, 1),
    )
    assert resolver.file("述职/b.md") is first
    blank = rules(text, "述职/a.md")["blank"]
    assert blank.options["allow"] == ["a", "b"]
    assert blank.options["patterns"]["todo"]["words"] == ["TODO"]
    assert rules(text)["blank"].options["patterns"]["todo"] is False
    assert "blank" not in rules(text, "述职/旧/a.md")


def test_exclude_and_ignore(load: Any, kinds: Any, resolve: Any) -> None:
    settings, library = load(
        "exclude: [archive/**, '!archive/keep.md']\nignore:"
        " [{files: a.md, rule: gap, text: 二, reason: r}]\n"
    )
    resolver = resolve(settings, library, kinds)
    assert resolver.excluded("archive/x.md")
    assert not resolver.excluded("archive/keep.md")
    assert not resolver.excluded("b/archive/x.md")
    assert [tuple(ignore) for ignore in settings.ignores] == [(("a.md",), ("gap",), "二", "r", 2)]
