"""Checks of a rule's content for contradictions and for demands that no report can meet. Examples:
a wrong word that is right elsewhere, a value that is not allowed, a regex without the group that is
compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.list_slips import either_of
from reportlint.config.problems import shorten
from reportlint.core.characters import HAN, NUMERALS
from reportlint.core.text import Text

Complaint = tuple[str, Text]
_MOST_IN_NAME = 30  # maximum code points of a short name
_LATIN = "\u2e80"  # words of characters below it are matched as whole words
_LITERAL = re.compile(r"[\w /.:-]+")
_DATE_PARTS = re.compile(r"[Yy]{4}|年年|MM|DD")
MARKED_TITLE = re.compile(rf"#+[ \t]*|[{NUMERALS}]+、\s*|（[{NUMERALS}]+）\s*|\d+[.．、]\s*(?!\d)")
_HARDEST, _EASIEST = 0, 122  # the range of the Flesch reading ease
_GROUPED = {"reference": ("uses", "defines"), "comparison": ("of", "with", "with-file")}
_GROUP = re.compile(r"\\\d|\\g<")
_REGEX = re.compile(r"\(\?[:=!<P]|\\[dwsbDWSBp]|\.[*+]|\([^()|\s]+\|[^()]*\)|\[\^")
_ARROW = re.compile(r"[→⇒➔]|[-=]>")
_NOTHING = re.compile(
    r"[（(\[【](?:此处)?(?:删去|删除|删掉|去掉|不写|不用|空|delete|remove|omit|none|nothing)[)）\]】]",
    re.I,
)
_OR = re.compile(f"([{HAN}]{{2,6}})或者?([{HAN}]{{2,6}})")


def complaints_of_content(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """The probable mistakes in the data of a rule, each with the key at fault."""
    yield from _name(data)
    yield from _circles(data)
    yield from _wrong_again(data)
    yield from complaints_of_swap(data)
    yield from _twice(data)
    yield from _never(data)
    yield from _ungrouped(data)
    yield from _compared(data)
    yield from _titles(data)
    yield from _whole_match(data)
    yield from _fields(data)


def _name(data: Mapping[str, Any]) -> Iterator[Complaint]:
    for text in (data.get("name") or {}).values():
        if len(text) > _MOST_IN_NAME:
            yield (
                "name",
                Text(
                    f"name 是简称，最多 {_MOST_IN_NAME} 字；要说的话写在 message 和 why 里",
                    f"name is a short name, of at most {_MOST_IN_NAME} characters; what is to be"
                    " said stands in message and why",
                ),
            )


def _circles(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Texts that are right in one place and wrong in another, so that a correction is itself
    wrong."""
    for key in ("swap", "prefer"):
        pairs = list(_corrections(key, data.get(key) or {}))
        all_wrong = {wrong_text for wrong_text, right in pairs if wrong_text != right}
        for wrong_text, right in pairs:
            if right in all_wrong and right != wrong_text:
                yield (
                    key,
                    Text(
                        f"“{right}”一处算对、一处算错，改来改去没有头",
                        f"“{right}” is right in one place and wrong in another",
                    ),
                )
                return


def _corrections(key: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The pairs of wrong and right text in the table of `swap` or `prefer`."""
    for name, others in table.items():
        for other in [others] if isinstance(others, str) else others or ():
            yield (name, str(other)) if key == "swap" else (str(other), name)


def _wrong_again(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Corrections that contain the wrong text, so that they would be reported again."""
    if data.get("unless"):
        return
    for key, wrong, right in _replaced(data):
        is_held = wrong in right != wrong and wrong[-1:] > _LATIN
        if is_held and not any(right in text for text in data.get("allow") or ()):
            yield (
                key,
                Text(
                    f"改成“{right}”还会再报，因为里面有“{wrong}”；加上 allow: [{right}]",
                    f"“{right}” would be reported again, since “{wrong}” is in it; add"
                    f" allow: [{right}]",
                ),
            )


def _replaced(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The key, the wrong text and the replacement of each correction."""
    for wrong, right in _corrections("swap", data.get("swap") or {}):
        yield "swap", wrong, right
    if data.get("replace"):
        yield from (("replace", str(word), data["replace"]) for word in data.get("words") or ())


def _whole_match(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """A `match` that is literal text, which each heading would have to equal; a `replace` that has
    no effect."""
    if data.get("kind") == "capitalization":
        for source in data.get("match") or ():
            if _LITERAL.fullmatch(str(source)):
                yield (
                    "match",
                    Text(
                        f"match 是正则，“{source}”只认这几个字；各种写法用 style: sentence 等",
                        f"match is a regex, and “{source}” takes this text alone; for a case write"
                        " style: sentence or such",
                    ),
                )
    if data.get("replace") and data.get("swap") and not (data.get("words") or data.get("regex")):
        yield (
            "replace",
            Text(
                "swap 已经说了改成什么，replace 用不上；删去它",
                "swap says what is right, and replace has no use; take it out",
            ),
        )


def _twice(data: Mapping[str, Any]) -> Iterator[Complaint]:
    groups = data.get("groups")
    ids = [group.get("id") for group in groups or () if isinstance(group, Mapping)]
    for twice in sorted({str(id) for id in ids if id and ids.count(id) > 1}):
        yield "groups", Text(f"两项要求都叫“{twice}”", f"two demands are called “{twice}”")


def _never(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Rules that can find nothing: a word that is also allowed, a family without a finder, a limit
    out of range."""
    if data.get("kind") == "pattern":
        yield from _empty_families(data.get("patterns"))
    if data.get("kind") == "readability" and data.get("formula", "ease") == "ease":
        yield from _out_of_reach(data)
    words = list(data.get("words") or ())
    others = any(data.get(name) for name in ("regex", "swap", "patterns"))
    allowed = [word for word in words if word in (data.get("allow") or ())]
    if words and not others and allowed:
        shown = shorten(str(allowed[0]))
        yield (
            "allow",
            Text(
                f"“{shown}”既要找又放过，永远不报；allow 写含有它的更长的文字",
                f"“{shown}” is looked for and allowed, so it is never found; allow is a longer text"
                " with it",
            ),
        )


def _out_of_reach(data: Mapping[str, Any]) -> Iterator[Complaint]:
    limits = Text(
        f"易读度在 0 到 {_EASIEST} 之间", f"the reading ease lies between 0 and {_EASIEST}"
    )
    for key in ("min", "max"):
        if not _HARDEST <= data.get(key, _HARDEST) <= _EASIEST:
            yield key, limits


def _empty_families(patterns: Any) -> Iterator[Complaint]:
    finders = ("words", "regex", "swap", "forms", "prompts", "blanks")
    for name, family in (patterns or {}).items():
        if isinstance(family, Mapping) and not any(family.get(key) for key in finders):
            yield (
                "patterns",
                Text(
                    f"“{name}”没有 words、regex、swap，什么也不找",
                    f"“{name}” has neither words nor regex nor swap and finds nothing",
                ),
            )


def _ungrouped(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Regexes with groups of which none is named `at`; a `with-file` regex without `at`, which
    would compare the whole path."""
    for key in _GROUPED.get(str(data.get("kind")), ()):
        for source in data.get(key) or ():
            groups, is_named = _groups(str(source))
            if not is_named and (groups or key == "with-file"):
                shown = shorten(str(source))
                yield (
                    key,
                    Text(
                        f"正则 {shown}：要比的部分写成名为 at 的组 (?P<at>…)；现在比的是整个",
                        f"regex {shown}: what is compared is a group (?P<at>…); now it is the whole"
                        " match",
                    ),
                )


def _groups(source: str) -> tuple[int, bool]:
    """The number of groups in a valid regex, and whether one of them is named `at`."""
    import regex

    compiled = regex.compile(re.sub(r"\\L<\w+>", "x", source))
    return compiled.groups, "at" in compiled.groupindex


def _compared(data: Mapping[str, Any]) -> Iterator[Complaint]:
    of, other = data.get("of"), data.get("with")
    scope = data.get("scope") or ()
    is_same = of and of == other and (data.get("with-scope") or scope) == scope
    if data.get("kind") == "comparison" and is_same:
        yield (
            "with",
            Text(
                "with 和 of 是同一处，总是一样；写另一处的正则，或者用 with-scope",
                "`with` is the same place as `of`; write the regex of the other place, or a"
                " with-scope",
            ),
        )


def _titles(data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Section titles of the kind `together` that have a number or `#`, or that stand for two
    sections."""
    sections = data.get("sections") if data.get("kind") == "together" else None
    seen: dict[str, str] = {}
    for name, others in (sections or {}).items():
        marked = MARKED_TITLE.match(str(name))
        if marked and marked.end() < len(name):
            bare = shorten(name[marked.end() :])
            yield (
                "sections",
                Text(f"标题不带序号和 #：写 {bare}", f"a title has no number or #: write {bare}"),
            )
        for title in (name, *(others or ())):
            other = seen.setdefault(str(title), name)
            if other != name:
                yield (
                    "sections",
                    Text(
                        f"“{title}”同时算“{other}”和“{name}”",
                        f"“{title}” stands for both “{other}” and “{name}”",
                    ),
                )


def _fields(data: Mapping[str, Any]) -> Iterator[Complaint]:
    fields = data.get("fields")
    if data.get("kind") != "fields" or not isinstance(fields, Mapping):
        return
    for name, field in fields.items():
        if name.rstrip() != name.rstrip(" :："):
            bare = name.rstrip(" :：")
            yield "fields", Text(f"字段名不带冒号：写 {bare}", f"a name has no colon: {bare}")
        for complaint in _of_field(field or {}, fields):
            yield "fields", Text(f"“{name}”：{complaint.zh}", f"“{name}”: {complaint.en}")


def _of_field(field: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[Text]:
    if field.get("one-of") == []:
        yield Text(
            "one-of 是空的，没有一个值可用", "one-of is empty, so that no value would be right"
        )
    forms = field.get("format") or ()
    only = [forms] if isinstance(forms, str) else list(forms)
    if len(only) == 1 and _LITERAL.fullmatch(str(only[0])):
        yield _literal(shorten(str(only[0])))
    for key in ("when", "when-any"):
        for other, values in (field.get(key) or {}).items():
            allowed = (fields.get(other) or {}).get("one-of") or values
            yield from _not_allowed(str(other), values, allowed)


def _literal(form: str) -> Text:
    """The message for a `format` that is literal text instead of a regex."""
    if _DATE_PARTS.search(form):
        return Text(
            rf"format 是正则，不认 {form} 这种写法；日期写成 '\d{{4}}-\d{{2}}-\d{{2}}'",
            rf"format is a regex and knows no {form}; a date is '\d{{4}}-\d{{2}}-\d{{2}}'",
        )
    return Text(
        f"format 是正则，“{form}”只认这几个字；只许这个值写 one-of: [{form}]",
        f"format is a regex, and “{form}” takes this text alone; for one value write"
        f" one-of: [{form}]",
    )


def _not_allowed(other: str, values: Sequence[Any], allowed: Sequence[Any]) -> Iterator[Text]:
    for value in values:
        if value not in allowed:
            zh, en = "、".join(map(str, allowed)), ", ".join(map(str, allowed))
            yield Text(
                f"“{other}”不会是“{value}”，它的 one-of 只有 {zh}",
                f"“{other}” is never “{value}”: its one-of has {en}",
            )


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
