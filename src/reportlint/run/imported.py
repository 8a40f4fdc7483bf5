"""The rules of another tool → a pack of rule files, and the parts that could not be converted."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.config.node import MAP, SCALAR, Node
from reportlint.config.rule_file import read_rule
from reportlint.config.yaml import parse
from reportlint.core.errors import UserError
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Example, Rule, marked
from reportlint.core.text import Text
from reportlint.files.atomic import create
from reportlint.files.paths import visible
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS
from reportlint.lint.examples import run_examples
from reportlint.lint.variants import hits_with
from reportlint.ordinals.matcher import Matcher
from reportlint.scaffold import markdownlint, vale
from reportlint.scaffold.vale import Converted, rendered
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse as parse_text


class Carried(NamedTuple):
    """One rule of the other tool: the rule file made from it, "" if there is none, and what was
    lost."""

    source: str  # name in the other tool
    id: str
    file: str
    lost: tuple[Text, ...]
    has_example: bool = False


class Imported(NamedTuple):
    """All rules of a style, and the folder of the pack, "" if no rule could be converted."""

    folder: str
    rules: tuple[Carried, ...]


def import_vale(path: str, output: str) -> Imported:
    """Convert the Vale style in the folder `path` to a pack in the folder `output`. Raises
    UserError; no file is overwritten."""
    names = sorted(os.listdir(path)) if os.path.isdir(path) else []
    files = [name for name in names if name.endswith((".yml", ".yaml"))]
    if not files:
        message = Text(
            "这个文件夹里没有 Vale 的规则（.yml）", "no rules of Vale (.yml) in this folder"
        )
        raise UserError.of(message, visible(path))
    style = os.path.basename(os.path.abspath(path))

    def one(name: str) -> Converted:
        stem = os.path.splitext(name)[0]
        return vale.convert(stem, style, _data(os.path.join(path, name)))

    return _pack(style, output, dict.fromkeys(files, one), f"Vale: {style}")


def import_markdownlint(path: str, output: str) -> Imported:
    """Convert the rules of a markdownlint configuration to a pack. Raises UserError; no file is
    overwritten."""
    if not os.path.isfile(path):
        raise UserError.of(Text("没有这个文件", "no such file"), visible(path))
    rules = markdownlint.wanted(_data(path))
    converters = {name: (lambda name: markdownlint.convert(name, rules[name])) for name in rules}
    return _pack("markdownlint", output, converters, "markdownlint")


def _pack(
    style: str, output: str, make: Mapping[str, Callable[[str], Converted]], head: str
) -> Imported:
    folder = output or style.lower()
    if os.path.exists(folder):
        message = Text(
            "已经存在，不覆盖；用 -o 换一个", "exists and is not overwritten; name another with -o"
        )
        raise UserError.of(message, visible(folder))
    texts: dict[str, str] = {}
    rules = []
    for name, of in make.items():
        carried, text = _carried(name, of(name), head)
        rules.append(carried)
        if text:
            texts[carried.id] = text
    if not texts:
        return Imported("", tuple(rules))
    os.makedirs(folder)
    pack_id = os.path.basename(os.path.abspath(folder)).lower()
    header = {"id": pack_id, "name": style, "description": f"Imported from {head}"}
    create(f"{folder}/pack.yaml", rendered(header, "A pack of rules of another tool"))
    for rule_id, text in texts.items():
        create(f"{folder}/{rule_id}.yaml", text)
    return Imported(folder, tuple(rules))


def _carried(name: str, converted: Converted, head: str) -> tuple[Carried, str]:
    """The result for one rule, and the text of its file; "" if it would not load."""
    if converted.options is None:
        return Carried(name, converted.id, "", converted.lost), ""
    comment = f"From {head}, {name}"
    text = rendered(converted.options, comment)
    try:
        rule = read_rule(text, f"{converted.id}.yaml", converted.id, "", KINDS, {})
    except UserError as error:
        return Carried(name, converted.id, "", (*converted.lost, error.problems[0].message)), ""
    example = _example(rule, converted.sample) if converted.sample else ""
    if example:
        text = rendered(converted.options, comment, example)
    return Carried(name, converted.id, f"{converted.id}.yaml", converted.lost, bool(example)), text


def _example(rule: Rule, sample: str) -> str:
    """A bad example for the rule, marked with ⟦ ⟧; "" if none can be made from the sample."""
    matcher = Matcher(Lexicon())

    def read(example: Example, type_: ReportType | None) -> DocumentReading:
        return DocumentReading(parse_text(example.text, example.format, matcher), matcher, type_)

    for text in (f"Here {sample} stands.", f"{sample} stands here.", f"# A heading with {sample}"):
        hits = hits_with(rule, rule.options, read(Example(text, ()), None), Lexicon())
        spans = tuple(sorted({(hit.span.start, hit.span.end) for hit in hits}))
        example = Example(text, spans)
        tried = rule._replace(examples=(example,))
        if spans and not run_examples(tried, Lexicon(), {}, read):
            return marked(example)
    return ""


def _data(path: str) -> dict[str, Any]:
    text = Disk().read(path) or ""
    data = _plain(parse(text, path))
    return data if isinstance(data, dict) else {}


def _plain(node: Node) -> Any:
    """A node as plain data; numbers stay strings."""
    if node.kind == MAP:
        return {key.text: _plain(value) for key, value in node.pairs}
    if node.kind == SCALAR:
        if node.null:
            return None
        return {"true": True, "false": False}.get(node.text, node.text)
    return [_plain(item) for item in node.items]
