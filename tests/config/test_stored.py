"""A configuration with its library, stored and restored: complete for a check, and loaded only as
far as needed."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.cache.codec import DAMAGED
from reportlint.config.stored import restore_config, restore_library, store, stored_shape

CONFIG = (
    "extends: [core]\nlanguage: zh\nexclude: [a/**]\nrules:"
    " {blank: {severity: info, message: {zh: 空}, patterns: {todo: off}}}\n"
    "overrides: [{files: b/**, type: off, rules: {gap: off}}]\nignore:"
    " [{files: c.md, rule: gap, text: 二, reason: 旧}]\n"
)


def test_the_configuration_comes_back(load: Any) -> None:
    for text in (None, "", CONFIG):
        config, library = load(text)
        assert restore_config(store(config, library).encode().split(b"\n")[0]) == config


def test_the_library_comes_back_without_what_no_check_needs(library: Any, load: Any) -> None:
    restored = restore_library(store(load(None)[0], library).encode().split(b"\n")[1:])
    assert restored.packs == ()
    assert restored.lexicon == library.lexicon._replace(prefilters=None)
    assert restored.rules.keys() == library.rules.keys()
    for name, rule in library.rules.items():
        assert restored.rules[name] == rule._replace(why={}, examples=())
    assert restored.types.heads == library.types.heads
    for name, of in library.types.items():
        assert restored.types[name] == of._replace(why={}, examples=())


def test_a_type_is_taken_apart_when_it_is_asked_for(library: Any, load: Any) -> None:
    _, kept, *types = store(load(None)[0], library).encode().split(b"\n")
    restored = restore_library([kept, *(b"damaged" for _ in types)])
    assert "duty-report" in restored.types
    assert len(restored.types) == len(library.types)
    with pytest.raises(DAMAGED):
        restored.types["duty-report"]
    with pytest.raises(KeyError):
        restored.types["none"]


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"{}", b"[1,2,3,4]", b"[[],[],[],[],[]]", b'["\xff"]']
)
def test_another_text_is_damaged(line: bytes) -> None:
    with pytest.raises(DAMAGED):
        restore_config(line)
    with pytest.raises(DAMAGED):
        restore_library([line])


def test_the_shape_names_every_class_within() -> None:
    for name in ("Config", "RuleChange", "IgnoreEntry", "Rule", "When", "Style", "Group", "Frame"):
        assert f".{name}'" in stored_shape()
