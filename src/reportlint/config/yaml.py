"""YAML text → nodes. The only module that knows ruamel.yaml.

The nodes are composed here from the parser's events and not by ruamel.yaml, since only so can the
file be held to what a configuration needs: no tags, no aliases that multiply, no duplicate keys, no
endless depth, and a place for all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.config.keyboard import wide_mark
from reportlint.config.node import LIST, MAP, SCALAR, Node
from reportlint.config.plain_messages import quoted_messages
from reportlint.config.problems import Problems, check_characters, shorten
from reportlint.core.errors import Problem, UserError
from reportlint.core.span import LineIndex
from reportlint.core.text import Text

MAX_DEPTH = 40
MAX_NODES = 100_000  # with every alias counted as what it stands for
MAX_LENGTH = 1_000_000  # code points of a file; the parser takes two or three seconds for so many

# Keys that stand in some file of a user's: behind one of them a colon of full width was meant for
# YAML.
KEYS = frozenset(
    "after aliases allow any at bad blanks closing description either encoding examples exclude"
    " extends extra first"
    " files format good groups id ignore ignore-case kind lead list language markers max message"
    " min must must-not name"
    " en of opening order overrides patterns path per prefer prompts reason recognise regex"
    " replace required requires"
    " rule rules safe scope section sections severity source style text then title type unit"
    " unless when where why"
    " within words write yields-to zh".split()
)
_STRING_TAG = "tag:yaml.org,2002:str"

# What the parser says → what to do about it, by how its message begins; the rest is passed on as it
# is.
_ADVICE = (
    (
        "mapping values are not allowed",
        "这里不能再出现冒号；含冒号的文字请加引号",
        "a colon cannot stand here; put text that holds one in quotes",
    ),
    ("found character '\\t'", "缩进不能用制表符，请用空格", "tabs cannot indent; use spaces"),
    ("found unexpected end of stream", "引号没有闭合", "a quote is not closed"),
    ("could not find expected ':'", "键后面缺冒号", "a key without its colon"),
    (
        "expected <block end>",
        "缩进不齐，或列表与键值混在一起",
        "uneven indent, or a list mixed with keys",
    ),
    (
        "expected ',' or ']'",
        "方括号列表没有闭合或缺逗号",
        "a list in brackets is not closed or lacks a comma",
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
_QUOTED = re.compile(r"""\s*(?:- )?[\w-]+:\s+(?:"[^"]*"|'[^']*')\s*[^\s#]""")
_OPEN = ("found unexpected end of stream", "expected ',' or")


def parse(text: str, path: str, *, any_character: bool = False) -> Node:
    """The root of a YAML file; a file without content is a null scalar at 1:1.

    Without `any_character`, a NUL and one half of a surrogate pair are problems: no name of a file
    can hold them. Raises UserError for a syntax error (the parser stops at the first) or with all
    duplicate keys, tags and bad aliases. A file that is no YAML is read again with quotes around
    its messages, and looked through for what a Chinese keyboard types.
    """
    source = text.removeprefix("\ufeff")
    index = LineIndex(source)
    problems = Problems(path)
    if len(source) > MAX_LENGTH:
        problems.add(
            Node(SCALAR, 1, 1),
            f"文件过大：超过 {MAX_LENGTH} 个字符",
            f"too large: more than {MAX_LENGTH} characters",
        )
        problems.check()
    try:
        root = _root(source, path, index, any_character)
    except UserError as error:
        root = _root_with_cures(source, path, index, any_character, error)
    if (root.kind == SCALAR and root.plain and not root.null) or _has_wide_key(root):
        _raise_wide_mark(source, path, index)
    return root


def _has_wide_key(node: Node) -> bool:
    """Whether a key holds a mark of full width: a colon that parts nothing, or a space that indents
    nothing."""
    return (
        any("：" in key.text or key.text[:1] == "\u3000" for key, _ in node.pairs)
        or any(map(_has_wide_key, node.items))
        or any(_has_wide_key(value) for _, value in node.pairs)
    )


def _root(source: str, path: str, index: LineIndex, any_character: bool) -> Node:
    problems = Problems(path)
    root = _Composer(_events(source, path, index), index, problems, any_character).document()
    problems.check()
    return root


def _root_with_cures(
    source: str, path: str, index: LineIndex, any_character: bool, error: UserError
) -> Node:
    """The root of a file that could not be read for `error`, once its messages are quoted. Raises
    UserError with the true cause."""
    quoted = quoted_messages(source)
    if quoted != source:
        try:
            return _root(quoted, path, LineIndex(quoted), any_character)
        except UserError as second:
            if second.problems[0].line > error.problems[0].line:
                error = second
    _raise_wide_mark(source, path, index)
    raise error


def _raise_wide_mark(source: str, path: str, index: LineIndex) -> None:
    """Raise UserError where a mark of full width is what keeps a file from being read."""
    found = wide_mark(source, KEYS)
    if found is not None:
        at, message = found
        raise UserError([Problem(message, path, *index.position(at))])


def _events(source: str, path: str, index: LineIndex) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    # Always the pure parser: the one in C takes files that this one refuses, and a rule must not
    # load on one machine only.
    parser = YAML(typ="safe", pure=True)
    last = 0
    try:
        for event in parser.parse(source):
            last = event.end_mark.index
            yield event
    except YAMLError as error:
        raise UserError([_syntax(error, source, path, index)]) from error
    except (
        ValueError,
        OverflowError,
        IndexError,
        AttributeError,
        TypeError,
        AssertionError,
        NotImplementedError,
    ) as error:
        # What ruamel.yaml lets through on odd input, such as "\U99999999"; the place is that of
        # what was last in order.
        at = index.position(min(last, index.length))
        raise UserError(
            [Problem(Text("从这里起 YAML 语法有误", "bad YAML from here on"), path, *at)]
        ) from error


def _syntax(error: Any, source: str, path: str, index: LineIndex) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a ReaderError: a character that YAML forbids
        offset = min(getattr(error, "position", 0), index.length)
        code = f"U+{ord(source[offset]):04X}" if offset < index.length else ""
        message = Text(f"YAML 不允许的字符 {code}", f"a character that YAML does not allow: {code}")
        return Problem(message, path, *index.position(offset))
    what = str(getattr(error, "problem", None) or "").strip()
    if what.startswith(
        _OPEN
    ):  # the end is where the parser noticed, the start where the author must look
        mark = getattr(error, "context_mark", None) or mark
    advice = ((what[:1], *_BEHIND_QUOTE),) if _behind_quote(source, mark.line) else _ADVICE
    if what.startswith("mapping values") and _is_deeper(source.splitlines(), mark.line):
        advice = ((what[:1], *_DEEPER),)
    for start, zh, en in advice:
        if what.startswith(start):
            return Problem(
                Text(f"YAML 语法错误：{zh}", f"bad YAML: {en}"),
                path,
                *index.position(min(mark.index, index.length)),
            )
    return Problem(
        Text(f"YAML 语法错误：{what}", f"bad YAML: {what}"),
        path,
        *index.position(min(mark.index, index.length)),
    )


def _behind_quote(source: str, number: int) -> bool:
    """Whether the line of a syntax error has a value in quotes with something behind it."""
    lines = source.splitlines()
    return number < len(lines) and _QUOTED.match(lines[number]) is not None


def _is_deeper(lines: list[str], number: int) -> bool:
    """Whether a line is indented more than the one above, which has its value already."""
    above = lines[number - 1] if 0 < number < len(lines) else ""
    indents = [
        len(line) - len(line.lstrip(" ")) for line in (above, lines[number] if above else "")
    ]
    return indents[0] < indents[1] and ": " in above


def _with_whole_pairs(text: str) -> str:
    """`text` with both halves of a surrogate pair as the one character that they are, as JSON
    writes it: "\\ud83d\\ude00"."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


class _Composer:
    """Makes one document of the events."""

    def __init__(
        self, events: Iterator[Any], index: LineIndex, problems: Problems, any_character: bool
    ) -> None:
        self.any_character = any_character
        self.events = events
        self.index = index
        self.problems = problems
        self.anchors: dict[
            str, tuple[Node, int] | None
        ] = {}  # None while the anchor's own node is still open
        self.count = 0

    def document(self) -> Node:
        root = Node(SCALAR, 1, 1, plain=True)
        documents = 0
        for event in self.events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                documents += 1
                if documents == 2:
                    place = self.place(event)
                    self.problems.add(
                        place,
                        "一个文件里只能有一份 YAML 文档",
                        "more than one YAML document in a file",
                    )
                    return root
            elif not name.startswith(("Stream", "Document")):
                root = self.node(event, 0)
        return root

    def place(self, event: Any) -> Node:
        """An empty scalar where `event` begins."""
        line, column = self.index.position(min(event.start_mark.index, self.index.length))
        return Node(SCALAR, line, column, plain=True)

    def node(self, event: Any, depth: int) -> Node:
        at = self.place(event)
        self.grow(at, 1)
        if depth > MAX_DEPTH:
            self.stop(at, f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} deep")
        name = type(event).__name__
        if name == "AliasEvent":
            return self.alias(event, at)
        tag = str(event.tag or "")
        if tag not in {"", "!", _STRING_TAG}:
            shown = shorten(tag.replace("tag:yaml.org,2002:", "!!"))
            self.problems.add(at, f"不接受标签 {shown}", f"tags are not accepted: {shown}")
        before = self.count
        if event.anchor:
            self.anchors[event.anchor] = None
        if name == "ScalarEvent":
            text = _with_whole_pairs(event.value)
            node = at._replace(text=text, plain=event.style is None and not tag)
            if not self.any_character:
                check_characters(node, self.problems)
        elif name == "SequenceStartEvent":
            flow = bool(event.flow_style)
            node = at._replace(kind=LIST, items=tuple(self.items(depth)), flow=flow)
        else:
            node = at._replace(kind=MAP, pairs=tuple(self.pairs(depth)))
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before + 1)
        return node

    def items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if type(event).__name__ == "SequenceEndEvent":
                return
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[Node, Node]]:
        seen: dict[str, Node] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                return
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if key.kind != SCALAR:
                self.problems.add(key, "键必须是文字", "a key must be a text")
                continue
            first = seen.setdefault(key.text, key)
            if first is not key:
                name = shorten(key.text)
                self.problems.add(
                    key,
                    f"键“{name}”重复，第 {first.line} 行已有",
                    f"duplicate key “{name}”, already on line {first.line}",
                )
                continue
            yield key, value

    def alias(self, event: Any, at: Node) -> Node:
        name = shorten(str(event.anchor))
        target = self.anchors.get(event.anchor)
        if target is None:
            if event.anchor in self.anchors:
                self.stop(
                    at, f"别名 *{name} 指向它自己", f"the alias *{name} stands inside what it names"
                )
            self.problems.add(at, f"没有名为 &{name} 的锚点", f"no anchor &{name} before its alias")
            return at
        self.grow(at, target[1])
        return target[0]._replace(line=at.line, column=at.column)

    def grow(self, at: Node, by: int) -> None:
        self.count += by
        if self.count > MAX_NODES:
            self.stop(
                at, f"文件过大：超过 {MAX_NODES} 个值", f"too large: more than {MAX_NODES} values"
            )

    def stop(self, at: Node, zh: str, en: str) -> None:
        """Give up on the file: going on would cost too much."""
        self.problems.add(at, zh, en)
        self.problems.check()
