from __future__ import annotations

import hashlib

from startup_support import without

from reportlint._startup.digest import digest


def test_digests_differ() -> None:
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 32


def test_it_is_what_hashlib_gives() -> None:
    assert digest(b"a") == hashlib.blake2b(b"a", digest_size=16).hexdigest()


def test_the_plain_way_gives_the_same() -> None:
    plain = without("_blake2", "digest")
    assert plain.blake2b is hashlib.blake2b
    assert plain.digest("述职".encode()) == digest("述职".encode())
