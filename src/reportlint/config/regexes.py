"""The errors of a rule's regex: it does not compile, or it compiles but is probably not what its
author means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportlint.config.problems import shorten, unknown
from reportlint.core.characters import HAN
from reportlint.core.text import Text
from reportlint.patterns.regex_errors import in_chinese

_CLASS = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]")
# What no text can match, such as the start of a line after a character.
_NEVER = (
    (
        re.compile(r"\w\^"),
        "^ 前面还有字，而 ^ 是行首",
        "^ is the start of a line, and text stands before it",
    ),
    (
        re.compile(r"\$\w"),
        "$ 后面还有字，而 $ 是行尾",
        "$ is the end of a line, and text stands behind it",
    ),
)
_INNER_EDGE = re.compile(rf"[{HAN}]\\b[{HAN}]")
_WIDE_BAR = re.compile(f"[{HAN})）]｜[{HAN}(（]")
_WIDE_GROUP = re.compile(r"（[^（）()|]*\|[^（）()]*）")
# The full-width bracket typed instead of the missing one, followed by the missing one.
_WIDE_FOR = {
    "missing )": ("）)",),
    "unbalanced parenthesis": ("（(",),
    "unterminated character set": ("］]", "】]"),
    "missing ]": ("］]", "】]"),
}
_MOST_UNROLLED = 100_000  # characters of the unrolled regex; compiled in a tenth of a second
_PROBES = ("汉字，三个。", "plain words", "#7 ~ {x}")


def bad_regex(source: str, words: Mapping[str, tuple[str, ...]]) -> Text | None:
    """The message for an invalid or probably mistaken regex, which may name the lists in `words`;
    None if it is sound."""
    for part in source.split("\\L<")[1:]:
        name = part.partition(">")[0]
        if name not in words:
            message = unknown(Text("词表", "list of words"), name, words)
            return Text(
                f"正则 {shorten(source)}：{message.zh}", f"regex {shorten(source)}: {message.en}"
            )
        if not words[name]:
            return Text(
                f"正则 {shorten(source)} 永远匹配不到：词表“{name}”是空的",
                f"regex {shorten(source)} never matches: the list of words “{name}” is empty",
            )
    import regex

    from reportlint.core.lexicon import Lexicon
    from reportlint.patterns.rule_pattern import compile_regex
    from reportlint.patterns.time_budget import recurses, unrolled

    if recurses(source):
        shown = shorten(source)
        return Text(
            f"正则 {shown}：不能递归（(?R)、(?1)、(?&name)），递归会耗尽内存；"
            f"请写成不调用自身的正则",
            f"regex {shown}: recursion ((?R), (?1), (?&name)) is not allowed, since it may use up"
            " all memory; write a regex that does not call itself",
        )
    if unrolled(source) > _MOST_UNROLLED:
        shown = shorten(source)
        return Text(
            f"正则 {shown}：重复次数连乘起来超过 {_MOST_UNROLLED:,}，编译会耗尽内存；请把次数改小",
            f"regex {shown}: its counts, multiplied, are more than {_MOST_UNROLLED:,}; to compile"
            " it may use up all memory: write smaller ones",
        )
    try:
        compile_regex(source, Lexicon((), words))
    except (
        regex.error,
        ValueError,
        KeyError,
        IndexError,
        OverflowError,
        RecursionError,
        TypeError,
    ) as error:
        return _regex_text(source, error)
    return _surely_wrong(source)


def matches_everywhere(source: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a valid regex matches, if only the empty text, at every place of any text: `x*`,
    `.*`, `a|`."""
    from reportlint.core.lexicon import Lexicon
    from reportlint.patterns.rule_pattern import from_regex

    pattern = from_regex(source, Lexicon((), words)).regex
    for probe in _PROBES:
        empty = [match for match in pattern.finditer(probe, timeout=1) if not match[0]]
        if not pattern.match(probe) or not empty:
            return False
    return pattern.fullmatch("") is not None


def _surely_wrong(source: str) -> Text | None:
    """The message for a regex that compiles, but matches nothing or not what its author means; None
    if it is sound."""
    shown = shorten(source)
    bare = _CLASS.sub(" ", source)
    for pattern, zh, en in _NEVER:
        if pattern.search(bare):
            return Text(f"正则 {shown} 永远匹配不到：{zh}", f"regex {shown} never matches: {en}")
    if _INNER_EDGE.search(source):
        return Text(
            f"正则 {shown} 永远匹配不到：汉字之间没有 \\b",
            f"regex {shown} never matches: there is no \\b between Han characters",
        )
    if _WIDE_BAR.search(bare):
        return Text(
            f"正则 {shown} 里的“｜”是全角的，要写成半角的 |；如果就是要找“｜”，写成 [｜]",
            f"“｜” in the regex {shown} has full width: write |; if you mean the character, write"
            f" [｜]",
        )
    if _WIDE_GROUP.search(bare):
        return Text(
            f"正则 {shown} 里的括号是全角的，不能分组，要写成半角的 ( )",
            f"the brackets in the regex {shown} have full width and group nothing: write ( )",
        )
    return None


def _typed_for(what: str, source: str) -> str:
    """The full-width bracket in `source` that was typed for a missing one, followed by the missing
    one; "" if there is none."""
    for error, pairs in _WIDE_FOR.items():
        if what.startswith(error):
            return next((pair for pair in pairs if pair[0] in source), "")
    return ""


def _regex_text(source: str, error: Exception) -> Text:
    at = getattr(error, "pos", None)
    what = str(getattr(error, "msg", None) or type(error).__name__)
    zh = in_chinese(what)
    shown = shorten(source)
    wide = _typed_for(what, source)
    if wide:
        return Text(
            f"正则 {shown} 里的“{wide[0]}”是全角的，写成半角的 {wide[1]}",
            f"“{wide[0]}” in the regex {shown} has full width: write {wide[1]}",
        )
    if isinstance(at, int):
        return Text(
            f"正则 {shown} 第 {at + 1} 个字符处有误：{zh}",
            f"bad regex {shown} at character {at + 1}: {what}",
        )
    return Text(f"正则 {shown} 有误：{zh}", f"bad regex {shown}: {what}")
