"""Messages without quotes: a text that is invalid YAML is quoted before the file is parsed
again."""

from __future__ import annotations

import re

_KEY = r"(?:message|why|name|description|write)"
# A text that begins with a field ({found} is …) or holds a colon and a space.
_WHOLE = re.compile(
    rf"^(\s*(?:{_KEY}|zh|en):[ ]+)(\{{[a-z-]+\}}.*|\{{\{{.*|[^'\"\[｛［{{|>&*!%#@`\s].*: .*)$"
)
_BOTH = re.compile(rf"^(\s*{_KEY}:[ ]+\{{\s*)(?:zh: (.*?), *en: (.*?))(\s*\}}\s*)$")
_ONE = re.compile(rf"^(\s*{_KEY}:[ ]+\{{\s*)(zh|en): ((?!.*\b(?:zh|en): ).*?)(\s*\}}\s*)$")


def quoted_messages(source: str) -> str:
    """`source` with its unquoted messages in quotes; the line numbers stay the same."""
    return "\n".join(map(_quoted_line, source.split("\n")))


def _quoted_line(line: str) -> str:
    both = _BOTH.match(line)
    if both:
        start, zh, en, end = both.groups()
        return f"{start}zh: {_quoted(zh)}, en: {_quoted(en)}{end}"
    match = _ONE.match(line)
    if match:
        start, language, text, end = match.groups()
        return f"{start}{language}: {_quoted(text)}{end}"
    whole = _WHOLE.match(line)
    return whole[1] + _quoted(whole[2].rstrip()) if whole else line


def _quoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
