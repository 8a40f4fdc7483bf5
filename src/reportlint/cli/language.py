"""The language of messages and help."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from reportlint.core.text import LANGUAGES

VARIABLE = "REPORTLINT_LANG"
_C = frozenset({"C", "POSIX"})


def requested_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language requested by `--lang` or REPORTLINT_LANG; "" if neither names a known one.

    It is needed before the arguments are parsed, because help and usage errors use it.
    """
    value = ""
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        elif argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
    return value if value in LANGUAGES else _known(environment.get(VARIABLE, ""))


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of the locale: "zh", or "en" for any other; "" in the C locale, which has none.

    LANGUAGE comes first, as in GNU gettext, and as there it is ignored in the C locale.
    """
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    if locale.partition(".")[0] in _C:
        return ""
    for name in (*environment.get("LANGUAGE", "").split(":"), locale):
        if name:
            return _known(name) or "en"
    return _of_windows()


def _known(name: str) -> str:
    """The language of a locale name, `zh_CN.UTF-8` → zh; "" for an unsupported language."""
    language = name.lower().replace("-", "_").partition("_")[0].partition(".")[0]
    return language if language in LANGUAGES else ""


def _of_windows() -> str:
    """The language of the Windows desktop, which sets no variables; "" on any other system."""
    if sys.platform == "win32":
        import ctypes

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else "en"
    return ""
