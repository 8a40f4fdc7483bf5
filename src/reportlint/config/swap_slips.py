"""Rows of a `swap` that are probably mistakes: a regex without slashes, two right words in one
text, a note for the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.config.list_slips import either_of
from reportlint.config.problems import shorten
from reportlint.core.characters import HAN
from reportlint.core.text import Text

_GROUP = re.compile(r"\\\d|\\g<")
_REGEX = re.compile(r"\(\?[:=!<P]|\\[dwsbDWSBp]|\.[*+]|\([^()|\s]+\|[^()]*\)|\[\^")
_ARROW = re.compile(r"[→⇒➔]|[-=]>")
_NOTHING = re.compile(
    r"[（(\[【](?:此处)?(?:删去|删除|删掉|去掉|不写|不用|空|delete|remove|omit|none|nothing)[)）\]】]",
    re.I,
)
_OR = re.compile(f"([{HAN}]{{2,6}})或者?([{HAN}]{{2,6}})")


def complaints_of_swap(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The probable mistakes in the swaps of a rule and of its families, each with the key at
    fault."""
    families = data.get("patterns")
    of_families = families.values() if isinstance(families, Mapping) else ()
    for key, table in (("swap", data), *(("patterns", family) for family in of_families)):
        swap = table.get("swap") if isinstance(table, Mapping) else None
        for wrong, rights in (swap or {}).items():
            for complaint in _of_row(wrong, [rights] if isinstance(rights, str) else rights or ()):
                yield key, complaint


def _of_row(wrong: str, rights: Any) -> Iterator[Text]:
    is_regex = len(wrong) > 2 and wrong[0] == wrong[-1] == "/"
    groups = any(_GROUP.search(right) for right in rights)
    if not is_regex and (groups or _REGEX.search(wrong)):
        source, shown = wrong.strip("/"), shorten(wrong)
        yield Text(
            f"“{shown}”照字面找；正则写在两条斜杠中间：'/{shorten(source)}/'",
            f"“{shown}” is taken literally; a regex stands between slashes: '/{shorten(source)}/'",
        )
    for right in rights:
        complaint = _of_right(wrong, right)
        if complaint is not None:
            yield complaint


def _of_right(wrong: str, right: str) -> Text | None:
    bare = shorten(_ARROW.sub("", right, count=1).strip())
    if _ARROW.match(right) and bare:
        return Text(
            f"箭头会写进报告；只写对的：{shorten(wrong)}: {bare}",
            f"the arrow would be written into the report; write {shorten(wrong)}: {bare}",
        )
    if _NOTHING.fullmatch(right):
        return Text(
            f"“{right}”会照样写进报告；要删去的写成 words: [{shorten(wrong)}]，再写 replace: ''",
            f"“{right}” would be written into the report; what is to go is"
            f" words: [{shorten(wrong)}] with replace: ''",
        )
    pair = _OR.fullmatch(right)
    either = [pair[1], pair[2]] if pair and set(pair[1]) & set(pair[2]) else either_of(right)
    if either:
        listed = ", ".join(either)
        return Text(
            f"“{shorten(right)}”会整个写进报告；几种写法任选写成 [{listed}]",
            f"“{shorten(right)}” would be written as a whole; for one of several write [{listed}]",
        )
    return None
