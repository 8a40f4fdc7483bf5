"""Examples of the values of keys, for messages about values of another form."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.core.text import Text

_SHAPES: Mapping[str, Text] = {
    "swap": Text("swap: {登陆: 登录}", "swap: {utilise: use}"),
    "prefer": Text("prefer: {登录: [登陆, 登入]}", "prefer: {email: [e-mail]}"),
    "fields": Text("fields: {密级: {required: true}}", "fields: {Title: {required: true}}"),
    "when": Text("when: {type: 述职报告}", "when: {type: duty-report}"),
    "groups": Text("groups: [{id: phone, any: [电话]}]", "groups: [{id: phone, any: [Phone]}]"),
    "recognise": Text("recognise: {title: [工作计划]}", "recognise: {title: [Work plan]}"),
    "parts": Text("parts: {signature: true, date: true}", "parts: {signature: true, date: true}"),
    "opening": Text("opening: {any: [报告如下]}", "opening: {any: [as follows]}"),
    "closing": Text("closing: {any: [特此报告]}", "closing: {any: [for approval]}"),
    "must": Text("must: [{any: [联系人]}]", "must: [{any: [contact]}]"),
    "must-not": Text("must-not: [{any: [请批示]}]", "must-not: [{any: [please approve]}]"),
    "rules": Text("rules: {空话: off}", "rules: {placeholder: off}"),
    "ignore": Text(
        "ignore: [{files: a.md, rule: placeholder, text: XX大道}]",
        "ignore: [{files: a.md, rule: placeholder, text: XX}]",
    ),
    "overrides": Text(
        "overrides: [{files: 述职/**, type: 述职报告}]",
        "overrides: [{files: duty/**, type: duty-report}]",
    ),
    "extends": Text("extends: [core, ./house]", "extends: [core, ./house]"),
    "requires": Text("requires: [core]", "requires: [core]"),
    "examples": Text("examples: {bad: [写⟦空话⟧], good: [修路]}", "examples: {bad: [a ⟦b⟧]}"),
}
_TOGETHER = Text("sections: {风险: [], 措施: []}", "sections: {Risks: [], Measures: []}")
_SECTIONS = Text(
    "sections: [{id: work, title: 主要工作}]", "sections: [{id: work, title: Work done}]"
)


def shape_of(name: str, *, is_map: bool = False) -> Text | None:
    """An example of the key `name` with its value; None if there is none. `is_map`: a mapping is
    expected."""
    if name == "sections":
        return _TOGETHER if is_map else _SECTIONS
    return _SHAPES.get(name)
