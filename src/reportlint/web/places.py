"""Places as a browser counts them: in UTF-16, where a rare character is two."""

from __future__ import annotations

import re
from bisect import bisect_left

_RARE = re.compile("[\U00010000-\U0010ffff]")


class Places:
    """Offsets in code points of one text → offsets in UTF-16."""

    def __init__(self, text: str) -> None:
        self._rare = [match.start() for match in _RARE.finditer(text)]

    def __call__(self, offset: int) -> int:
        """The same place in UTF-16."""
        return offset + bisect_left(self._rare, offset)
