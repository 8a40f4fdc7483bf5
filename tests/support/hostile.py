"""Texts that a terminal, a CI service or a parser might interpret as commands, and functions that
detect such commands."""

from __future__ import annotations

import re
from unicodedata import category

NAMES = {  # as the name of a file may be, or a piece of a report
    "colour": "\x1b[31mred",
    "title of the window": "\x1b]0;owned\x07",
    "C1": "a\x9b31mb\x85c",
    "backspaces": "evil\x08\x08\x08\x08good",
    "delete": "a\x7fb",
    "turned around": "txt.\u202etxt.exe\u202c",
    "isolates": "a\u2066b\u2069c\u061cd",
    "line and paragraph separators": "a\u2028b\u2029c",
    "zero width": "pass\u200bword\ufeff",
    "joiner at the start": "\u200da",
    "joiner between letters": "a\u200db",
    "tags": "a\U000e0041\U000e0042",
    "no Unicode": "a\udcffb\ud800",
    "line ends": "a\nb\rc\r\nd",
    "NUL": "a\x00b",
    "GitHub": "::stop-commands::pwn",
    "GitHub behind blanks": " \u3000::add-mask::x",
    "GitHub behind a line end": "a\n::stop-commands::pwn",
    "GitHub behind what is skipped": "\ufe0f:\u034f:stop-commands::pwn",
    "GitHub, the old way": "a ##[add-mask]x",
    "GitHub, the old way, in capitals": "##[Set-Env name=PATH]x",
    "GitHub, spread out": "#\u034f#\ufe00[add-mask]x",
    "Azure": "a##vso[task.setvariable variable=x]y",
    "Azure behind more signs": "####vso[task.complete result=Failed;]",
    "Azure, spread out": "##v\u200dso[task.complete result=Failed;]",
    "TeamCity": "##teamcity[buildStatus text='pwn']",
    "markup": "</script><img src=x onerror=alert(1)>&amp;\"']]>",
    "Markdown": "|[a](javascript:x)`<b>*~$",
}

_LEGACY = ("add-mask", "set-env")  # of GitHub's commands, those that are in NAMES in the old way
_IGNORED = re.compile("[\u034f\u180b-\u180f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")


def hidden_in(text: str, but: str = "") -> list[str]:
    """The invisible characters of a text and those that a terminal interprets, without the
    characters of `but` and joiners in emoji."""
    return [
        char
        for char in text
        if category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") and char not in but + "\u200d"
    ]


def commands_in(line: str) -> list[str]:
    """The services that would execute a line of a log as a command, by the rules of actions/runner,
    the Azure agent and TeamCity."""
    line = _IGNORED.sub("", line)  # as .NET compares
    services = []
    if re.match(r"\s*::[^:]+::", line):
        services.append("github")
    if re.search(rf"(?i)##\[(?:{'|'.join(_LEGACY)})[ \]]", line):
        services.append("github")
    if re.search(r"##vso\[[^\]]*\]", line):
        services.append("azure")
    if "##teamcity[" in line:
        services.append("teamcity")
    return services
