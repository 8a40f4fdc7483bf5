"""`pack.yaml`: the name of a pack, its marker styles, word lists and additions to the rules of
other packs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reportlint._startup.typed import Any
from reportlint.config.blank_fields import BLANK_FIELDS, read_blank_fields
from reportlint.config.checker import Checker
from reportlint.config.merge import PATTERNS, Kinds
from reportlint.config.node import MAP, Node
from reportlint.config.pack_slips import check_markers
from reportlint.config.problems import Problems, check_kebab
from reportlint.config.rule_file import bare_patterns
from reportlint.config.type_fields import FRAME
from reportlint.config.yaml import parse
from reportlint.core import schema
from reportlint.core.lexicon import COUNTS, NUMERALS, PER_LIST, Lexicon, Style
from reportlint.core.pack import Addition, Pack, PackTemplate
from reportlint.core.report_type import Frame
from reportlint.core.rule import Rule
from reportlint.core.schema import Field
from reportlint.core.text import A_PACK, A_RULE, LANGUAGES, Text

PLACES = ("line", "clause", "anywhere")

_TEXTS = schema.listed("文字", "texts", schema.A_TEXT)
_REGEX = schema.regex("正则", "a regex", "")
STYLE: Mapping[str, Field] = {
    "numerals": schema.choice("数字体系", "the numeral system", NUMERALS, required=True),
    "prefix": schema.listed("数字之前", "the text before the numeral", schema.A_TEXT),
    "suffix": schema.listed("数字之后", "the text after the numeral", schema.A_TEXT),
    "words": schema.listed("第一、第二……各怎么说", "the words for one, two, three …", _TEXTS),
    "place": schema.choice("通常出现在哪里", "where the marker usually occurs", PLACES, "line"),
    "level": schema.number("标题层级", "rank among heading markers", 0),
    "before": schema.regex("前面不能是", "text that must not precede the marker", ""),
    "after": schema.regex("后面不能是", "text that must not follow the marker", ""),
    "doubt": schema.regex("后面若是则存疑", "text after the marker that makes it doubtful", ""),
    "soft": schema.flag(
        "也作副词：不作要求，但可代替一个序号",
        "the marker is also an adverb: it is not required, but may take the place of a number",
        False,
    ),
    "anywhere": schema.flag(
        "可以从任何数开始，如排名", "a list may begin at any number, as in rankings", False
    ),
    "counts": schema.choice(
        "编号在什么范围内连续：一个列表、一节还是全文",
        "the range in which its numbers continue: a list, a section or the document",
        COUNTS,
        PER_LIST,
    ),
    "label": schema.flag(
        "前后的词说明所数的是什么：图与表各自编号",
        "the words around the numeral name what is counted: figures and tables have separate lists",
        False,
    ),
    "repeats": schema.flag("同一编号可以再次出现", "a repeated number is not a fault", False),
    "instead": schema.listed(
        "第一项、第二项……的其他说法（正则，在分句开头）",
        "other words for the first, the second … item, at the start of a clause",
        _REGEX,
    ),
    "heading": schema.flag(
        "没有层级，但也作标题", "makes headings, although it has no level", False
    ),
    "counted": schema.flag(
        "是否核对其编号", "whether its numbers are checked; those of a label are not", True
    ),
}
PACK: Mapping[str, Field] = {
    "id": schema.text("包名", "the pack's id", required=True),
    "name": schema.localized("包的名称", "its display name", required=True),
    "description": schema.localized("说明", "its purpose", {}),
    "requires": schema.listed("所依赖的包", "the packs that it requires", schema.A_TEXT),
    "language": schema.choice("语言", "the language of the pack", LANGUAGES),
    "markers": schema.mapped(
        "序号样式", "marker styles", schema.record("一种样式", "a style", STYLE)
    ),
    "words": schema.mapped(
        "词表，正则里写 \\L<名>", "lists of words; a regex refers to one as \\L<name>", _TEXTS
    ),
    "write": schema.record(
        "包里各文种的新报告都写",
        "parts that new reports of all its types have",
        {name: FRAME[name] for name in ("letterhead", "number", "addressee", "signature")},
    ),
    "fields": BLANK_FIELDS,
    "patterns": schema.mapped(
        "给别的包的规则添的写法",
        "patterns to add to rules of other packs",
        Field(schema.ANY, Text("规则", "a rule")),
    ),
}


def read_header(text: str, path: str) -> tuple[tuple[str, ...], Node]:
    """The names of the packs that a pack requires, and the root node of its file. Raises UserError
    if the file is not a mapping or these names are invalid."""
    node = parse(text, path)
    problems = Problems(path)
    if node.kind != MAP:
        problems.add(node, "pack.yaml 应为键值表", "pack.yaml must be a mapping")
        problems.check()
    requires = node.get("requires")
    names = (
        Checker(problems).value(requires, PACK["requires"], "requires")
        if requires is not None
        else []
    )
    problems.check()
    return tuple(names or ()), node


def read_pack(node: Node, path: str, folder: str, words: Mapping[str, tuple[str, ...]]) -> Pack:
    """The pack described by `node`, the root of the file at `path`, without its rules, types and
    additions.

    `words` are the word lists of the packs before it. Raises UserError with all problems.
    """
    problems = Problems(path)
    own_words = _words(node.get("words"), Problems(path))
    all_words = {
        name: (*words.get(name, ()), *own_words.get(name, ())) for name in {**words, **own_words}
    }
    data = Checker(problems, all_words).record(node, PACK, "pack")
    pack_id = node.get("id")
    if pack_id is not None and pack_id.text:
        check_kebab(pack_id, pack_id.text, A_PACK, problems)
    check_markers(node.get("markers"), data.get("markers", {}), problems)
    fields = read_blank_fields(node, data, problems)
    problems.check()
    styles = tuple(_style(name, style) for name, style in data.get("markers", {}).items())
    return Pack(
        data["id"],
        data["name"],
        data.get("description", {}),
        tuple(data.get("requires", ())),
        data.get("language", ""),
        folder,
        Lexicon(styles, own_words),
        template=PackTemplate(Frame(**data.get("write", {})), fields),
    )


def _words(node: Node | None, problems: Problems) -> dict[str, tuple[str, ...]]:
    data = Checker(problems).value(node, PACK["words"], "words") if node is not None else None
    return {name: tuple(words) for name, words in (data or {}).items()}


_TUPLES = frozenset({"prefix", "suffix", "words", "instead"})


def _style(name: str, data: Mapping[str, Any]) -> Style:
    given = {key: value for key, value in data.items() if key not in _TUPLES}
    style = Style(id=name, **given)
    return style._replace(
        prefix=tuple(data.get("prefix", ())) or ("",),
        suffix=tuple(data.get("suffix", ())) or ("",),
        words=tuple(tuple(ways) for ways in data.get("words", ())),
        instead=tuple(data.get("instead", ())),
    )


def read_additions(
    node: Node,
    path: str,
    rules: Mapping[str, Rule],
    kinds: Kinds,
    words: Mapping[str, tuple[str, ...]],
    failed: Collection[str],
) -> tuple[Addition, ...]:
    """The `patterns:` of a pack file. `rules` are its own and those of the packs before it,
    `failed` the ids of rules that could not be read. Raises UserError with all problems."""
    problems = Problems(path)
    additions = []
    patterns = node.get("patterns")
    for key, value in patterns.pairs if patterns else ():
        rule = rules.get(key.text)
        if rule is None and key.text in failed:
            continue
        if rule is None:
            problems.unknown(key, A_RULE, key.text, rules)
            continue
        field = kinds[rule.kind].OPTIONS.get(PATTERNS)
        if field is None:
            problems.add(
                key,
                f"规则“{rule.id}”没有 patterns，不能添加",
                f"rule “{rule.id}” has no patterns to add to",
            )
            continue
        check = Checker(problems, words, partial=True)
        bare, examples = bare_patterns(value, check)
        data = check.value(bare, field, key.text)
        additions.append(Addition(rule.id, data or {}, examples))
    problems.check()
    return tuple(additions)
