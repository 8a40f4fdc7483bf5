"""Checksums that resist deliberate collisions, without `import hashlib`, which loads OpenSSL.

Undone (hashlib in its place): one report takes 3 % more, an unchanged run 10 %.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that is not CPython
    from hashlib import blake2b


def digest(data: bytes) -> str:
    """The checksum of `data`: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
