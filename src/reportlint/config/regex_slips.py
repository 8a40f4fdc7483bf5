"""Checks for regexes that compile but do not mean what their author wants, each with its
correction."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportlint.config.problems import shorten
from reportlint.core.characters import HAN, NUMERALS
from reportlint.core.text import Text

_HAN = f"[{HAN}]"
_DIGITS = NUMERALS + "百千"
_CONTROL = {"\b": "b", "\a": "a", "\f": "f", "\v": "v", "\x1b": "e"}
_TWICE_ESCAPED = re.compile(r"(?<!\\)\\\\[dwsb](?=[+*?{]|\Z)")
_ESCAPED = re.compile(r"\\.", re.DOTALL)


def _control(piece: str) -> Text:
    letter = _CONTROL[piece]
    return Text(
        f"双引号把 \\{letter} 变成了控制字符；正则用单引号：'\\{letter}'",
        f"double quotes make a control character of \\{letter}; put a regex in single quotes:"
        f" '\\{letter}'",
    )


def _repeat(piece: str) -> Text:
    least, most = re.findall(r"\d+", piece)
    return Text(
        f"{piece} 会照字面找；几到几次写成 {{{least},{most}}}",
        f"{piece} is taken literally; so many to so many times is {{{least},{most}}}",
    )


def _numerals(piece: str) -> Text:
    return Text(
        f"[{piece}] 按字符编码排，中间有上千个别的字；逐个写出：[{NUMERALS}]",
        f"[{piece}] goes by code points, with hundreds of other characters between; write them"
        f" all: [{NUMERALS}]",
    )


def _bar(piece: str) -> Text:
    words = piece[1:-1]
    return Text(
        f"方括号 {piece} 只是其中一个字；几个词任选写成 (?:{words})",
        f"{piece} is one character of these; for one of some words write (?:{words})",
    )


def _spaces(piece: str) -> Text:
    return Text(
        "| 两边的空格也要找到才算；去掉空格",
        "the spaces around | are looked for, too; leave them out",
    )


def _slashes(piece: str) -> Text:
    return Text(
        "正则两头不写斜杠（只有 swap 的键写）；要找斜杠就写 [/]",
        "no slashes around a regex (only keys of swap have them); a slash itself is [/]",
    )


def _empty_branch(piece: str) -> Text:
    return Text(
        "| 的一边是空的，处处都能匹配；去掉多余的 |",
        "one side of | is empty, which matches everywhere; take the | out",
    )


def _wide(piece: str) -> Text:
    from reportlint.config.keyboard import half_width

    half = "\\" + piece[1:] if piece[0] == "、" else half_width(piece)
    half = half.replace("￥", "$").replace("¥", "$").replace("【", "[").replace("】", "]")
    return Text(
        f"“{piece}”是全角的，会照字面找；写成半角的 {half}",
        f"“{piece}” has full width and is taken literally; write {half}",
    )


def _unescaped(piece: str) -> Text:
    return Text(
        f"“{piece}”照字面找字母 {piece[0]}；前面缺一个反斜杠：\\{piece}",
        f"“{piece}” is the letter {piece[0]}; a backslash is missing before it: \\{piece}",
    )


def _posix(piece: str) -> Text:
    return Text(
        f"{piece} 只是其中一个字符；字符类写成 [{piece}]",
        f"{piece} is one character of these; the class is [{piece}]",
    )


def _twice_escaped(source: str) -> Text:
    return Text(
        f"单引号里反斜杠只写一个；{source} 找的是反斜杠本身",
        f"in single quotes a backslash is written once; {source} looks for a backslash itself",
    )


def _repeated_letter(piece: str) -> Text:
    letter = piece[-2]
    return Text(
        f"“{letter}*”是“{letter}”重复任意次；中间可以有别的字，写 .*",
        f"“{letter}*” is “{letter}” any number of times; for any text between write .*",
    )


# Searched for in the regex after each of its escaped characters is replaced by ＿.
_SLIPS: tuple[tuple[re.Pattern[str], Callable[[str], Text]], ...] = (
    (re.compile("[" + "".join(_CONTROL) + "]"), _control),
    (re.compile(r"\{\d+\s*[-–~～，、]\s*\d+\}"), _repeat),
    (re.compile(rf"(?<=\[)[^\[\]]*?[{_DIGITS}]-[{_DIGITS}][^\[\]]*(?=\])"), _numerals),
    (re.compile(rf"\[{_HAN}+(?:\|{_HAN}+)+\]"), _bar),
    (re.compile(rf"{_HAN} \| ?{_HAN}|{_HAN}\| {_HAN}"), _spaces),
    (re.compile(r"\A/.+/[gimsuy]*\Z", re.DOTALL), _slashes),
    # full-width signs, as a Chinese keyboard types them, if only a sign of a regex can be meant
    (re.compile(r"．(?=[*+?{＊＋？])|(?<=[.．)\]＿])[＊＋]"), _wide),
    (re.compile(r"＼[dwsbDWSB](?![A-Za-z])|、[dws](?=[*+?{＊＋？])"), _wide),
    (re.compile(rf"(?<=[)\]])？(?=[{HAN}A-Za-z(\[＿])|＄\Z"), _wide),
    (re.compile(r"(?<=＿)？(?=[^）”』」])"), _wide),
    (re.compile(r"(?<!\[)\[:[a-z]+:\]"), _posix),
    (re.compile(r"(?<![A-Za-z＿\[-])[dws](?=[*+]|\{\d)"), _unescaped),
    (re.compile(r"(?<=[.\w)\]＿])｛\d+(?:[,，]\d*)?｝|\A＾|￥\Z"), _wide),
    (re.compile(r"（(?=\?[P:=!<])"), _wide),
    (re.compile(r"[［【][^［］【】]+[］】](?=[*+?{])"), _wide),
    (re.compile(rf"{_HAN}{{2,}}\*(?={_HAN}{{2}})"), _repeated_letter),
    (re.compile(r"\A\||\|\Z|\|\||\(\?:\|\)|\A\Z"), _empty_branch),
)


def regex_slip(source: str) -> Text | None:
    """The message for a probable mistake in a regex; None if there is none."""
    shown = shorten(source)
    if not source:
        return Text("正则是空的，处处都能匹配", "an empty regex matches everywhere")
    escaped = _TWICE_ESCAPED.search(source)
    if escaped:
        twice = _twice_escaped(escaped[0])
        return Text(f"正则 {shown}：{twice.zh}", f"regex {shown}: {twice.en}")
    bare = _ESCAPED.sub("＿", source)
    for pattern, cure in _SLIPS:
        match = pattern.search(bare)
        if match:
            slip = cure(match[0])
            return Text(f"正则 {shown}：{slip.zh}", f"regex {shown}: {slip.en}")
    return None
