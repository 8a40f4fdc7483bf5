"""Offsets as a browser counts them: in UTF-16, where a rare character takes two units."""

from __future__ import annotations

import re
from bisect import bisect_left

_RARE = re.compile("[\U00010000-\U0010ffff]")


class Places:
    """Converts offsets in one text from code points to UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._rare = [match.start() for match in _RARE.finditer(text)]

    def __call__(self, offset: int) -> int:
        """The offset in UTF-16 units."""
        return offset + bisect_left(self._rare, offset)
