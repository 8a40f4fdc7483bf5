"""Options that several kinds share, and functions that read options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.diagnostic import OFF, SEVERITIES
from reportlint.core.schema import Field
from reportlint.core.text import Text

REGEX = schema.regex("正则表达式", "a regular expression")


def flag(zh: str, en: str) -> Field:
    """An option that is a flag, off by default."""
    return schema.flag(zh, en, False)


def ignore_case(default: bool = False) -> Field:
    """The option `ignore-case`, which applies to all texts and regexes of a rule."""
    return schema.flag(
        "所有文字和正则都不分大小写",
        "ignore letter case in all texts and regexes of the rule",
        default,
    )


def number(zh: str, en: str, default: int | None = 0) -> Field:
    """An option that is an integer."""
    return schema.number(zh, en, default)


def choice(zh: str, en: str, choices: tuple[str, ...], default: str = "") -> Field:
    """An option that is one of `choices`."""
    return schema.choice(zh, en, choices, default)


def regexes(zh: str, en: str) -> Field:
    """An option that is a list of regexes."""
    return schema.listed(zh, en, REGEX, ())


def texts(zh: str, en: str, default: tuple[str, ...] = ()) -> Field:
    """An option that is a list of texts."""
    return schema.listed(zh, en, schema.A_TEXT, default)


def numbers_by_name(zh: str, en: str) -> Field:
    """An option that maps names to numbers."""
    return schema.mapped(zh, en, number("值", "a value", None), {})


NAME = schema.localized("怎么叫它", "its name", {})
SWITCHED = choice("off 为默认关闭", "off: not searched", (*SEVERITIES, OFF))
EXAMPLES = Field(schema.ANY, Text("正反例", "good and bad examples"))


def families(zh: str, en: str, fields: Mapping[str, Field]) -> Field:
    """The option `patterns`: named families of `fields`, each of which can be switched off."""
    family = schema.record("一族", "a family", fields)
    switch = Field(schema.SWITCH, Text("一族，或 off", "a family, or off"), item=family)
    return schema.mapped(zh, en, switch, {})


def with_defaults(options: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """The options of `fields`, with defaults for those that are not set."""
    return {
        name: field.default if options.get(name) is None else options[name]
        for name, field in fields.items()
    }


NO_LIMIT = Text("要写 max 或 min，否则永远不报", "without max or min the rule never finds anything")


def crossed_limits(least: int | None, most: int | None) -> Iterator[tuple[str, Text]]:
    """A complaint if `least` is greater than `most`. 0 and None mean no limit; a `most` of -1
    allows none at all."""
    if least and most and least > most:
        shown = max(most, 0)
        yield (
            "min",
            Text(
                f"min（{least}）大于 max（{shown}），处处都会报",
                f"min ({least}) is greater than max ({shown}): it would be reported everywhere",
            ),
        )


def switched_on(
    families: Mapping[str, Any], fields: Mapping[str, Field]
) -> Iterator[dict[str, Any]]:
    """The families that are on, with their defaults."""
    for family in families.values():
        if isinstance(family, Mapping) and family.get("severity") != OFF:
            yield with_defaults(family, fields)
