"""Check a node against its declared fields and convert it to plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.config import node as nodes
from reportlint.config.keyboard import (
    all_english_for,
    brace_of_full_width,
    english_for,
    half_width,
)
from reportlint.config.list_slips import rest_slip
from reportlint.config.node import Node
from reportlint.config.problems import Problems, meant, shorten
from reportlint.config.regexes import bad_regex
from reportlint.config.scalar_slips import bare_number, map_for_text, several_choices, shape_of
from reportlint.config.slips import SOUGHT, slip_in_regex, slip_in_text
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import LANGUAGES, Text

SCALARS = frozenset(
    {schema.TEXT, schema.REGEX, schema.URL, schema.FLAG, schema.NUMBER, schema.CHOICE, schema.PLACE}
)
KEY = Text("键", "key")
_ADDRESS = lazy(r"https?://[^\s\x00-\x20\x7f-\xa0<>\"'`\\^{|}]+")

_WITHOUT = lazy(
    r"(?:no |no-|!|-|~|except |without |exclude |不查|不含|除了|非|不)\s*([a-z][a-z1-6-]*)\Z"
)

TEXTS = "texts"  # a mapping of texts; messages do not show its shape
_SHAPED = frozenset({schema.LIST, schema.MAP, schema.RECORD, schema.SWITCH})
_EXPECTED = {
    schema.TEXT: Text("文字", "a text"),
    schema.REGEX: Text("正则表达式", "a regular expression"),
    schema.URL: Text("网址", "an address"),
    schema.FLAG: Text(" true 或 false", "true or false"),
    schema.NUMBER: Text("整数，可以是 0", "a whole number of 0 or more"),
    schema.LOCAL: Text("文字，或 zh、en 两个键", "a text, or the keys zh and en"),
    schema.LIST: Text("列表", "a list"),
    schema.MAP: Text("键值表", "a mapping"),
    TEXTS: Text("键值表", "a mapping"),
    schema.RECORD: Text("键值表", "a mapping"),
    schema.SWITCH: Text(" off 或键值表", "off or a mapping"),
    schema.PHRASES: Text(
        "文字、列表，或 any、regex 两个键", "a text, a list, or the keys any and regex"
    ),
    schema.CHOICE: Text("文字", "a text"),
    schema.PLACE: Text("文字", "a text"),
}

_WORDS = schema.listed("文字", "literals", schema.text("文字", "a literal"))
_REGEXES = schema.listed("正则表达式", "regexes", schema.regex("正则表达式", "a regex"))
PHRASES: Mapping[str, Field] = {"any": _WORDS, "regex": _REGEXES}


class Checker:
    """A checker of the nodes of one file. Errors are added to `problems`; an invalid value becomes
    None.

    With `partial`, required keys may be missing and a switch may be `on`, because the record only
    changes another record.
    """

    def __init__(
        self,
        problems: Problems,
        words: Mapping[str, tuple[str, ...]] | None = None,
        partial: bool = False,
    ) -> None:
        self.problems = problems
        self.words = words or {}
        self.partial = partial
        self._checks: Mapping[str, Callable[[Node, Field, str], Any]] = {
            schema.TEXT: self.text,
            schema.REGEX: self.regex,
            schema.URL: self.url,
            schema.FLAG: self.flag,
            schema.NUMBER: self.number,
            schema.CHOICE: self.choice,
            schema.PLACE: self.place,
            schema.LOCAL: self.local,
            schema.LIST: self.list_of,
            schema.MAP: self.map_of,
            schema.RECORD: lambda node, field, name: self.record(node, field.fields, name),
            schema.SWITCH: self.switch,
            schema.PHRASES: self.phrases,
            schema.ANY: lambda node, field, name: nodes.plain_data(node),
        }

    def value(self, node: Node, field: Field, name: str) -> Any:
        """The plain data of `node`, the value of the key `name`; None if it is invalid."""
        return self._checks[field.type](node, field, name)

    def record(
        self, node: Node, fields: Mapping[str, Field], name: str, also: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The data of the valid keys of a mapping, without defaults; the keys in `also` are left to
        the caller."""
        if node.kind != nodes.MAP and not node.null:
            self.wrong(node, name, schema.RECORD)
            return {}
        data: dict[str, Any] = {}
        present = set()
        last_unknown = node
        for key, value in node.pairs:
            present.add(key.text)
            field = fields.get(key.text)
            if field is not None:
                plain = self.value(value, field, key.text)
                if plain is not None:
                    data[key.text] = plain
            elif key.text not in also:
                known = (*fields, *also)
                self.problems.unknown(key, KEY, key.text, known)
                present.add(meant(key.text, known))  # so that this key is not reported as missing
                last_unknown = key
        for key_name, field in fields.items():
            if field.required and not self.partial and key_name not in present:
                self.missing(last_unknown, key_name)  # listed after its likely cause
        return data

    def missing(self, node: Node, name: str) -> None:
        """Add a problem that a key is missing, with an example of its form."""
        shape = shape_of(name, is_map=True)
        zh, en = (f"，写成 {shape.zh}", f"; write {shape.en}") if shape else ("", "")
        self.problems.add(node, f"缺少必填的键“{name}”{zh}", f"missing key “{name}”{en}")

    def wrong(self, node: Node, name: str, expected: str, likely: str = "") -> Any:
        """Add a problem that the value of `name` does not have the type `expected`; `likely` is the
        value that its author may have meant. Return None."""
        want = _EXPECTED[expected]
        if node.null:
            self.problems.add(
                node,
                f"“{name}”没有值；应为{want.zh}",
                f"“{name}” has no value; it must be {want.en}",
            )
            return None
        cure = self._cure(node, name, expected, likely)
        if cure is not None:
            self.problems.add_text(node, cure)
            return None
        got = {
            nodes.SCALAR: Text(f"“{shorten(node.text)}”", f"“{shorten(node.text)}”"),
            nodes.LIST: Text("列表", "a list"),
            nodes.MAP: Text("键值表", "a mapping"),
        }[node.kind]
        zh_end, en_end = (
            (f"；是不是 {likely}？", f"; did you mean {likely}?") if likely else ("", "")
        )
        self.problems.add(
            node,
            f"“{name}”应为{want.zh}，而不是{got.zh}{zh_end}",
            f"“{name}” must be {want.en}, not {got.en}{en_end}",
        )
        return None

    @staticmethod
    def _cure(node: Node, name: str, expected: str, likely: str) -> Text | None:
        """The evident mistake of the author and its correction; None if it is not known."""
        want = _EXPECTED[expected]
        if expected in {schema.TEXT, schema.LOCAL, schema.REGEX}:
            return map_for_text(node, name, want)
        if expected not in _SHAPED:
            return None
        if node.kind == nodes.SCALAR and "：" in node.text and expected != schema.LIST:
            shown = shorten(node.text.replace("：", ": "))
            return Text(
                f"冒号是全角的；写成半角，后面空一格：{shown}",
                f"the colon has full width; write one of half width and a space: {shown}",
            )
        shape = shape_of(name, is_map=expected == schema.MAP)
        if likely or shape is None:
            return None
        return Text(
            f"“{name}”应为{want.zh}，写成 {shape.zh}",
            f"“{name}” must be {want.en}; write {shape.en}",
        )

    # One method for each field type; each returns the plain data, or None if the node is invalid.

    def text(self, node: Node, field: Field, name: str) -> Any:
        if node.kind != nodes.SCALAR or node.null:
            return self.wrong(node, name, field.type)
        if nodes.looks_typed(node):
            shown = shorten(node.text)
            self.problems.add(
                node,
                f"“{name}”应为文字；如果指的是文字 {shown}，请加引号：'{shown}'",
                f"“{name}” must be a text; if you mean the text {shown}, quote it: '{shown}'",
            )
            return None
        return node.text

    def regex(self, node: Node, field: Field, name: str) -> Any:
        source = self.text(node, field, name)
        if source is None:
            return None
        message = bad_regex(source, self.words)
        if message is not None:
            self.problems.add_text(node, message)
            return None
        return source

    def url(self, node: Node, field: Field, name: str) -> Any:
        address = self.text(node, field, name)
        if address is None or _ADDRESS.fullmatch(address):
            return address
        shown = shorten(address)
        self.problems.add(
            node,
            f"“{name}”应为 http:// 或 https:// 开头的网址，没有空格和引号，而不是“{shown}”",
            f"“{name}” must be an address that begins with http:// or https://, without spaces and"
            f" quotes, not “{shown}”",
        )
        return None

    def flag(self, node: Node, field: Field, name: str) -> Any:
        if node.kind == nodes.SCALAR and node.plain and node.text in nodes.TRUE | nodes.FALSE:
            return node.text in nodes.TRUE
        word = english_for(node.text, ("true", "false")) if node.kind == nodes.SCALAR else ""
        return self.wrong(node, name, field.type, word)

    def number(self, node: Node, field: Field, name: str) -> Any:
        text = node.text
        digits = node.plain and text.isascii() and text.isdigit() and len(text) < 10
        if digits and (
            text == "0" or text[0] != "0"
        ):  # some parsers read 012 as ten, others as twelve
            return int(text)
        half = bare_number(half_width(text)) if node.kind == nodes.SCALAR else ""
        meant_so = half.isdigit() and (half != text or not node.plain)
        return self.wrong(node, name, field.type, half if meant_so else "")

    def choice(self, node: Node, field: Field, name: str) -> Any:
        if node.kind != nodes.SCALAR:
            return self.wrong(node, name, field.type)
        if node.text in field.choices:
            return node.text
        for word, spellings in (("off", nodes.OFF), ("on", nodes.ON)):
            if word in field.choices and node.text in spellings:
                return word
        zh, en = "、".join(field.choices), ", ".join(field.choices)
        if node.null:
            self.problems.add(
                node,
                f"“{name}”没有值；只能是 {zh}",
                f"“{name}” has no value; it must be one of {en}",
            )
            return None
        near = all_english_for(node.text, field.choices) or (meant(node.text, field.choices),)
        shown = shorten(node.text)
        zh_near, en_near = "”或“".join(near), "” or “".join(near)
        zh_end = f"；是不是“{zh_near}”？" if zh_near else ""
        en_end = f"; did you mean “{en_near}”?" if en_near else ""
        self.problems.add(
            node,
            f"“{name}”只能是 {zh}，而不是“{shown}”{zh_end}",
            f"“{name}” must be one of {en}, not “{shown}”{en_end}",
        )
        return None

    def place(self, node: Node, field: Field, name: str) -> Any:
        words = node.text.split()
        negated = words[:1] == ["not"] and any(
            choice.startswith("not ") for choice in field.choices
        )
        bare = words[int(negated) :]
        if (
            node.kind == nodes.SCALAR
            and len(bare) == 1
            and bare[0].startswith("section:")
            and len(bare[0]) > len("section:")
        ):
            return " ".join(words)
        if node.kind == nodes.SCALAR and " ".join(words) in field.choices:
            return " ".join(words)
        if self._report_unsupported_form(node, field):
            return None
        shown = tuple(choice for choice in field.choices if not choice.startswith("not "))
        return self.choice(node, field._replace(choices=(*shown, "section:<id>")), name)

    def _report_unsupported_form(self, node: Node, field: Field) -> bool:
        """Add a problem if a place is written in an unsupported form (no quote, section：x). Return
        whether it is."""
        if node.text.startswith("section："):
            near = half_width(node.text)
            self.problems.add(
                node,
                f"冒号用半角的，后面不空格：{near}",
                f"the colon is of half width, without a space: {near}",
            )
            return True
        without = _WITHOUT.match(node.text)
        if without is None or f"not {without[1]}" not in field.choices:
            return False
        shown = shorten(node.text)
        self.problems.add(
            node,
            f"不查某处写成 not {without[1]}，而不是“{shown}”",
            f"a place that is not looked at is written not {without[1]}, not “{shown}”",
        )
        return True

    def local(self, node: Node, field: Field, name: str) -> Any:
        if node.kind == nodes.SCALAR:
            brace = brace_of_full_width(node.text) if node.plain else None
            if brace is not None:
                self.problems.add_text(node, brace)
                return None
            text = self.text(node, field, name)
            return None if text is None else {"": text}
        if node.kind != nodes.MAP or not node.pairs:
            return self.wrong(node, name, field.type)
        key, value = node.pairs[0]
        if len(node.pairs) == 1 and value.null and key.plain and key.text not in LANGUAGES:
            return {"": f"{{{key.text}}}"}  # `message: {found}` needs no quotes
        texts = {language: Field(schema.TEXT, field.doc) for language in LANGUAGES}
        return self.record(node, texts, name)

    def list_of(self, node: Node, field: Field, name: str) -> Any:
        item = field.item or Field(schema.ANY, field.doc)
        if node.null:
            return []
        if node.kind == nodes.SCALAR and item.type in SCALARS:
            values = [self.entry(node, item, name, parted=True)]
        elif node.kind == nodes.LIST:
            values = [self.entry(entry, item, name, parted=node.flow) for entry in node.items]
        else:
            return self.wrong(node, name, field.type)
        rest = rest_slip(node.items) if name in SOUGHT and item.type == schema.TEXT else None
        if rest is not None:
            self.problems.add_text(*rest)
        return [value for value in values if value is not None]

    def entry(self, node: Node, item: Field, name: str, *, parted: bool) -> Any:
        """The plain data of a list entry. `parted`: commas separate it from other entries, or it
        stands in place of a list."""
        slip = None
        if item.type == schema.TEXT:
            slip = slip_in_text(node, name, parted=parted)
        elif item.type == schema.REGEX:
            slip = slip_in_regex(node, name, parted=parted)
        elif item.type in {schema.CHOICE, schema.PLACE} and parted:
            slip = several_choices(node, item)
        if slip is not None:
            self.problems.add_text(node, slip)
            return None
        return self.value(node, item, name)

    def map_of(self, node: Node, field: Field, name: str) -> Any:
        if node.null:
            return {}
        item = field.item or Field(schema.ANY, field.doc)
        if node.kind != nodes.MAP:
            is_table = item.type != schema.TEXT  # `fields` of an example map to texts
            return self.wrong(node, name, field.type if is_table else TEXTS)
        values = {key.text: self.value(value, item, key.text) for key, value in node.pairs}
        return {key: value for key, value in values.items() if value is not None}

    def switch(self, node: Node, field: Field, name: str) -> Any:
        if node.kind == nodes.SCALAR and node.text in nodes.OFF:
            return False
        if node.kind == nodes.SCALAR and node.text in nodes.ON and self.partial:
            return True
        item = field.item or Field(schema.RECORD, field.doc)
        if item.type in {schema.RECORD, schema.MAP} and node.kind != nodes.MAP:
            return self.wrong(node, name, field.type)
        return self.value(node, item, name)

    def phrases(self, node: Node, field: Field, name: str) -> Any:
        if node.kind == nodes.MAP:
            return {"any": [], "regex": [], **self.record(node, PHRASES, name)}
        if node.kind == nodes.SCALAR and node.null:
            return self.wrong(node, name, field.type)
        return {"any": self.list_of(node, _WORDS, name) or [], "regex": []}
