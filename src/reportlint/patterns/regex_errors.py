"""The messages of the module regex about invalid regexes, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

# By the beginning of a message.
_IN_CHINESE: Mapping[str, str] = {
    "ambiguous group": "组的引用有歧义",
    "bad character in group name": "组名里有不能用的字符",
    "bad character range": "字符范围不对，如 [z-a]",
    "bad escape (end of pattern)": "末尾多一个反斜杠",
    "bad escape": "没有这种反斜杠写法",
    "bad fuzzy": "模糊匹配的写法不对",
    "bad hex escape": "十六进制转义不对",
    "bad inline flags": "标志写得不对",
    "cannot refer to an open group": "不能引用还没结束的组",
    "expected }": "缺 }",
    "incomplete escape": "反斜杠转义没有写完",
    "invalid group reference": "引用了不存在的组",
    "invalid relative group": "引用了不存在的组",
    "min repeat greater": "{ } 里的最少次数大于最多次数",
    "missing )": "缺右括号 )",
    "missing <": "缺 <",
    "missing >": "缺 >",
    "missing ]": "缺右方括号 ]",
    "missing group name": "缺组名",
    "missing": "不完整",
    "multiple repeat": "重复符号连写了两个，如 a**",
    "nothing to repeat": "重复符号（* + ? {}）前面没有东西",
    "repeat count too big": "重复次数太大",
    "unbalanced parenthesis": "多一个右括号 )",
    "undefined character name": "没有这个名字的字符",
    "undefined named list": "没有这个词表",
    "unknown extension": "没有 (?… 的这种写法",
    "unknown group": "没有这个组",
    "unknown property": "没有这种字符属性（\\p{…}）",
    "unterminated character set": "方括号 [ 没有闭合",
}


def in_chinese(message: str) -> str:
    """The message in Chinese; unchanged if there is no translation."""
    return next((zh for start, zh in _IN_CHINESE.items() if message.startswith(start)), message)
