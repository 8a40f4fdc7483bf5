"""The suggestions at a place in YAML."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from reportlint.editor.completion import Place, offers, place_of
from reportlint.run.typed_file import schema_of


@pytest.mark.parametrize(
    ("text", "path", "key"),
    [
        ("|", (), ""),
        ("ru|", (), ""),
        ("rules:\n  |", ("rules",), ""),
        ("rules:\n  placeholder: |", ("rules",), "placeholder"),
        ("rules:\n  placeholder:\n    |", ("rules", "placeholder"), ""),
        ("rules:\n  placeholder: off\n\n  # note: this\n  |", ("rules",), ""),
        ("rules:\n  placeholder: off\n|", (), ""),
        ("overrides:\n  - |", ("overrides",), ""),
        ("overrides:\n  - files: a\n    rules:\n      |", ("overrides", "rules"), ""),
        ("overrides:\n- files: a\n  ru|", ("overrides",), ""),
        ("name:\n  zh: 甲\nsections:\n  - title: |", ("sections",), "title"),
        ("fail-on: |", (), "fail-on"),
    ],
)
def test_the_place_is_told_by_the_lines_above(text: str, path: tuple[str, ...], key: str) -> None:
    before, _, after = text.partition("|")
    lines = (before + after).split("\n")
    line = before.count("\n")
    assert place_of(lines, line, len(before.split("\n")[-1])) == Place(path, key)


@pytest.mark.parametrize(
    ("name", "text", "path", "key", "wanted", "unwanted"),
    [
        (".reportlint.yaml", "", (), "", {"rules", "extends", "fail-on"}, {"placeholder"}),
        (".reportlint.yaml", "", ("rules",), "", {"placeholder"}, {"rules"}),
        (".reportlint.yaml", "", ("rules",), "placeholder", {"off", "error"}, {"Off", "no"}),
        (".reportlint.yaml", "", ("rules", "placeholder"), "", {"severity"}, {"rules"}),
        (".reportlint.yaml", "", ("overrides",), "", {"files", "rules"}, {"extends"}),
        (".reportlint.yaml", "", (), "require-reason", {"true", "false"}, {"off"}),
        (".reportlint.yaml", "", ("no-such",), "", set(), {"rules"}),
        ("house/a.yaml", "", (), "", {"kind", "message"}, {"extends"}),
        ("house/a.yaml", "kind: pattern\n", (), "", {"patterns", "severity"}, {"rules"}),
        ("house/a.yaml", "", (), "kind", {"pattern"}, {"rules"}),
        ("house/a.yaml", "kind: pattern\n", (), "severity", {"error"}, {"no"}),
        ("house/types/a.yaml", "", ("sections",), "", {"title"}, {"recognise"}),
        ("house/pack.yaml", "", (), "", {"id", "requires"}, {"sections"}),
    ],
)
def test_keys_and_values_are_those_of_the_place(
    tmp_path: object,
    name: str,
    text: str,
    path: tuple[str, ...],
    key: str,
    wanted: set[str],
    unwanted: set[str],
) -> None:
    from pathlib import Path

    pack = Path(str(tmp_path), "house")
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    schema = schema_of(Path(str(tmp_path), name).as_posix(), "en")
    labels = {item.label for item in offers(schema, text, Place(path, key))}
    assert wanted <= labels
    assert not labels & unwanted
    if not wanted:
        assert labels == set()


def test_options_are_those_of_the_kind() -> None:
    def branch(kind: str) -> dict[str, object]:
        return {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {f"of-{kind}": {}}},
        }

    schema = {"allOf": [branch("a"), branch("b")]}
    assert [item.label for item in offers(schema, "kind: b\n", Place((), ""))] == ["of-b"]
    assert [item.label for item in offers(schema, "", Place((), ""))] == ["of-a", "of-b"]
