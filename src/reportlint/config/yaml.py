"""Parse YAML text into nodes. Except `add_ignores`, the only module that uses ruamel.yaml.

The nodes are composed here from the parser's events instead of by ruamel.yaml, because this allows
the checks that a configuration needs: no tags, no aliases that multiply, no duplicate keys, limited
depth, and a position for every value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.config.copied_slips import unseen, without_copied
from reportlint.config.keyboard import wide_mark
from reportlint.config.node import (
    LIST,
    MAP,
    MAX_DEPTH,
    MAX_LENGTH,
    SCALAR,
    TOO_DEEP,
    TOO_LONG,
    Node,
)
from reportlint.config.problems import Problems, check_characters, shorten
from reportlint.config.yaml_errors import syntax_problem
from reportlint.core.errors import Problem, UserError
from reportlint.core.span import LineIndex
from reportlint.core.text import Text

MAX_NODES = 100_000  # an alias counts as all nodes of its target
_TOO_MANY = Text(f"文件过大：超过 {MAX_NODES} 个值", f"too large: more than {MAX_NODES} values")

# Keys that occur in some file of a user: a full-width colon after one of them was meant for YAML.
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
_SHOWN_KEY = r"(?:message|why|name|description|write)"
# A text that begins with a field ({found} is …) or holds a colon and a space.
_WHOLE_MESSAGE = re.compile(
    rf"^(\s*(?:{_SHOWN_KEY}|zh|en):[ ]+)(\{{[a-z-]+\}}.*|\{{\{{.*|[^'\"\[｛［{{|>&*!%#@`\s].*: .*)$"
)
_IN_BOTH = re.compile(rf"^(\s*{_SHOWN_KEY}:[ ]+\{{\s*)(?:zh: (.*?), *en: (.*?))(\s*\}}\s*)$")
_IN_ONE = re.compile(rf"^(\s*{_SHOWN_KEY}:[ ]+\{{\s*)(zh|en): ((?!.*\b(?:zh|en): ).*?)(\s*\}}\s*)$")


def parse(text: str, path: str, *, any_character: bool = False) -> Node:
    """The root of a YAML file; a file without content is a null scalar at 1:1.

    Raises UserError for a syntax error (the parser stops at the first), or with all duplicate keys,
    tags and bad aliases. Without `any_character`, a NUL and half of a surrogate pair are problems
    too, because no file name can hold them. A file that is not valid YAML is parsed again with its
    messages in quotes, and is searched for the slips of a Chinese keyboard.
    """
    source = text.removeprefix("\ufeff")
    index = LineIndex(source)
    if len(source) > MAX_LENGTH:
        raise UserError.of(TOO_LONG, path, 1, 1)
    try:
        root = _root(source, path, index, any_character)
    except UserError as error:
        root = _root_with_cures(source, path, index, any_character, error)
    if (root.kind == SCALAR and root.plain and not root.null) or _has_wide_key(root):
        _raise_wide_mark(source, path, index)
    return root


def _has_wide_key(node: Node) -> bool:
    """Whether a key has a full-width colon or begins with a full-width space, which YAML does not
    take as separator or indent."""
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
    """The root of a file that could not be parsed because of `error`, parsed again with its
    messages in quotes. Raises UserError with the true cause."""
    _raise_copied(source, path, index, error.problems[0])
    quoted = quoted_messages(source)
    if quoted != source:
        try:
            return _root(quoted, path, LineIndex(quoted), any_character)
        except UserError as second:
            if second.problems[0].line > error.problems[0].line:
                error = second
    _raise_wide_mark(source, path, index)
    raise error


def _raise_copied(source: str, path: str, index: LineIndex, first: Problem) -> None:
    """Raise UserError if a copied line or a special space makes the file invalid: without it the
    first problem is gone, or comes later."""
    for at, bare, message in without_copied(source):
        try:
            _root(bare, path, LineIndex(bare), any_character=True)
        except UserError as error:
            if error.problems[0].line <= first.line:
                continue
        raise UserError.of(message, path, *index.position(at))


def _raise_wide_mark(source: str, path: str, index: LineIndex) -> None:
    """Raise UserError for the first full-width mark that is wrong in YAML, if there is one."""
    mark = wide_mark(source, KEYS)
    if mark is not None:
        at, message = mark
        raise UserError.of(message, path, *index.position(at))


def _events(source: str, path: str, index: LineIndex) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    # Always the pure parser: the C parser accepts files that this one rejects, and a rule must not
    # load on some machines only.
    parser = YAML(typ="safe", pure=True)
    last = 0
    try:
        for event in parser.parse(source):
            last = event.end_mark.index
            yield event
    except YAMLError as error:
        raise UserError([syntax_problem(error, source, path, index)]) from error
    except (
        ValueError,
        OverflowError,
        IndexError,
        AttributeError,
        TypeError,
        AssertionError,
        NotImplementedError,
    ) as error:
        # ruamel.yaml raises these for odd input, such as "\U99999999"; the position is that of the
        # last event without an error.
        at = index.position(min(last, index.length))
        raise UserError.of(
            Text("从这里起 YAML 语法有误", "bad YAML from here on"), path, *at
        ) from error


def _with_whole_pairs(text: str) -> str:
    """`text` with each surrogate pair, which JSON writes as "\\ud83d\\ude00", replaced by the
    character that it encodes."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


class _Composer:
    """Composer of one document from the events."""

    def __init__(
        self, events: Iterator[Any], index: LineIndex, problems: Problems, any_character: bool
    ) -> None:
        self.any_character = any_character
        self.events = events
        self.index = index
        self.problems = problems
        self.anchors: dict[
            str, tuple[Node, int] | None
        ] = {}  # None while the node of the anchor is incomplete
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
        """An empty scalar at the start of `event`."""
        line, column = self.index.position(min(event.start_mark.index, self.index.length))
        return Node(SCALAR, line, column, plain=True)

    def node(self, event: Any, depth: int) -> Node:
        at = self.place(event)
        self.grow(at, 1)
        if depth > MAX_DEPTH:
            self.stop(at, TOO_DEEP)
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
            flow = bool(event.flow_style)
            node = at._replace(kind=MAP, pairs=tuple(self.pairs(depth)), flow=flow)
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
            hidden = unseen(key.text)
            if hidden is not None:
                self.problems.add_text(key, hidden)
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
                    at,
                    Text(
                        f"别名 *{name} 指向它自己",
                        f"the alias *{name} stands inside what it names",
                    ),
                )
            self.problems.add(
                at,
                f"没有名为 &{name} 的锚点；文字以 * 开头要加引号：'*{name}'",
                f"no anchor &{name} before its alias; put a text that begins with * in quotes:"
                f" '*{name}'",
            )
            return at
        self.grow(at, target[1])
        return target[0]._replace(line=at.line, column=at.column)

    def grow(self, at: Node, by: int) -> None:
        self.count += by
        if self.count > MAX_NODES:
            self.stop(at, _TOO_MANY)

    def stop(self, at: Node, message: Text) -> None:
        """Add a problem and raise UserError at once, because reading on would cost too much."""
        self.problems.add_text(at, message)
        self.problems.check()


def quoted_messages(source: str) -> str:
    """`source` with its unquoted messages in quotes; the line numbers stay the same."""
    return "\n".join(map(_quoted_line, source.split("\n")))


def _quoted_line(line: str) -> str:
    both = _IN_BOTH.match(line)
    if both:
        start, zh, en, end = both.groups()
        return f"{start}zh: {_quoted(zh)}, en: {_quoted(en)}{end}"
    match = _IN_ONE.match(line)
    if match:
        start, language, text, end = match.groups()
        return f"{start}{language}: {_quoted(text)}{end}"
    whole = _WHOLE_MESSAGE.match(line)
    return whole[1] + _quoted(whole[2].rstrip()) if whole else line


def _quoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
