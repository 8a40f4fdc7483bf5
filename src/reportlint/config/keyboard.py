"""Typing slips of Chinese keyboards in YAML files, and Chinese or other names of keys, each with
its correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint.core.text import Text

# Full-width characters → what YAML needs instead.
HALF: Mapping[str, str] = {
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "；": ", ",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "－": "- ",
    "—": "- ",
    "＃": "# ",
    "\u3000": " ",
}
SEPARATORS = "，、；"  # of the entries of a list, as a Chinese keyboard types them
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}

# Chinese names of keys → the keys they may stand for; only those valid at the given place count.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "种类": ("kind",),
    "类型": ("kind", "type"),
    "算法": ("kind",),
    "消息": ("message",),
    "信息": ("message", "info"),
    "提示": ("message", "info"),
    "级别": ("severity",),
    "严重程度": ("severity",),
    "词": ("words",),
    "词语": ("words",),
    "词表": ("words",),
    "单词": ("words",),
    "正则": ("regex",),
    "正则表达式": ("regex",),
    "例子": ("examples",),
    "示例": ("examples",),
    "正反例": ("examples",),
    "反例": ("bad",),
    "坏": ("bad",),
    "正例": ("good",),
    "好": ("good",),
    "替换": ("replace",),
    "改为": ("replace",),
    "范围": ("scope", "within"),
    "除非": ("unless",),
    "例外": ("allow", "unless"),
    "允许": ("allow",),
    "原因": ("why", "reason"),
    "理由": ("why", "reason"),
    "为什么": ("why",),
    "名称": ("name",),
    "名字": ("name",),
    "编号": ("id",),
    "标识": ("id",),
    "标题": ("title", "heading"),
    "别名": ("aliases",),
    "章节": ("sections", "section"),
    "节": ("sections", "section"),
    "开头": ("opening",),
    "结尾": ("closing",),
    "必填": ("required",),
    "必须": ("required", "must", "true"),
    "必有": ("required", "must", "true"),
    "可有": ("false",),
    "可选": ("false",),
    "可有可无": ("false",),
    "条件": ("when", "where"),
    "何时": ("when",),
    "文种": ("type",),
    "语言": ("language",),
    "路径": ("path", "files"),
    "文件": ("files", "path"),
    "最少": ("min",),
    "至少": ("min", "at-least"),
    "最多": ("max",),
    "单位": ("unit",),
    "识别": ("recognise",),
    "扩展": ("extends",),
    "继承": ("extends",),
    "依赖": ("requires",),
    "规则": ("rules", "rule"),
    "忽略": ("ignore",),
    "排除": ("exclude",),
    "编码": ("encoding",),
    "安全": ("safe",),
    "不分大小写": ("ignore-case",),
    "忽略大小写": ("ignore-case",),
    "写": ("write",),
    "模板": ("write",),
    "顺序": ("order",),
    "依据": ("source", "why"),
    "错误": ("error",),
    "警告": ("warning",),
    "关闭": ("off",),
    "关": ("off",),
    "开启": ("on",),
    "开": ("on",),
    "是": ("true", "on", "is"),
    "不是": ("is-not",),
    "字段": ("field", "fields"),
    "有没有": ("present",),
    "否": ("false", "off"),
    "中文": ("zh",),
    "cn": ("zh",),
    "md": ("markdown",),
    "txt": ("text",),
    "英文": ("en",),
    "英语": ("en",),
    "正文": ("body", "text", "prose"),
    "段落": ("paragraph",),
    "句子": ("sentence",),
    "表格": ("table",),
    "引用": ("quote",),
    "代码": ("code",),
    "建议": ("recommended",),
    "次数": ("count",),
    "长度": ("length",),
    "日期": ("date",),
    "顿号": ("pattern",),
    "匹配": ("pattern",),
    "模式": ("pattern", "patterns"),
    "署名": ("signature",),
    "落款": ("signature",),
    "成文日期": ("date",),
    "主送": ("addressee",),
    "主送机关": ("addressee",),
    "发文字号": ("number",),
    "文号": ("number",),
    "附件": ("annex",),
    "题目": ("title",),
    "小标题": ("heading",),
    "条目": ("item",),
    "项": ("item",),
    "段": ("paragraph",),
    "句": ("sentence",),
    "全文": ("document", "anywhere"),
    "字": ("han", "characters"),
    "汉字": ("han",),
    "字数": ("han",),
    "严重": ("error",),
    "轻微": ("info",),
    "提醒": ("info", "warning"),
    "停用": ("off",),
    "末尾": ("closing",),
    "任何地方": ("anywhere",),
}
# Names used by other tools and by English speakers → the names here.
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "except": ("unless", "allow"),
    "exclude": ("unless", "allow", "files"),
    "exceptions": ("allow", "unless"),
    "regexp": ("regex",),
    "pattern": ("regex", "patterns", "format"),
    "regex": ("pattern",),
    "existence": ("pattern",),
    "substitution": ("pattern", "swap"),
    "occurrence": ("count",),
    "conditional": ("reference",),
    "tokens": ("words",),
    "token": ("words",),
    "suggestion": ("info",),
    "list": ("item",),
    "h1": ("title",),
    "h2": ("heading-1",),
    "h3": ("heading-2",),
    "invalid": ("bad",),
    "fail": ("bad",),
    "valid": ("good",),
    "pass": ("good",),
    "tests": ("examples",),
    "threshold": ("max",),
    "enum": ("one-of",),
    "files": ("path",),
    "equal": ("same",),
    "mutually-exclusive": ("conflicts",),
    "template": ("write",),
    "heading": ("title",),
    "packs": ("extends", "requires"),
    "preset": ("extends",),
    "plugins": ("extends",),
    "glob": ("files", "path"),
    "globs": ("files", "path"),
    "en_us": ("en",),
    "word": ("words", "docx"),
    "words": ("any",),
    "level": ("severity",),
    "description": ("why",),
    "desc": ("why",),
    "reason": ("why",),
    "link": ("url",),
    "source": ("why", "url"),
    "bad": ("examples",),
    "good": ("examples",),
    "extends": ("requires",),
    "depends": ("requires",),
    "dependencies": ("requires",),
    "second": ("then",),
    "after": ("then",),
    "before": ("first",),
    "file": ("files", "path"),
    "disable": ("off",),
    "disabled": ("off",),
    "none": ("off", "never"),
    "never": ("off",),
    "yes": ("true", "on"),
    "no": ("false", "off"),
    "enable": ("on",),
    "enabled": ("on",),
    "critical": ("error",),
    "fatal": ("error",),
    "high": ("error",),
    "warn": ("warning",),
    "medium": ("warning",),
    "low": ("info",),
    "hint": ("info",),
    "note": ("info",),
    "english": ("en",),
    "en-us": ("en",),
    "chinese": ("zh",),
    "zh-cn": ("zh",),
    "zh_cn": ("zh",),
    "zh-hans": ("zh",),
    "doc": ("docx",),
    "end": ("closing",),
    "ending": ("closing",),
    "begin": ("opening",),
    "start": ("opening",),
    "all": ("anywhere",),
    "optional": ("false",),
    "mandatory": ("true",),
}
_QUOTE_MARKS = "“”‘’「」\"'` "


def english_for(name: str, known: Iterable[str]) -> str:
    """The name in `known` meant by a Chinese name, a name of another tool, or a quoted or
    full-width name; "" if there is none."""
    return next(iter(all_english_for(name, known)), "")


def all_english_for(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """All names in `known` that `name` may stand for: 标题 is the title, or a heading."""
    names = tuple(known)
    half = half_width(name).strip(_QUOTE_MARKS).lstrip("0123456789").strip(". ")
    lower = half.lower()
    candidates = (*_NAMES.get(half, ()), *_NAMES.get(lower, ()), *_OTHER_WORDS.get(lower, ()))
    if half != name:
        candidates = (half, lower, *candidates)
    return tuple(
        dict.fromkeys(candidate for candidate in candidates if candidate and candidate in names)
    )


def half_width(text: str) -> str:
    """`text` with full-width letters, digits and marks in half width (NFKC)."""
    from unicodedata import normalize  # imported only to report a problem

    return normalize("NFKC", text)


def brace_of_full_width(text: str) -> Text | None:
    """The message for a plain text that is meant as a mapping or list, such as ｛zh: 甲｝; None for
    any other text."""
    return instead(text[0]) if text[:1] in tuple("｛［") else None


def quoted_in_chinese(text: str) -> str:
    """The text inside Chinese quotes that enclose all of `text`; "" if there are none."""
    close = _QUOTES.get(text[:1], "")
    inner = text[1:-1]
    return inner if close and text.endswith(close) and close not in inner else ""


def separators(text: str) -> str:
    """The first full-width mark that seems to separate list entries, as in 甲，乙 or 甲、乙; "" if
    there is none."""
    for at, char in enumerate(text):
        if char in SEPARATORS and text[:at].strip() and text[at + 1 :].strip():
            return char
    return ""


def entries_in(text: str) -> list[str]:
    """The entries of a list that is written as one text, between SEPARATORS."""
    first = SEPARATORS[0]
    parts = text.translate(dict.fromkeys(map(ord, SEPARATORS), first)).split(first)
    return [part.strip() for part in parts if part.strip()]


def wide_mark(text: str, known: Iterable[str]) -> tuple[int, Text] | None:
    """The offset of the first full-width mark or missing space in an invalid YAML file, and the
    message for it; None if there is none.

    `known` are the keys that any file may have: a full-width colon is a mistake only after one of
    these or after a Chinese name of a key.
    """
    keys = {*known, *_NAMES}
    start = 0
    for line in text.split("\n"):
        for at, message in _wide_marks(line, keys):
            return start + at, message
        start += len(line) + 1
    return None


def _wide_marks(line: str, keys: set[str]) -> Iterator[tuple[int, Text]]:
    body = line.lstrip(" \t\u3000")
    indent = len(line) - len(body)
    if not body or body.startswith("#"):
        return
    if "\u3000" in line[:indent]:
        yield line.index("\u3000"), instead("\u3000")
    if body[0] in "＃－—" or (body[0] == "-" and body[1:2] > "\u2e80"):
        yield indent, instead(body[0]) if body[0] != "-" else _no_space("-", body[1:])
    if body.startswith("- "):
        indent += 2
        body = body[2:]
    yield from _after_key(body, indent, keys)
    yield from _in_flow(line, keys)


def _after_key(body: str, indent: int, keys: set[str]) -> Iterator[tuple[int, Text]]:
    """The mistakes after the key at the start of a line, each with its offset in the line."""
    name = body.lstrip("{ ")
    at = indent + len(body) - len(name)
    length = 0
    while length < len(name) and (name[length].isalnum() or name[length] == "-"):
        length += 1
    key, mark, rest = name[:length], name[length : length + 1], name[length + 1 :]
    if key not in keys:
        return
    at += length
    if mark == "：":
        yield at, instead(mark)
    elif mark == ":" and rest[:1] == "\u3000":
        yield at + 1, instead("\u3000")
    elif mark == ":" and rest[:1].strip():
        yield at, _no_space(f"{key}:", rest)
    value = rest.lstrip()
    if mark == ":" and value[:1] in tuple("｛［【"):
        yield at + 1 + len(rest) - len(value), instead(value[0])


def _in_flow(line: str, keys: set[str]) -> Iterator[tuple[int, Text]]:
    """Full-width marks before or after a key inside braces: {zh: 甲，en: 乙} and {zh：甲}."""
    brace = line.find("{")
    if brace < 0:
        return
    for at in range(brace, len(line)):
        if line[at] not in "：" + SEPARATORS:
            continue
        if line[at] == "：":
            start = at
            while start > 0 and (line[start - 1].isalnum() or line[start - 1] == "-"):
                start -= 1
            if line[start:at] in keys and line[:start].rstrip()[-1:] in ("{", ",", "，"):
                yield at, instead("：")
        elif line[at + 1 :].lstrip().partition(":")[0].strip() in keys:
            yield at, instead(line[at])


def instead(mark: str) -> Text:
    """The message that tells what to write instead of a full-width mark."""
    half = HALF[mark].rstrip() or HALF[mark]
    name = {"\u3000": "全角空格", " ": "半角空格"}
    space_zh = "，后面加一个空格" if HALF[mark] in (": ", "- ", ", ", "# ") else ""
    space_en = " and a space" if space_zh else ""
    if mark == "\u3000":
        return Text(
            f"这里是{name[mark]}，要用半角空格",
            "a space of full width (U+3000): use half-width ones",
        )
    return Text(
        f"全角的“{mark}”要写成半角的“{half}”{space_zh}",
        f"“{mark}” has full width: write “{half}”{space_en}",
    )


def _no_space(before: str, rest: str) -> Text:
    shown = rest.strip()[:12]
    return Text(
        f"“{before}”后面缺一个空格：{before} {shown}",
        f"a space is missing behind “{before}”: {before} {shown}",
    )
