"""Regexes that are compiled when they are first used.

Compiling one takes `re` about a millisecond, and a report needs few of those that the tool knows.
"""

from __future__ import annotations

from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from typing import AnyStr

    def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """As `re.compile`."""
        ...

else:

    class lazy:  # noqa: N801 - stands for a function
        """Stands for a pattern; what is asked of it once is answered by the pattern itself from then on."""

        def __init__(self, source: str | bytes, flags: int = 0) -> None:
            self._source = source
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            if "_made" not in self.__dict__:
                import re

                self.__dict__["_made"] = re.compile(self._source, self._flags)
            value = getattr(self._made, name)
            self.__dict__[name] = value
            return value

        def __reduce__(self) -> Any:
            return lazy, (self._source, self._flags)
