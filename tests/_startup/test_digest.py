from __future__ import annotations

import hashlib

from reportlint._startup.digest import digest


def test_digests_differ() -> None:
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 32


def test_it_is_what_hashlib_gives() -> None:
    assert digest(b"a") == hashlib.blake2b(b"a", digest_size=16).hexdigest()
