"""Sanitising of foreign text for a terminal, a log or a parser; the only place that does it.

File names, report texts and the texts of other people's rules may contain characters that a
terminal obeys, that reverse a line or that are invisible, and words that a CI service takes for a
command when it reads them in the log of a job. Whatever is printed or written goes through a
function of this module. The dangerous parts are defined here once:

- a *hidden* character: control characters (C0, C1), line and paragraph separators, format
  characters (bidi controls, zero-width characters except joiners between others), lone surrogates;
- a *command*: `::name::` at the beginning of a line (GitHub Actions), `##[name` (GitHub Actions,
  Azure Pipelines), `##vso[` (Azure Pipelines) and `##teamcity[` (TeamCity) anywhere.

All other text is unchanged, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from unicodedata import category

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core import characters

TAB = "\t"
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
_JOINERS = "\u200c\u200d"  # hidden unless between other characters, as in emoji and Indic words
_UNCOMMON = lazy("[^ -~·—‘’“”…\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]")  # only these are looked up
# Zero-width characters that .NET ignores in comparisons, so that a command may contain them.
_SKIPPED = "\u034f\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
_COMMAND = lazy(
    f"[{_SKIPPED}]*".join(("#(?=", "#", "(?:v", "s", "o|teamcity)?", r"\[", "[a-z])")),
    re.IGNORECASE,
)
_COMMAND_LINE = lazy(rf"^[\s{_SKIPPED}]*:(?=[{_SKIPPED}]*:)")
_NOT_XML = lazy(f"[^{characters.XML}]")
_XML = {'"': "&quot;", "&": "&amp;", "'": "&#39;", "<": "&lt;", ">": "&gt;"}
_XML |= {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_XML_MARKUP = lazy("[\"&'<>\t\n\r]")
_MARKDOWN_MARKUP = lazy(r"([\\`*_\[\]<>|~$&])")


def one_line(text: str) -> str:
    """`text` on one line, for people: tabs become spaces, hidden characters visible, commands
    broken up."""
    if not _UNCOMMON.search(text) and "##" not in text and "::" not in text:
        return text
    shown = _break_commands(_replace_hidden(text.replace(TAB, " "), picture_of))
    return _COMMAND_LINE.sub(_escape_last, shown) if shown.count(":") > 1 else shown


def lines(text: str) -> str:
    """`text` for people, each of its lines as by `one_line`; line ends and tabs stay."""
    return "\n".join(
        TAB.join(map(one_line, line.split(TAB))) if TAB in line else one_line(line)
        for line in text.split("\n")
    )


def command_value(text: str) -> str:
    """`text` as part of a CI service's command, which has its own escapes for tabs and line ends:
    those stay."""
    return _break_commands(_replace_hidden(text, picture_of, keep="\t\n\r"))


def is_hidden(char: str) -> bool:
    """Whether a terminal shows nothing for `char`, obeys it or reverses the line.

    A joiner counts as hidden.
    """
    return not " " <= char <= "~" and category(char) in _HIDDEN


def picture_of(char: str) -> str:
    """The replacement of a hidden character: a picture of it (␛), else its number as Python writes
    it (\\u202e)."""
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else char.encode("unicode_escape").decode()


def commands(text: str) -> Iterable[int]:
    """The offsets of the `#` that begins each command in `text`.

    Commands with `::`, which count only at the beginning of a line, are not included.
    """
    return (match.start() for match in _COMMAND.finditer(text)) if text.count("#") > 1 else ()


def to_json(value: Any, indent: int | None = None) -> str:
    """`value` as JSON. Hidden characters and commands are escaped, so that the JSON can be shown,
    and split into lines, anywhere."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not _UNCOMMON.search(text) and "##" not in text:
        return text
    text = _replace_hidden(text, _json_escape, keep="\n")  # none is inside a string
    return _break_commands(text, r"\u0023")


def json_array(rows: Iterable[Any]) -> str:
    """A JSON array, one element per line."""
    elements = [to_json(row) for row in rows]
    return "[\n" + ",\n".join(elements) + "\n]\n" if elements else "[]\n"


def xml(text: str) -> str:
    """`text` escaped for an attribute or an element of XML or HTML.

    Characters that XML does not allow are replaced by visible ones.
    """
    text = _XML_MARKUP.sub(lambda match: _XML[match[0]], _NOT_XML.sub(_picture, text))
    text = _replace_hidden(text, lambda char: f"&#{ord(char)};")
    return _break_commands(text, "&#35;")


def markdown(text: str) -> str:
    """`text` escaped for one line of GitHub's or GitLab's Markdown, also in a table: none of it is
    markup."""
    return _MARKDOWN_MARKUP.sub(r"\\\1", one_line(text))


def _replace_hidden(text: str, replacement: Callable[[str], str], keep: str = "") -> str:
    """`text` with hidden characters replaced, except joiners between other characters and the
    characters in `keep`."""

    def replace(match: re.Match[str]) -> str:
        char, at = match[0], match.start()
        joins = char in _JOINERS and at > 0 and not is_hidden(text[at - 1]) and text[at - 1] > "~"
        return char if joins or char in keep or not is_hidden(char) else replacement(char)

    return _UNCOMMON.sub(replace, text)


def _break_commands(text: str, number_sign: str = r"\x23") -> str:
    """`text` with the first `#` of each command replaced by `number_sign`."""
    return _COMMAND.sub(lambda match: number_sign, text) if text.count("#") > 1 else text


def _escape_last(match: re.Match[str]) -> str:
    """The match with its last character, the first colon of a possible command, as a numeric
    escape."""
    return f"{match[0][:-1]}\\x{ord(match[0][-1]):02x}"


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _picture(match: re.Match[str]) -> str:
    return picture_of(match[0]) if match[0] < " " else "\ufffd"
