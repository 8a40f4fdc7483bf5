"""A report-type file → ReportType, with what it extends already in it."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.config.checker import Checker
from reportlint.config.examples import read_examples
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems, check_globs, check_id
from reportlint.config.type_fields import TYPE, WITHIN
from reportlint.config.yaml import parse
from reportlint.core.report_type import (
    OPTIONAL,
    RECOMMENDED,
    REQUIRED,
    Group,
    Listing,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.core.text import Text

_DEMANDS = {"true": REQUIRED, "recommended": RECOMMENDED, "false": OPTIONAL}


def read_type(
    text: str,
    path: str,
    stem: str,
    pack: str,
    known: Mapping[str, ReportType],
    words: Mapping[str, tuple[str, ...]],
) -> ReportType:
    """The report type in the file at `path`; `known` are the types it may extend. Raises UserError with all that is wrong."""
    problems = Problems(path)
    node = parse(text, path)
    if node.kind != MAP:
        problems.add(node, "文种文件应为键值表", "a report-type file must be a mapping")
        problems.check()
    check_id(node, stem, Text("文种", "type"), problems)
    fields = {name: field for name, field in TYPE.items() if name != "examples"}
    base = _base(node.get("extends"), known, problems)
    if base is not None:
        fields["name"] = fields["name"]._replace(required=False)
    check = Checker(problems, words)
    data = check.record(node, fields, "type", also=("examples",))
    start = (base or ReportType(stem, pack, {}))._replace(
        id=stem, pack=pack, path=path, line=node.line, extends=base.id if base else "", examples=()
    )
    made = _Maker(problems).make(node, data, start)
    problems.check()
    made = made._replace(examples=read_examples(node.get("examples"), check, type_id=stem))
    problems.check()
    return made


def extended(text: str, path: str) -> str:
    """The id of the type that the file at `path` extends, "" for none: what must be read before it."""
    if "extends" not in text:
        return ""
    node = parse(text, path).get("extends")
    return node.text if node is not None else ""


def _base(
    node: Node | None, known: Mapping[str, ReportType], problems: Problems
) -> ReportType | None:
    if node is None or node.text in known:
        return known[node.text] if node else None
    problems.unknown(node, Text("文种", "report type"), node.text, known)
    return None


class _Maker:
    """Makes values of the checked data of one type file; what no field can say goes to `problems`."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def make(self, node: Node, data: Mapping[str, Any], base: ReportType) -> ReportType:
        recognise = data.get("recognise")
        if recognise is not None:
            where = node.get("recognise")
            check_globs(
                where.get("path") if where else None, recognise.get("path", []), self.problems
            )
            found = Recognise(
                _phrases(recognise.get("title")),
                _phrases(recognise.get("opening")),
                tuple(recognise.get("path", ())),
            )
            base = base._replace(recognise=found)
        return base._replace(
            name=data.get("name", base.name),
            why=data.get("why", base.why),
            opening=self.placement(
                node.get("opening"), data.get("opening"), base.opening, "opening"
            ),
            sections=self.sections(node.get("sections"), data.get("sections", []), base.sections),
            closing=self.placement(
                node.get("closing"), data.get("closing"), base.closing, "closing"
            ),
            ordered=data.get("order", base.ordered),
            extra=data.get("extra", base.extra),
            must=self.groups(node.get("must"), data.get("must"), "must")
            if "must" in data
            else base.must,
            must_not=self.groups(node.get("must-not"), data.get("must-not"), "must-not")
            if "must-not" in data
            else base.must_not,
            prompts=_phrases(data["prompts"]) if "prompts" in data else base.prompts,
            frame=base.frame._replace(**data.get("write", {})),
            blanks={**base.blanks, **data.get("blanks", {})},
        )

    def groups(self, node: Node | None, data: Any, name: str) -> tuple[Group, ...]:
        """Texts that must or must not stand there. One without an id is called by its number."""
        groups = [
            _group({"id": f"{name}-{number}", **one}) for number, one in enumerate(data or (), 1)
        ]
        for group, where in zip(groups, node.items if node else (), strict=False):
            if not group.phrases.any and not group.phrases.regex:
                self.problems.add(
                    where, f"“{name}”没有 any 也没有 regex", f"“{name}” has neither any nor regex"
                )
        return tuple(groups)

    def placement(
        self, node: Node | None, data: Any, base: Placement | None, name: str
    ) -> Placement | None:
        if node is None or data is None:
            return base
        if data is False:
            return None
        groups = [_group(one) for one in data.get("groups", [])]
        if data.get("any") or data.get("regex"):
            groups.insert(0, _group({"id": name, **data}))
        for group in groups:
            if not group.phrases.any and not group.phrases.regex:
                self.problems.add(
                    node,
                    f"“{group.id}”没有 any 也没有 regex",
                    f"“{group.id}” has neither any nor regex",
                )
        self.unique([group.id for group in groups], node)
        return Placement(
            self.within(node.get("within"), data.get("within", WITHIN)),
            tuple(groups),
            data.get("write", ""),
        )

    def within(self, node: Node | None, value: Any) -> int:
        head, _, unit = (
            str(value).partition(" ")
            if not str(value).endswith("段")
            else (str(value)[:-1].strip(), "", "")
        )
        if (
            head.isascii()
            and head.isdigit()
            and int(head[:9]) > 0
            and unit.strip() in {"", "paragraph", "paragraphs", "段"}
        ):
            return int(head[:9])
        self.problems.add(
            node, "“within”应为段数，如 2", "“within” must be a number of paragraphs, such as 2"
        )
        return WITHIN

    def sections(
        self, node: Node | None, data: list[Any], base: tuple[SectionSpec, ...]
    ) -> tuple[SectionSpec, ...]:
        """`base` changed: a section of the same id is replaced or dropped, another is put after its `after`, or last."""
        nodes = node.items if node else ()
        made = list(base)
        seen: list[str] = []
        for where, one in zip(nodes, data, strict=False):
            if where.kind != MAP:
                continue
            own = one.get("id", "")
            if own and own in seen:
                self.problems.add(where.get("id"), f"节“{own}”重复", f"duplicate section “{own}”")
            seen.append(own)
            at = next((index for index, spec in enumerate(made) if spec.id == own), -1)
            if one.get("drop"):
                self.drop(where, own, made, at)
                continue
            if "title" not in one and where.get("title") is None:
                self.problems.add(where, f"节“{own}”缺少 title", f"section “{own}” lacks its title")
            spec = self.section(where, one)
            if at >= 0:
                made[at] = spec
            else:
                made.insert(self.position(where, one, made), spec)
        return tuple(made)

    def drop(self, where: Node, own: str, made: list[SectionSpec], at: int) -> None:
        if at >= 0:
            del made[at]
            return
        ids = [spec.id for spec in made]
        self.problems.unknown(where.get("id"), Text("节", "section"), own, ids)

    def position(self, where: Node, one: Mapping[str, Any], made: list[SectionSpec]) -> int:
        if "after" not in one:
            return len(made)
        ids = [spec.id for spec in made]
        if one["after"] in ids:
            return ids.index(one["after"]) + 1
        self.problems.unknown(where.get("after"), Text("节", "section"), one["after"], ids)
        return len(made)

    def section(self, node: Node, data: Mapping[str, Any]) -> SectionSpec:
        title, own = data.get("title", ""), data.get("list")
        return SectionSpec(
            data.get("id", ""),
            title,
            Phrases(
                (title, *(alias for alias in data.get("aliases", ()) if alias != title)),
                tuple(data.get("regex", ())),
            ),
            _phrases(data.get("lead")),
            _DEMANDS[data.get("required", "true")],
            data.get("severity", ""),
            data.get("source", ""),
            data.get("write", ""),
            self.sections(node.get("sections"), data.get("sections", []), ()),
            Listing(own.get("style", ""), own.get("min", 0)) if own else None,
            data.get("many", False),
            data.get("min-length", 0),
            self.groups(node.get("must"), data.get("must"), "must"),
            self.groups(node.get("must-not"), data.get("must-not"), "must-not"),
        )

    def unique(self, ids: list[str], node: Node) -> None:
        for one in {one for one in ids if ids.count(one) > 1}:
            self.problems.add(node, f"“{one}”重复", f"duplicate “{one}”")


def _phrases(data: Mapping[str, Any] | None) -> Phrases:
    return Phrases(tuple(data["any"]), tuple(data["regex"])) if data else Phrases()


def _group(data: Mapping[str, Any]) -> Group:
    return Group(
        data.get("id", ""),
        Phrases(tuple(data.get("any", ())), tuple(data.get("regex", ()))),
        data.get("name", {}),
        data.get("severity", ""),
        data.get("source", ""),
    )
