"""A rule of Vale → a rule file, or why there is none.

Vale joins the `tokens` of a rule to one regex with word boundaries around it (none with `nonword`),
and checks text without code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

_LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
_SCOPES = {
    "heading": "heading",
    "paragraph": "paragraph",
    "sentence": "sentence",
    "list": "item",
    "table.header": "table-header",
    "table.cell": "table-cell",
    "table": "table",
    "blockquote": "quote",
    "code": "inline-code",
}
_TEXT = ("prose", "table")  # Vale's scope `text`, without inline code
_EVERYWHERE = frozenset({"text", "summary"})  # scopes for all text
_WHOLE = frozenset({"readability", "reference"})  # kinds that concern whole documents
_PER = {"sentence": "sentence", "paragraph": "paragraph", "heading": "heading"}
_KINCAID = "Flesch-Kincaid"
_LITERAL = re.compile(r"[\w ,'&/-]+")
_CAPITALS = {"$sentence": "sentence", "$title": "title", "$lower": "lower", "$upper": "upper"}
_EXCEPTED = frozenset({"capitalization", "conditional"})  # handle exceptions themselves
_GROUP = re.compile(r"(?<!\\)\((?!\?)")  # the first capturing group of a regex
_NEVER = {
    "spelling": Text("要词典，这里不查拼写", "it needs a dictionary; spelling is not checked"),
    "sequence": Text(
        "要词性标注，这里没有", "it needs tags of parts of speech, which there are none of"
    ),
    "script": Text("是程序，不运行别人的程序", "it is a program, and none is run"),
    "metric": Text(
        "要按公式算全文的计量；易读度写 kind: readability",
        "it computes metrics of the text; of readability see kind: readability",
    ),
}


class Converted(NamedTuple):
    """The result of converting one rule of Vale."""

    id: str
    options: Mapping[str, Any] | None  # of the rule file; None if nothing was carried over
    lost: tuple[Text, ...] = ()  # what was not carried over, and why
    sample: str = ""  # a text that the rule may find, for an example


def convert(name: str, style: str, rule: Mapping[str, Any]) -> Converted:
    """The rule file for a rule of a style, from the data of its file; `name` is the file name
    without its extension."""
    rule_id = f"{_kebab(style)}-{_kebab(name)}"
    extends = str(rule.get("extends", ""))
    make = _MAKERS.get(extends)
    if make is None:
        unknown = Text(f"不认得 extends: {extends}", f"extends: {extends} is not known")
        return Converted(rule_id, None, (_NEVER.get(extends, unknown),))
    search = make(rule)
    if isinstance(search, Text):
        return Converted(rule_id, None, (search,))
    kind = search.pop("kind", "pattern")
    options = {
        "kind": kind,
        "severity": _LEVELS.get(str(rule.get("level")), "warning"),
        "message": _message(str(rule.get("message", "")), extends),
        **({"url": str(rule["link"])} if rule.get("link") else {}),
        **search,
        **({} if "per" in search or kind in _WHOLE else _scope(rule, kind)),
        **({"ignore-case": True} if rule.get("ignorecase") else {}),
        **({} if extends in _EXCEPTED else _exceptions(rule)),
    }
    return Converted(rule_id, options, tuple(_lost(rule, extends)), _sample(rule))


def _texts(rule: Mapping[str, Any], key: str) -> list[str]:
    """The texts of a key that takes one text or a list."""
    value = rule.get(key) or []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _filled(**lists: list[str]) -> dict[str, Any]:
    """The options whose lists are not empty, without duplicates."""
    return {key: list(dict.fromkeys(texts)) for key, texts in lists.items() if texts}


def _exceptions(rule: Mapping[str, Any]) -> dict[str, Any]:
    """The options for exceptions: literal words as `allow`, regexes as `unless`."""
    exceptions = _texts(rule, "exceptions")
    words = [text for text in exceptions if _LITERAL.fullmatch(text)]
    return _filled(
        allow=words, unless=[_bounded(text, rule) for text in exceptions if text not in words]
    )


def rendered(options: Mapping[str, Any], head: str, example: str = "") -> str:
    """The text of a rule file, with each text in double quotes, as in JSON. `example` contains its
    ⟦ ⟧."""
    lines = [f"# {line}" for line in head.splitlines()]
    for key, value in options.items():
        if isinstance(value, Mapping) and value:
            lines.append(f"{key}:")
            lines += (f"  {_json(name)}: {_json(item)}" for name, item in value.items())
        elif isinstance(value, list):
            lines.append(f"{key}:")
            lines += (f"  - {_json(item)}" for item in value)
        else:
            lines.append(f"{key}: {_json(value)}")
    if example:
        lines += ["examples:", f"  bad: [{_json(example)}]"]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _existence(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    """Options for an `existence` rule. `raw` is one regex in pieces; if there are tokens, it goes
    before each of them, or after each with `append`."""
    tokens, raw = _texts(rule, "tokens"), "".join(_texts(rule, "raw"))
    if raw and tokens:
        any_token = _bounded(f"(?:{chr(124).join(tokens)})", rule)
        return {"regex": [f"{any_token}{raw}" if rule.get("append") else f"{raw}{any_token}"]}
    words = [token for token in tokens if _is_word(token, rule)]
    regexes = [_bounded(token, rule) for token in tokens if token not in words]
    check = _filled(words=words, regex=[raw] if raw else regexes)
    return check or Text("没有 tokens 也没有 raw", "it has neither tokens nor raw")


def _substitution(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    swap: dict[str, list[str]] = {}
    for wrong, right in (rule.get("swap") or {}).items():
        rights = [
            text for text in str(right).split("|") if text and not _is_wrong(text, str(wrong), rule)
        ]
        if not _is_word(str(wrong), rule):
            source = _bounded(str(wrong), rule)
            if not rights:
                continue
            swap[f"/{source}/"] = [text.replace("\\", "\\\\") for text in rights]
        elif rights and rights != [str(wrong)]:
            swap[str(wrong)] = rights
    return {"swap": swap} if swap else Text("swap 是空的", "its swap is empty")


def _is_wrong(right: str, wrong: str, rule: Mapping[str, Any]) -> bool:
    """Whether a replacement is itself replaced in another row, so that following one row breaks the
    other."""
    return right != wrong and right in (rule.get("swap") or {})


def _occurrence(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    scope = str(rule.get("scope") or "text")
    limits = {key: int(rule[key]) for key in ("min", "max") if rule.get(key)}
    if not limits:
        return Text("没有 min 也没有 max", "it has neither min nor max")
    return {
        "kind": "count",
        "regex": [str(rule.get("token", ""))],
        "per": _PER.get(scope, "document"),
        **limits,
    }


def _repetition(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    return {"regex": [r"\b(\w+)[ \t]+\1\b"]}


def _capitalization(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    match = str(rule.get("match", ""))
    if not match:
        return Text("没有 match", "it has no match")
    options: dict[str, Any] = {"kind": "capitalization"}
    options |= {"style": _CAPITALS[match]} if match in _CAPITALS else {"match": [match]}
    if rule.get("exceptions"):
        options["exceptions"] = _texts(rule, "exceptions")
    if rule.get("threshold"):
        options["at-least"] = round(float(str(rule["threshold"])) * 100)
    return options


def _conditional(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    """Options for a `conditional` rule: each capture of `first` must be captured by `second`
    somewhere, as a reference by its definition."""
    first, second = str(rule.get("first", "")), str(rule.get("second", ""))
    if not _GROUP.search(first) or not _GROUP.search(second):
        return Text(
            "first、second 里没有分组，不知道对照什么",
            "first or second has no group that says what is compared",
        )
    exceptions = "|".join(_texts(rule, "exceptions"))
    none_of = rf"(?!(?:{exceptions})(?!\w))" if exceptions else ""
    return {
        "kind": "reference",
        "uses": [_GROUP.sub(lambda _: f"(?P<at>{none_of}", first, count=1)],
        "defines": [_GROUP.sub("(?P<at>", second, count=1)],
        "needs": True,
    }


def _consistency(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    pairs = [[str(first), str(second)] for first, second in (rule.get("either") or {}).items()]
    words = [pair for pair in pairs if all(_is_word(text, rule) for text in pair)]
    regexes = [[_bounded(text, rule) for text in pair] for pair in pairs if pair not in words]
    if not pairs:
        return Text("either 是空的", "its either is empty")
    return {
        "kind": "consistency",
        **({"either": words} if words else {}),
        **({"either-regex": regexes} if regexes else {}),
    }


def _readability(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    metrics = _texts(rule, "metrics")
    grade = str(rule.get("grade", ""))
    if _KINCAID not in metrics or not re.fullmatch(r"\d+(?:\.\d+)?", grade):
        return Text(
            f"公式只有 {_KINCAID}，没有 {'、'.join(metrics)}",
            f"of these formulas there is only {_KINCAID}, not {', '.join(metrics)}",
        )
    return {"kind": "readability", "language": "en", "formula": "grade", "max": round(float(grade))}


_MAKERS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any] | Text]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "capitalization": _capitalization,
    "conditional": _conditional,
    "consistency": _consistency,
    "readability": _readability,
}


def _is_word(text: str, rule: Mapping[str, Any]) -> bool:
    """Whether a regex of the rule is a literal text that is matched at word boundaries."""
    return not rule.get("nonword") and _LITERAL.fullmatch(text) is not None


def _bounded(source: str, rule: Mapping[str, Any]) -> str:
    return source if rule.get("nonword") else rf"\b(?:{source})\b"


def _scope(rule: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """The option `scope` of a rule of this kind; none if there is no equivalent of one of Vale's
    scopes."""
    names = _texts(rule, "scope")
    scopes = [scope for name in names if (scope := _own_scope(name))]
    if len(scopes) < len(names) and not {*names} <= _EVERYWHERE:
        return {}
    if kind == "capitalization" or "inline-code" in scopes:
        return _filled(scope=scopes)
    sought = [scope for scope in scopes if not scope.startswith("not ")]
    return {"scope": [*([] if sought else _TEXT), *scopes, "not inline-code"]}


def _own_scope(name: str) -> str:
    """Our name of Vale's scope `name`, which `~` negates; "" if there is none."""
    scope = _SCOPES.get(name.removeprefix("~"), "")
    return f"not {scope}" if scope and name.startswith("~") else scope


def _lost(rule: Mapping[str, Any], extends: str) -> Iterator[Text]:
    """The parts of a rule that are not carried over, and why."""
    for name in _texts(rule, "scope"):
        if name not in _EVERYWHERE and not _own_scope(name):
            yield Text(
                f"scope: {name}（没有这个范围，到处都查）",
                f"scope: {name} (there is none: all text is searched)",
            )
    action = (rule.get("action") or {}).get("name")
    if action and (action, extends) != ("replace", "substitution"):
        yield Text(f"action: {action}（不改正）", f"action: {action} (nothing is fixed)")
    if extends == "readability":
        yield from _lost_metrics(rule)
    yield from _lost_rows(rule)
    if rule.get("vocab") is False:
        yield Text("vocab", "vocab")


def _lost_rows(rule: Mapping[str, Any]) -> Iterator[Text]:
    """The replacements of a swap that another row calls wrong."""
    for wrong, right in (rule.get("swap") or {}).items():
        for text in str(right).split("|"):
            if _is_wrong(text, str(wrong), rule):
                yield Text(
                    f"swap: {wrong} → {text}（{text} 在另一行是错的）",
                    f"swap: {wrong} → {text} (another row says that {text} is wrong)",
                )


def _lost_metrics(rule: Mapping[str, Any]) -> Iterator[Text]:
    others = [name for name in _texts(rule, "metrics") if name != _KINCAID]
    if others:
        zh, en = "、".join(others), ", ".join(others)
        yield Text(f"metrics: {zh}（只用 {_KINCAID}）", f"metrics: {en} (only {_KINCAID} is)")


def _message(template: str, extends: str) -> dict[str, str]:
    """The message, with %s filled as Vale does: in a substitution, first the right text, then the
    wrong one."""
    message = template.replace("{", "{{").replace("}", "}}")
    fields = ["{found}"] * message.count("%s")
    if extends == "substitution" and fields:
        fields[0] = "{replacement}"
    by_kind = {"occurrence": "{count}", "readability": "{score}", "conditional": "{name}"}
    if extends in by_kind:
        fields = [by_kind[extends]] * len(fields)
    if extends == "consistency" and fields:
        fields = ["{found}", "{expected}"][: len(fields)]
    for field in fields:
        message = message.replace("%s", field, 1)
    return {"en": message.replace("%%", "%")}


def _sample(rule: Mapping[str, Any]) -> str:
    """A text that the rule probably finds: its first token or wrong word, without regex syntax."""
    candidates = [*_texts(rule, "tokens"), *map(str, rule.get("swap") or ())]
    word = next(filter(_LITERAL.fullmatch, candidates), "")
    if word or not candidates:
        return word
    return re.sub(r"\(\?[:=!<]*|[\\()?*+^$]", "", candidates[0]).split("|")[0]


def _kebab(name: str) -> str:
    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", name)
    parts = re.sub(r"([A-Z])([A-Z][a-z])", r"\1-\2", parts)
    return re.sub(r"[^a-z0-9]+", "-", parts.lower()).strip("-")
