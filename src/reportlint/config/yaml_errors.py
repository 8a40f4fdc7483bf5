"""Turn the errors of the YAML parser into advice for the author of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint._startup.typed import Any
from reportlint.core.errors import Problem
from reportlint.core.span import LineIndex
from reportlint.core.text import Text

# How the message of the parser begins → advice in both languages; other messages are passed on
# unchanged.
_ADVICE = (
    (
        "mapping values are not allowed",
        "这里不能再出现冒号；含冒号的文字请加引号",
        "a colon cannot stand here; put text that holds one in quotes",
    ),
    ("found character '\\t'", "缩进不能用制表符，请用空格", "tabs cannot indent; use spaces"),
    ("found unexpected end of stream", "引号没有闭合", "a quote is not closed"),
    (
        "could not find expected ':'",
        "这一行没有冒号；如果是接着写上一行的文字，要缩进",
        "a key without its colon; a text that goes on from the line above is indented",
    ),
    (
        "expected <block end>",
        "缩进不齐，或列表与键值混在一起",
        "uneven indent, or a list mixed with keys",
    ),
    (
        "expected ',' or ']'",
        "方括号列表没有闭合或缺逗号；里面带 [ ] { } 的文字要加引号",
        "a list in brackets is not closed or lacks a comma; put a text with [ ] { } in quotes",
    ),
    (
        "expected ',' or '}'",
        "花括号没有闭合或缺逗号",
        "a map in braces is not closed or lacks a comma",
    ),
    (
        "expected alphabetic or numeric",
        "* 和 & 不能开头；请给文字加引号",
        "no value can begin with * or &; put the text in quotes",
    ),
    ("expected the node content", "这里缺一个值", "a value is missing here"),
    (
        "found unknown escape",
        "双引号里的反斜杠要写成两个，或改用单引号",
        "double the backslash in double quotes, or use single quotes",
    ),
    (
        "found character",
        "这个字符不能开头；请给文字加引号",
        "no value can begin with this character; put the text in quotes",
    ),
)


_BEHIND_QUOTE = (
    "引号后面还有字；文字里有引号的，整段用另一种引号括起来：'…\"…\"…'",
    (
        "text behind a closing quote; put text that holds quotes in quotes of the other sort:"
        " '…\"…\"…'"
    ),
)
_DEEPER = (
    "这一行比上一行缩进多，而上一行已经有值；两行对齐",
    "this line is indented more than the one above, which has its value already; align them",
)
_WIDE_QUOTE = (
    "引号没有闭合：全角的 ” ’ 不能闭合半角的引号",
    "a quote is not closed: ” and ’ of full width close none of half width",
)
_COMMENT = (
    "# 后面全是注释；以 # 开头的文字要加引号：'#…'",
    "all behind # is a comment; put a text that begins with # in quotes: '#…'",
)
_QUOTED = re.compile(r"""\s*(?:- )?[\w-]+:\s+(?:"[^"]*"|'[^']*')\s*[^\s#]""")
_UNFINISHED = ("expected the node content", "expected ',' or")
_OPEN = ("found unexpected end of stream", "expected ',' or")


def syntax_problem(error: Any, source: str, path: str, index: LineIndex) -> Problem:
    """The problem for an error of the parser, at the position where its author must look."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a ReaderError: a character that YAML forbids
        offset = min(getattr(error, "position", 0), index.length)
        code = f"U+{ord(source[offset]):04X}" if offset < index.length else ""
        message = Text(f"YAML 不允许的字符 {code}", f"a character that YAML does not allow: {code}")
        return Problem(message, path, *index.position(offset))
    what = str(getattr(error, "problem", None) or "").strip()
    if what.startswith(_OPEN):  # the parser notices it only at the end
        mark = getattr(error, "context_mark", None) or mark
    zh, en = _advice(what, source.splitlines(), mark.line)
    place = index.position(min(mark.index, index.length))
    return Problem(Text(f"YAML 语法错误：{zh}", f"bad YAML: {en}"), path, *place)


def _advice(what: str, lines: Sequence[str], number: int) -> tuple[str, str]:
    """The advice, in both languages, for the message `what` of the parser about line `number`, from
    0."""
    line = lines[number] if number < len(lines) else ""
    if _QUOTED.match(line):
        return _BEHIND_QUOTE
    if what.startswith("mapping values") and _is_deeper(lines, number):
        return _DEEPER
    if what.startswith(_OPEN[0]) and set("”’") & set(line or lines[-1]):
        return _WIDE_QUOTE
    if what.startswith(_UNFINISHED) and _is_commented(lines, number):
        return _COMMENT
    return next(((zh, en) for start, zh, en in _ADVICE if what.startswith(start)), (what, what))


def _is_commented(lines: Sequence[str], number: int) -> bool:
    """Whether a comment cuts off a list in brackets in the line `number`, from 0, or in the line
    above."""
    near = lines[max(number - 1, 0) : number + 1]
    return any(re.search(r"\[[^\]]*\s#", line) for line in near)


def _is_deeper(lines: Sequence[str], number: int) -> bool:
    """Whether the line `number`, from 0, is indented more than the one above, which already has a
    value."""
    above = lines[number - 1] if 0 < number < len(lines) else ""
    indents = [
        len(line) - len(line.lstrip(" ")) for line in (above, lines[number] if above else "")
    ]
    return indents[0] < indents[1] and ": " in above
