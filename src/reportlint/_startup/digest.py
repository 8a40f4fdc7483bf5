"""Checksums that nobody can aim at."""

from __future__ import annotations

try:
    # What hashlib gives too, without the 3 ms that it takes to load OpenSSL.
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - another Python than CPython
    from hashlib import blake2b


def digest(data: bytes) -> str:
    """The checksum of `data`: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
