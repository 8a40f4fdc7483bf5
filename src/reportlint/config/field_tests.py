"""`when: {field: Type, is: Standards Track}`: the condition of a demand or a rule on a field of the
report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems
from reportlint.core import schema
from reportlint.core.rule import FieldTest
from reportlint.core.schema import Field

_NAME = schema.text(
    "front matter 或开头“字段: 值”的字段", "a field of the front matter or header lines"
)
_VALUE = schema.text("值", "a value")
_SINGLE: Mapping[str, Field] = {
    "field": _NAME,
    "is": schema.listed("它是这些值之一", "the field has one of these values", _VALUE),
    "is-not": schema.listed(
        "它不是这些值；没有这个字段也算",
        "the field has none of these values, or is missing",
        _VALUE,
    ),
    "present": schema.flag(
        "有没有这个字段，空着算没有", "whether the field is present and not empty", True
    ),
}
ALL_OF, ANY_OF = "all-of", "any-of"


def _joined(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """`fields` plus the keys `all-of` and `any-of`, which combine several tests of `fields`."""
    test = schema.record("字段是怎样的", "a test of a field", fields)
    return {
        **fields,
        ALL_OF: schema.listed("这些都要符合", "all of these must be true", test),
        ANY_OF: schema.listed("这些符合一个就行", "at least one of these must be true", test),
    }


FIELD_TEST: Mapping[str, Field] = _joined(_joined(_SINGLE))
_EMPTY = FieldTest("")


def read_field_test(
    node: Node | None, data: Mapping[str, Any] | None, problems: Problems, also: bool = False
) -> FieldTest | None:
    """The test in the mapping `node`, whose checked data is `data`; None if there is none.
    Contradictions are added to `problems`, as is a missing name of a field, unless `also` says that
    the mapping has other demands."""
    if node is None or data is None or node.kind != MAP:
        return None
    joined = {key: _listed(node.get(key), data.get(key), problems) for key in (ALL_OF, ANY_OF)}
    test = _single(node, data, problems, also=also or any(map(node.get, joined)))
    for key, tests in joined.items():
        if key in data and node.get(key) is not None and not data[key]:
            problems.add(node.get(key), f"“{key}”是空的", f"“{key}” is empty")
        if tests:
            test = _with(test or _EMPTY, key, tests)
    return test


def _with(test: FieldTest, key: str, tests: tuple[FieldTest, ...]) -> FieldTest:
    return test._replace(all_of=tests) if key == ALL_OF else test._replace(any_of=tests)


def _listed(
    node: Node | None, data: Sequence[Any] | None, problems: Problems
) -> tuple[FieldTest, ...]:
    items = node.items if node is not None else ()
    read = (read_field_test(*pair, problems) for pair in zip(items, data or (), strict=False))
    return tuple(test for test in read if test is not None)


def _single(
    node: Node, data: Mapping[str, Any], problems: Problems, *, also: bool
) -> FieldTest | None:
    """The test of one field; None if the mapping names no field, which is an error without
    `also`."""
    keys = [key for key in _SINGLE if node.get(key) is not None]
    if "field" not in keys:
        if keys or not also:
            problems.add(
                node,
                "“when”里要写是哪个字段：{field: Type, is: Standards Track}",
                "“when” must name a field: {field: Type, is: Standards Track}",
            )
        return None
    if len(keys) > 2:
        problems.add(
            node,
            "is、is-not、present 只能写其中一个",
            "only one of is, is-not and present may be said",
        )
    name = node.get("field")
    if name is not None and name.text.rstrip(" ") != name.text.rstrip(" :："):
        bare = name.text.rstrip(" :：")
        problems.add(name, f"字段名不带冒号：写 {bare}", f"a name has no colon: {bare}")
    values, not_values = (_values(node, data, key, problems) for key in ("is", "is-not"))
    return FieldTest(str(data.get("field", "")), values, not_values, data.get("present") is False)


def _values(node: Node, data: Mapping[str, Any], key: str, problems: Problems) -> tuple[str, ...]:
    """The values of a key; an empty list is added to `problems`."""
    values = tuple(data.get(key) or ())
    if key in data and not values and node.get(key) is not None:
        problems.add(node.get(key), f"“{key}”是空的", f"“{key}” is empty")
    return values
