"""Values that are valid YAML but probably mistakes: two words taken for one, quotes taken into a
word."""

from __future__ import annotations

import re

from reportlint.config.copied_slips import unseen
from reportlint.config.keyboard import entries_in, quoted_in_chinese, separators
from reportlint.config.list_slips import list_slip, star_slip
from reportlint.config.node import SCALAR, Node
from reportlint.config.problems import shorten
from reportlint.config.regex_slips import regex_slip
from reportlint.core.characters import HAN, is_han
from reportlint.core.text import Text

# Keys whose values are for people or are whole sentences: they may contain any mark.
_FREE = frozenset(
    "examples text bad good write reason source message why name description zh en blanks"
    " addressee signature body exclude files path".split()
)
_REGEX_LIKE = re.compile(
    r"\.[*+](?!\w*$)|\.\*|\\[dwspbDWS]|\(\?[:=!<]|\[\^[^\]\d]|\([^()|\s]+\|[^()]*\)|^\^\w|\w\$$(?<!S\$)|\\L<|\A[A-Za-z]{3,}(?:\|[A-Za-z]{3,})+\Z"
)
SOUGHT = frozenset(
    "words allow any aliases title opening lead first then where".split()
)  # keys whose texts are searched for in reports
_LIST_IN_QUOTES = re.compile(r"\[[^\[\]]+[,，、][^\[\]]+\]")
_SPACED = re.compile(f"[{HAN}]{{2,}}(?: +[{HAN}]{{2,}})+")


def slip_in_text(node: Node, name: str, *, parted: bool = True) -> Text | None:
    """The message for a probable mistake in the scalar `node`, an entry under the key `name`; None
    if there is none.

    `parted`: commas separate the entries, as in [甲, 乙], or the entry stands alone in place of a
    list.
    """
    text = node.text
    if name in _FREE or node.kind != SCALAR:
        return None
    sought = _slip_of_sought(node, name) if name in SOUGHT else None
    if sought is not None:
        return sought
    star = star_slip(text, name)
    if star is not None:
        return star
    if _REGEX_LIKE.search(text) and name != "replace":
        shown = shorten(text)
        return Text(
            f"“{shown}”像是正则，而这里的文字照字面找；正则写在 regex: 下面",
            f"“{shown}” looks like a regex, and this is taken literally; a regex goes under regex:",
        )
    if not node.plain:
        return None
    quotable = name == "allow"  # the allowed context of a match may well be a quotation
    return list_slip(text, name, parted) or _slip_of_plain(text, parted, quotable)


def _slip_of_sought(node: Node, name: str) -> Text | None:
    """The message for a searched text that is empty, a list in quotes, or has invisible characters;
    None for any other."""
    if not node.text.strip() and not node.null:
        return Text(f"“{name}”里有一条是空的", f"“{name}” has an entry that is empty")
    if _LIST_IN_QUOTES.fullmatch(node.text):
        shown = shorten(node.text)
        return Text(
            f"引号使列表成了一段文字：去掉引号，写 {shown}",
            f"quotes make a text of the list: write {shown} without them",
        )
    return unseen(node.text, spaces=False) if node.plain else None


def slip_in_regex(node: Node, name: str, *, parted: bool) -> Text | None:
    """As `slip_in_text`, for an entry that is a regex."""
    if node.kind != SCALAR:
        return None
    plain = _slip_of_plain(node.text, parted) if node.plain and name not in _FREE else None
    return plain or regex_slip(node.text)


def _slip_of_plain(text: str, parted: bool, quotable: bool = False) -> Text | None:
    if text[:1] in tuple("【［") and text[-1:] in tuple("】］"):
        listed = ", ".join(entries_in(text[1:-1]))
        shown = shorten(text)
        return Text(
            f"“{text[0]}”是全角的，列表写成 [{listed}]；如果就是要找它，写 '{shown}'",
            f"“{text[0]}” has full width: a list is [{listed}]; if you mean the text, write"
            f" '{shown}'",
        )
    inner = "" if quotable else quoted_in_chinese(text)
    if inner:
        shown = shorten(text)
        return Text(
            f"{shown} 两头的 {text[0]}{text[-1]} 会算进文字里；去掉它们：{shorten(inner)}"
            f"；如果要找的就带着它们，写 '{shown}'",
            f"{text[0]}{text[-1]} would be part of the text {shown}; leave them out: "
            f"{shorten(inner)}, or, if they are meant, write '{shown}'",
        )
    stripped = text.strip("\u3000")
    if stripped != text:
        return Text(
            f"“{shorten(stripped)}”前后有全角空格，要写成半角空格",
            f"a space of full width (U+3000) around “{shorten(stripped)}”: use half-width ones",
        )
    return _dash(text) or (_spaced(text) or _parted(text) if parted else None)


def _spaced(text: str) -> Text | None:
    if not _SPACED.fullmatch(text):
        return None
    shown, listed = shorten(text), shorten(", ".join(text.split()))
    return Text(
        f"“{shown}”是一整条，连空格一起找；分开的几条写 [{listed}]；如果就是一条，写 '{shown}'",
        f"“{shown}” is one entry, looked for with its space; for several write [{listed}]; if it"
        f" is meant as one, write '{shown}'",
    )


def _dash(text: str) -> Text | None:
    if text[:1] in tuple("-－") and is_han(text[1:2]):
        shown = shorten(text)
        if text[0] == "－":
            return Text(
                f"“－”是全角的，要写成半角的“-”和空格：- {shorten(text[1:])}",
                f"“－” has full width: write “-” and a space: - {shorten(text[1:])}",
            )
        return Text(
            f"“-”后面缺一个空格：- {shorten(text[1:])}；如果要找的就带着它，写 '{shown}'",
            f"a space is missing behind “-”: - {shorten(text[1:])}, or, if it is meant, write"
            f" '{shown}'",
        )
    return None


def _parted(text: str) -> Text | None:
    mark = separators(text)
    if not mark:
        return None
    parts = entries_in(text)
    if not any(char.isalnum() for char in text):
        parts = list(text)
    shown, listed = shorten(text), shorten(", ".join(parts))
    return Text(
        f"“{shown}”是一整条，因为“{mark}”是全角的；分开的几条写 [{listed}]；如果就是一条，写"
        f" '{shown}'",
        f"“{shown}” is one entry, since “{mark}” has full width; for several write [{listed}]; "
        f"if it is meant as one, write '{shown}'",
    )
