"""A rule of Vale → a rule file, or why there is none.

Vale joins the `tokens` of a rule to one regex with word boundaries around it (none with `nonword`),
and looks at text without code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

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
_WHOLE = frozenset({"readability", "reference"})  # they look at whole documents
_PER = {"sentence": "sentence", "paragraph": "paragraph", "heading": "heading"}
_KINCAID = "Flesch-Kincaid"
_LITERAL = re.compile(r"[\w ,'&/-]+")
_CAPITALS = {"$sentence": "sentence", "$title": "title", "$lower": "lower", "$upper": "upper"}
_EXCEPTED = frozenset({"capitalization", "conditional"})  # they see to their exceptions themselves
_GROUP = re.compile(r"(?<!\\)\((?!\?)")  # the first group of a regex that captures
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
    """What became of one rule of Vale."""

    id: str
    options: Mapping[str, Any] | None  # the rule file; None where nothing was carried over
    lost: tuple[Text, ...] = ()  # what was not carried over, and why
    sample: str = ""  # a text that the rule may find, for an example


def convert(name: str, style: str, rule: Mapping[str, Any]) -> Converted:
    """The rule file for a rule of the style, by the data of its file; `name` is that of the file,
    without its ending."""
    own = f"{_kebab(style)}-{_kebab(name)}"
    extends = str(rule.get("extends", ""))
    make = _MAKERS.get(extends)
    if make is None:
        unknown = Text(f"不认得 extends: {extends}", f"extends: {extends} is not known")
        return Converted(own, None, (_NEVER.get(extends, unknown),))
    lost = _lost(rule)
    made = make(rule)
    if isinstance(made, Text):
        return Converted(own, None, (made,))
    options = {
        "kind": made.pop("kind", "pattern"),
        "severity": _LEVELS.get(str(rule.get("level")), "warning"),
        "message": _message(str(rule.get("message", "")), extends),
        **({"url": str(rule["link"])} if rule.get("link") else {}),
        **made,
        **_where(rule.get("scope"), made),
    }
    if rule.get("ignorecase"):
        options["ignore-case"] = True
    if rule.get("exceptions") and extends not in _EXCEPTED:
        exceptions = [str(one) for one in rule["exceptions"]]
        plain = [one for one in exceptions if _LITERAL.fullmatch(one)]
        regexes = [_bounded(one, rule) for one in exceptions if one not in plain]
        options |= {"allow": plain} if plain else {}
        options |= {"unless": regexes} if regexes else {}
    return Converted(own, options, lost, _sample(rule))


def rendered(options: Mapping[str, Any], head: str, example: str = "") -> str:
    """The text of a rule file; each text is in double quotes, as JSON has it. `example` has its ⟦
    ⟧."""
    lines = [f"# {line}" for line in head.splitlines()]
    for key, value in options.items():
        if isinstance(value, Mapping) and value:
            lines.append(f"{key}:")
            lines += (f"  {_json(name)}: {_json(one)}" for name, one in value.items())
        elif isinstance(value, list):
            lines.append(f"{key}:")
            lines += (f"  - {_json(one)}" for one in value)
        else:
            lines.append(f"{key}: {_json(value)}")
    if example:
        lines += ["examples:", f"  bad: [{_json(example)}]"]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _existence(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    tokens = [str(one) for one in rule.get("tokens") or ()]
    raw = "".join(str(one) for one in rule.get("raw") or ())
    plain = [one for one in tokens if _LITERAL.fullmatch(one) and not rule.get("nonword")]
    regexes = [_bounded(one, rule) for one in tokens if one not in plain]
    if raw:
        regexes.append(raw)
    if not plain and not regexes:
        return Text("没有 tokens 也没有 raw", "it has neither tokens nor raw")
    return {
        **({"words": list(dict.fromkeys(plain))} if plain else {}),
        **({"regex": list(dict.fromkeys(regexes))} if regexes else {}),
    }


def _substitution(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    swap: dict[str, list[str]] = {}
    for wrong, right in (rule.get("swap") or {}).items():
        rights = [one for one in str(right).split("|") if one]
        if _LITERAL.fullmatch(str(wrong)) and not rule.get("nonword"):
            if rights != [str(wrong)]:
                swap[str(wrong)] = rights
        else:
            source = _bounded(str(wrong), rule)
            swap[f"/{source}/"] = [one.replace("\\", "\\\\") for one in rights]
    return {"swap": swap} if swap else Text("swap 是空的", "its swap is empty")


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
    made: dict[str, Any] = {"kind": "capitalization"}
    made |= {"style": _CAPITALS[match]} if match in _CAPITALS else {"match": [match]}
    if rule.get("exceptions"):
        made["exceptions"] = [str(one) for one in rule["exceptions"]]
    if rule.get("threshold"):
        made["at-least"] = round(float(str(rule["threshold"])) * 100)
    return made


def _conditional(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    """What `first` captures must be captured by `second` somewhere: a reference and its
    definition."""
    first, second = str(rule.get("first", "")), str(rule.get("second", ""))
    if not _GROUP.search(first) or not _GROUP.search(second):
        return Text(
            "first、second 里没有分组，不知道对照什么",
            "first or second has no group that says what is compared",
        )
    exceptions = "|".join(str(one) for one in rule.get("exceptions") or ())
    none_of = rf"(?!(?:{exceptions})(?!\w))" if exceptions else ""
    return {
        "kind": "reference",
        "uses": [_GROUP.sub(lambda _: f"(?P<at>{none_of}", first, count=1)],
        "defines": [_GROUP.sub("(?P<at>", second, count=1)],
        "needs": True,
    }


def _consistency(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    pairs = [[str(one), str(other)] for one, other in (rule.get("either") or {}).items()]
    plain = [
        pair for pair in pairs if all(map(_LITERAL.fullmatch, pair)) and not rule.get("nonword")
    ]
    regexes = [[_bounded(one, rule) for one in pair] for pair in pairs if pair not in plain]
    if not pairs:
        return Text("either 是空的", "its either is empty")
    return {
        "kind": "consistency",
        **({"either": plain} if plain else {}),
        **({"either-regex": regexes} if regexes else {}),
    }


def _readability(rule: Mapping[str, Any]) -> dict[str, Any] | Text:
    metrics = [str(one) for one in rule.get("metrics") or ()]
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


def _bounded(source: str, rule: Mapping[str, Any]) -> str:
    return source if rule.get("nonword") else rf"\b(?:{source})\b"


def _where(told: Any, made: Mapping[str, Any]) -> dict[str, Any]:
    """The scope, as far as there is one of that name."""
    if "per" in made or made.get("kind") in _WHOLE:
        return {}
    names: Sequence[Any] = told if isinstance(told, list) else [told] if told else []
    known = [place for one in names if (place := _place(str(one)))]
    return {"scope": list(dict.fromkeys(known))} if known and len(known) == len(names) else {}


def _place(name: str) -> str:
    """The scope that Vale calls `name`, `~` before it for all but that; "" where there is none."""
    place = _SCOPES.get(name.removeprefix("~"), "")
    return f"not {place}" if place and name.startswith("~") else place


def _lost(rule: Mapping[str, Any]) -> tuple[Text, ...]:
    told = rule.get("scope") or []
    lost = [
        Text(
            f"scope: {one}（没有这个范围，到处都查）",
            f"scope: {one} (there is none: all text is searched)",
        )
        for one in (told if isinstance(told, list) else [told])
        if not _place(str(one)) and str(one) not in ("text", "summary")
    ]
    action = (rule.get("action") or {}).get("name")
    if action and (action, rule.get("extends")) != ("replace", "substitution"):
        lost.append(Text(f"action: {action}（不改正）", f"action: {action} (nothing is mended)"))
    extends = rule.get("extends")
    more = [str(one) for one in rule.get("metrics") or () if str(one) != _KINCAID]
    if extends == "readability" and more:
        zh, en = "、".join(more), ", ".join(more)
        lost.append(
            Text(f"metrics: {zh}（只用 {_KINCAID}）", f"metrics: {en} (only {_KINCAID} is)")
        )
    if rule.get("vocab") is False:
        lost.append(Text("vocab", "vocab"))
    return tuple(lost)


def _message(told: str, extends: str) -> dict[str, str]:
    """The message, its %s filled as Vale does: of a substitution first what is right, then what is
    wrong."""
    told = told.replace("{", "{{").replace("}", "}}")
    fields = ["{found}"] * told.count("%s")
    if extends == "substitution" and fields:
        fields[0] = "{replacement}"
    own = {"occurrence": "{count}", "readability": "{score}", "conditional": "{name}"}
    if extends in own:
        fields = [own[extends]] * len(fields)
    if extends == "consistency" and fields:
        fields = ["{found}", "{expected}"][: len(fields)]
    for field in fields:
        told = told.replace("%s", field, 1)
    return {"en": told.replace("%%", "%")}


def _sample(rule: Mapping[str, Any]) -> str:
    """A text that the rule may well find: its first token or wrong word without its regex marks."""
    candidates = [*(rule.get("tokens") or ()), *(rule.get("swap") or ())]
    plain = (str(one) for one in candidates if _LITERAL.fullmatch(str(one)))
    return next(
        plain,
        re.sub(r"\(\?[:=!<]*|[\\()?*+^$]", "", str(candidates[0])).split("|")[0]
        if candidates
        else "",
    )


def _kebab(name: str) -> str:
    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", name)
    parts = re.sub(r"([A-Z])([A-Z][a-z])", r"\1-\2", parts)
    return re.sub(r"[^a-z0-9]+", "-", parts.lower()).strip("-")
