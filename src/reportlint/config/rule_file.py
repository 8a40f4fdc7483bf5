"""Read a rule file into a Rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.config.checker import KEY, Checker
from reportlint.config.examples import EXAMPLES, read_examples
from reportlint.config.field_tests import FIELD_TEST, read_field_test
from reportlint.config.known_types import KnownTypes
from reportlint.config.merge import PATTERNS, Kinds, fill
from reportlint.config.node import LIST, MAP, SCALAR, Node
from reportlint.config.problems import Problems, check_globs, check_id, meant
from reportlint.config.rule_slips import check_message_slips, complaints_of_rule
from reportlint.config.yaml import parse
from reportlint.core import schema
from reportlint.core.diagnostic import OFF, SEVERITIES, WARNING
from reportlint.core.rule import FORMATS, Example, Rule, When
from reportlint.core.schema import Field
from reportlint.core.text import A_RULE, A_TYPE, LANGUAGES, Text
from reportlint.kinds.protocol import Kind

_ID = schema.text("规则名，即文件名", "the rule's id, the same as its file name")
_GLOBS = schema.listed("路径通配符", "globs", schema.text("通配符", "a glob"))
_TYPES = schema.listed("文种", "report types", schema.text("文种", "a report type"))
_NO_MAP = {
    "": Text("规则文件是空的", "empty rule file"),
    SCALAR: Text(
        "规则文件应为键值表：每行写一个键、半角冒号、空格、值，如 kind: pattern",
        "a rule file must be a mapping: in each line a key, a colon, a space, a value, such as"
        " kind: pattern",
    ),
    LIST: Text(
        "规则文件应为键值表：一个文件写一条规则，前面不加“- ”",
        "a rule file must be a mapping: one rule a file, without “- ”",
    ),
}
_NO_TYPES = Text(
    "这个规则包里一个文种也没有；在 pack.yaml 里写 requires: [zh-official]，或别的有这个文种的包",
    "this pack has no report type; write requires: [zh-official], or another pack that has it, into"
    " pack.yaml",
)
# What a rule of Vale may have as `extends`.
_VALE = frozenset(
    "existence substitution occurrence repetition consistency conditional capitalization metric"
    " spelling sequence script".split()
)
_LANGUAGE = schema.choice("语言", "a language", LANGUAGES)
WHEN: Mapping[str, Field] = {
    "type": _TYPES,
    "language": schema.listed("正文的语言", "languages of the text", _LANGUAGE),
    "path": _GLOBS,
    "format": schema.listed(
        "文件的格式", "formats of the file", schema.choice("格式", "a format", FORMATS)
    ),
    "section": schema.listed(
        "文种里哪些节之内",
        "sections of the report type",
        schema.text("节的 id", "the id of a section"),
    ),
    **FIELD_TEST,
}
SEVERITY = schema.choice(
    "级别；off 为默认关闭",
    "the severity; off: not run unless it is switched on",
    (*SEVERITIES, OFF),
    WARNING,
)
RULE: Mapping[str, Field] = {
    "id": _ID,
    "kind": schema.text("算法", "the algorithm", required=True),
    "name": schema.localized(
        "简称，命令和配置里也认",
        "its short name; commands and configurations accept it as well",
        {},
    ),
    "severity": SEVERITY,
    "message": schema.localized(
        "报告的话，可用 {字段}", "the text of a finding; may contain {fields}", required=True
    ),
    "why": schema.localized("为什么要查", "why the rule exists", {}),
    "url": Field(schema.URL, Text("依据、说明的网址", "address of an explanation"), ""),
    "when": schema.record("何时生效", "where the rule applies", WHEN),
    "yields-to": schema.listed(
        "让给这些规则：它们报了的文字，本规则不再报",
        "rules with priority: characters that one of them reports are not reported again",
        schema.text("规则名", "a rule"),
    ),
    "examples": schema.record(
        "正反例，即规则的测试", "good and bad examples, which are the rule's tests", EXAMPLES
    ),
}


def read_rule(
    text: str,
    path: str,
    stem: str,
    pack: str,
    kinds: Kinds,
    words: Mapping[str, tuple[str, ...]],
    types: KnownTypes | None = None,
) -> Rule:
    """The rule in the file at `path`, whose stem is `stem`. `types` are the report types that it
    may name; None allows any.

    Raises UserError with all problems of the file.
    """
    node = parse(text, path)
    problems = Problems(path)
    check = Checker(problems, words)
    if node.kind != MAP:
        problems.add_text(node, _NO_MAP[LIST if node.kind == LIST else "" if node.null else SCALAR])
        problems.check()
    _check_other_files(node, problems)
    check_id(node, stem, A_RULE, problems)
    kind = _kind(node.get("kind"), kinds, problems)
    rule = _rule(
        node, kind, check, Rule(stem, pack, "", WARNING, {}, {}, {}, path=path, line=node.line)
    )
    rule = _with_type_ids(node, rule, types, problems)
    problems.check()
    return rule


def _check_other_files(node: Node, problems: Problems) -> None:
    """Raise UserError for a rule of Vale, a nested rule or a report type, because a list of unknown
    keys would not help its author."""
    extends = node.get("extends")
    if node.get("kind") is not None:
        return
    inner = _rule_within(node)
    if inner is not None:
        problems.add(
            inner,
            "一个文件写一条规则，名称就是文件名；kind、message 等键顶格写",
            "one file is one rule, and its name is that of the file; kind, message and the others"
            " begin their lines",
        )
    elif extends is not None and extends.text in _VALE:
        problems.add(
            extends,
            "这是 Vale 的规则：tokens、swap 等改写成 kind: pattern 的 words、swap",
            "a rule of Vale: write its tokens and swap as words and swap of kind: pattern",
        )
    elif node.get("sections") or node.get("recognise"):
        problems.add(
            node,
            "这是文种文件，要放在规则包的 types 文件夹里",
            "a report type: it belongs into the folder `types` of the pack",
        )
    problems.check()


def _rule_within(node: Node) -> Node | None:
    """The first rule nested under a key or in a list; None if there is none."""
    values = [value for _, value in node.pairs]
    items = [item for value in values for item in value.items]
    return next((inner for inner in values + items if inner.get("kind") is not None), None)


def _with_type_ids(node: Node, rule: Rule, types: KnownTypes | None, problems: Problems) -> Rule:
    """`rule` with the names of report types replaced by their ids. Unknown types and sections are
    added to `problems`, because the rule would silently never match. If `types` is None, any are
    allowed."""
    if types is None:
        return rule
    what = A_TYPE
    when = node.get("when")
    named = when.get("type") if when else None
    for name in rule.when.types:
        if not types.id_of(name):
            at = named.item(name) if named else node
            if types.ids:
                problems.unknown(at, what, name, types.ids)
            else:
                problems.add_text(at, _NO_TYPES)
    examples = []
    for example in rule.examples:
        if example.type and not types.id_of(example.type):
            problems.unknown(node.get("examples") or node, what, example.type, types.ids)
        examples.append(example._replace(type=example.type and types.id_of(example.type)))
    ids = tuple(filter(None, map(types.id_of, rule.when.types)))
    _check_sections(node, rule, types, ids, problems)
    return rule._replace(when=rule.when._replace(types=ids), examples=tuple(examples))


def _check_sections(
    node: Node, rule: Rule, types: KnownTypes, ids: Collection[str], problems: Problems
) -> None:
    """Add a problem for each unknown section in `when` and in places `section:<id>`."""
    known = types.sections(ids)
    for place, name in _section_names(node, rule) if known is not None else ():
        section_id = name.rpartition("section:")[2]
        if known is not None and section_id not in known:
            at = place.item(name) if place else node
            problems.add_text(at, types.unknown_section(section_id, known))


def _section_names(node: Node, rule: Rule) -> Iterator[tuple[Node | None, str]]:
    """The sections that a rule names, each with the node that lists it."""
    when = node.get("when")
    listed = when.get("section") if when else None
    yield from ((listed, name) for name in rule.when.sections)
    for key in ("scope", "at"):
        option = rule.options.get(key) or ()
        places = [option] if isinstance(option, str) else option
        yield from ((node.get(key), place) for place in places if "section:" in place)


def _rule(node: Node, kind: Kind | None, check: Checker, rule: Rule) -> Rule:
    options = kind.OPTIONS if kind else _any_options(node)
    fields = {**options, **_fields(node, kind, check.problems)}
    bare, examples = without_examples(node, options, check)
    data = check.record(bare, fields, "rule", also=("examples",))
    message = data.get("message", {})
    if kind:
        check_message(node.get("message"), message, kind.FIELDS, check.problems)
        check_message_slips(node.get("message"), message, kind.FIELDS, check.problems)
        sound = not check.problems.found  # else they may only be consequences of a typo
        complaints = (*kind.complaints(data), *complaints_of_rule(rule.id, data)) if sound else ()
        for key, complaint in complaints:
            check.problems.add_text(node.get(key) or node, complaint)
    return rule._replace(
        kind=data.get("kind", ""),
        severity=data.get("severity", WARNING),
        message=message,
        why=data.get("why", {}),
        options=fill(
            {name: value for name, value in data.items() if name not in RULE}, _options(kind)
        ),
        when=_when(node.get("when"), data.get("when", {}), check.problems),
        examples=(*read_examples(node.get("examples"), check), *examples),
        yields_to=tuple(data.get("yields-to", ())),
        url=data.get("url", ""),
        name=data.get("name", {}),
    )


def _any_options(node: Node) -> dict[str, Field]:
    """The keys of a rule of unknown kind, as fields that accept anything."""
    return {key.text: Field(schema.ANY, _ID.doc) for key, _ in node.pairs}


def _fields(node: Node, kind: Kind | None, problems: Problems) -> dict[str, Field]:
    """The fields of every rule, except its examples. A field under a misspelt name is not required,
    so that it is not reported as missing too."""
    fields = {name: field for name, field in RULE.items() if name != "examples"}
    misspelt = _report_misspelt(node, problems) if kind is None else ()
    return {**fields, **{name: RULE[name]._replace(required=False) for name in misspelt}}


def _report_misspelt(node: Node, problems: Problems) -> frozenset[str]:
    """Add a problem for each Chinese or clearly misspelt key of a rule of unknown kind. Return the
    fields of every rule that these keys stand for."""
    known = (*RULE, "words", "regex", "scope", "min", "max")
    names = set()
    for key, _ in node.pairs:
        near = meant(key.text, RULE)
        if not key.text.isascii() or (near in ("kind", "message") and key.text not in RULE):
            problems.unknown(key, KEY, key.text, known)
            names.add(near)
    return frozenset(names & RULE.keys())


def _options(kind: Kind | None) -> dict[str, Field]:
    return {name: field for name, field in kind.OPTIONS.items() if name not in RULE} if kind else {}


def without_examples(
    node: Node, options: Mapping[str, Field], check: Checker
) -> tuple[Node, tuple[Example, ...]]:
    """`node` without the examples of its named patterns, and these examples."""
    patterns = node.get(PATTERNS)
    if PATTERNS not in options or patterns is None or patterns.kind != MAP:
        return node, ()
    bare, examples = bare_patterns(patterns, check)
    return node._replace(
        pairs=tuple((key, bare if key.text == PATTERNS else value) for key, value in node.pairs)
    ), examples


def bare_patterns(patterns: Node, check: Checker) -> tuple[Node, tuple[Example, ...]]:
    """A `patterns:` map without the examples of its entries, and these examples."""
    examples: list[Example] = []
    bare = []
    for key, value in patterns.pairs:
        examples += read_examples(value.get("examples"), check, key.text)
        bare.append(
            (
                key,
                value._replace(
                    pairs=tuple(pair for pair in value.pairs if pair[0].text != "examples")
                ),
            )
        )
    return patterns._replace(pairs=tuple(bare)), tuple(examples)


def _kind(node: Node | None, kinds: Kinds, problems: Problems) -> Kind | None:
    if node is None or node.kind != SCALAR or node.null:
        return None  # reported by the check of the record
    if node.text in kinds:
        return kinds[node.text]
    problems.unknown(node, Text("规则类型", "kind"), node.text, kinds)
    return None


def _when(node: Node | None, data: Mapping[str, Any], problems: Problems) -> When:
    paths = data.get("path", [])
    check_globs(node.get("path") if node else None, paths, problems)
    return When(
        tuple(data.get("type", ())),
        tuple(data.get("language", ())),
        tuple(paths),
        tuple(data.get("section", ())),
        read_field_test(node, data, problems, also=True),
        tuple(data.get("format", ())),
    )


def check_message(
    node: Node | None, message: Mapping[str, str], fields: Mapping[str, str], problems: Problems
) -> None:
    """Add a problem for each placeholder in a message that the kind does not fill."""
    for language, text in message.items():
        at = node if node is None or node.kind != MAP else node.get(language)
        for name in _placeholders(text):
            if name is None:
                problems.add(
                    at,
                    "消息里的花括号不成对；花括号本身写成 {{ }}",
                    "unpaired brace in the message; write {{ }} for a brace itself",
                )
                break
            if name not in fields:
                problems.unknown(at, Text("消息字段", "message field"), name, fields)


def _placeholders(text: str) -> Iterator[str | None]:
    """The names in braces; None for an unpaired brace."""
    rest = text.replace("{{", "").replace("}}", "")
    while "{" in rest or "}" in rest:
        before, brace, rest = rest.partition("{")
        name, end, rest = rest.partition("}")
        if "}" in before or not brace or not end or "{" in name:
            yield None
            return
        yield name
