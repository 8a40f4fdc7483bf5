"""Packs as plain values."""

from __future__ import annotations

import pickle

from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Addition, Pack


def test_a_pack_says_nothing_but_its_id_and_name() -> None:
    pack = Pack("house", {"zh": "本单位"})
    assert not any((pack.requires, pack.language, pack.rules, pack.types, pack.additions))
    assert pack.lexicon == Lexicon()
    assert pack.template == Pack("other", {}).template


def test_a_pack_goes_to_another_process() -> None:
    pack = Pack("house", {"zh": "本单位"}, additions=(Addition("placeholder", {"words": ["甲"]}),))
    assert pickle.loads(pickle.dumps(pack)) == pack
