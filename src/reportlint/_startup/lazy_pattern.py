"""Regexes that are compiled when they are first used.

Compiling one takes about a millisecond, and a report needs few of the regexes in the package:
compiling all of them at the start would add 13 to 15 ms to the 75 ms of a check of one report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from typing import AnyStr

    import regex


class LazyPattern:
    """A stand-in for a compiled pattern: compiles its source when a method is first called, and
    then passes calls on.

    Pickled as its source. An invalid regex raises the `error` of its engine at the first use.
    """

    def __init__(
        self,
        engine: str,
        source: str | bytes,
        flags: int = 0,
        words: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """`engine` is the module that compiles: `re` or `regex`; `words` are the lists that
        `\\L<name>` names."""
        self.engine = engine
        self.source = source
        # an enum of `re` costs `regex` a fifth of the time to compile
        self.source_flags = int(flags)
        self.words = words

    @property
    def is_compiled(self) -> bool:
        """Whether the pattern has been compiled."""
        return "_compiled" in self.__dict__

    @property
    def is_ready(self) -> bool:
        """Whether its shipped codes are known, so that the first use compiles nothing."""
        from reportlint._startup.regex_codes import known

        return known(self.engine, self.source, self.source_flags, self.words) is not None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if "_compiled" not in self.__dict__:
            self.__dict__["_compiled"] = self._compile()
        value = getattr(self._compiled, name)
        self.__dict__[name] = value  # later accesses do not come here
        return value

    def _compile(self) -> Any:
        from reportlint._startup.regex_codes import compiled

        pattern = compiled(self.engine, self.source, self.source_flags, self.words)
        return pattern if pattern is not None else self.from_source()

    def from_source(self) -> Any:
        """The pattern compiled from its source, even if its codes are known. Raises the `error` of
        its engine."""
        if self.engine == "re":
            import re

            return re.compile(self.source, self.source_flags)
        import regex

        words: dict[str, Any] = {
            name: list(members) for name, members in (self.words or {}).items()
        }
        return regex.compile(self.source, self.source_flags, ignore_unused=True, **words)

    def __reduce__(self) -> Any:
        return LazyPattern, (self.engine, self.source, self.source_flags, self.words)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Same as `re.compile`."""
    return LazyPattern("re", source, flags)  # type: ignore[return-value]


def lazy_regex(
    source: str, flags: int = 0, words: Mapping[str, Sequence[str]] | None = None
) -> regex.Pattern[str]:
    """Same as `regex.compile`; `words` are the lists that `\\L<name>` names in `source`."""
    return LazyPattern("regex", source, flags, words)  # type: ignore[return-value]
