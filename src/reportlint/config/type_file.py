"""Read a report-type file into a ReportType, merged with the type that it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.blank_fields import check_template, read_blank_fields
from reportlint.config.checker import Checker
from reportlint.config.examples import read_examples
from reportlint.config.field_tests import read_field_test
from reportlint.config.new_files import read_files
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems, check_globs, check_id
from reportlint.config.template_slips import check_blanks, check_samples
from reportlint.config.type_fields import PART, TYPE, WITHIN
from reportlint.config.type_slips import (
    check_both,
    check_file_name,
    check_placement,
    check_root,
    check_section,
    check_titles,
    mapping_of_type,
    unknown_base,
)
from reportlint.config.yaml import parse
from reportlint.core.pack import NO_TEMPLATE, PackTemplate
from reportlint.core.report_type import (
    DEMANDS,
    OPTIONAL,
    PARTS,
    Frame,
    Group,
    Listing,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.core.text import A_TYPE, Text

_SECTION = Text("节", "section")
_UNITS = frozenset({"", "paragraph", "paragraphs"})  # allowed after the number of `within`


def read_type(
    text: str,
    path: str,
    stem: str,
    pack: str,
    known: Mapping[str, ReportType],
    words: Mapping[str, tuple[str, ...]],
    shared: PackTemplate = NO_TEMPLATE,
    parts: Mapping[str, tuple[str, str]] = {},
) -> ReportType:
    """The report type in the file at `path`. `known` are the types that it may extend, `shared` are
    the settings of its pack for all types, `parts` are the path and text of each part that it may
    include, by name.

    Raises UserError with all problems.
    """
    problems = Problems(path)
    node = mapping_of_type(text, path, problems)
    check_id(node, stem, A_TYPE, problems)
    fields = {name: field for name, field in TYPE.items() if name != "examples"}
    base = _base(node.get("extends"), stem, known, problems)
    if base is not None:
        fields["name"] = fields["name"]._replace(required=False)
    check = Checker(problems, words)
    also = ("examples", "title") if check_root(node, problems) else ("examples",)
    data = check.record(node, fields, "type", also=also)
    start = (base or ReportType(stem, pack, {}))._replace(
        id=stem, pack=pack, path=path, line=node.line, extends=base.id if base else "", examples=()
    )
    start = _with_shared(start, shared)
    included = _included(node.get("include"), start, parts, words, problems)
    report_type = _added(included, _TypeBuilder(problems).build(node, data, included), data)
    check_blanks(node, problems)
    check_samples(node.get("blanks"), report_type, problems)
    check_both(node, data, problems)
    check_file_name(node.get("file-name"), problems)
    check_template(node, report_type, problems)
    problems.check()
    examples = read_examples(node.get("examples"), check, type_id=stem)
    problems.check()
    return report_type._replace(examples=examples)


def _with_shared(base: ReportType, shared: PackTemplate) -> ReportType:
    """`base` with the fields and the frame that its pack defines for all its types."""
    texts = {key: text for key, text in shared.frame._asdict().items() if text and key != "when"}
    fields = {**base.fields, **shared.fields}
    return base._replace(fields=fields, frame=base.frame._replace(**texts))


def _included(
    node: Node | None,
    start: ReportType,
    parts: Mapping[str, tuple[str, str]],
    words: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> ReportType:
    """`start` with the parts named in `node` added in their order. Raises UserError if one of them
    is invalid."""
    for place in (node.items or (node,)) if node is not None else ():
        if place.text in parts:
            start = _with_part(start, *parts[place.text], words)
        else:
            problems.unknown(place, Text("部分", "part"), place.text, parts)
    return start


def _with_part(
    start: ReportType, path: str, text: str, words: Mapping[str, tuple[str, ...]]
) -> ReportType:
    """`start` with the part in the file at `path` added. Raises UserError if the part is
    invalid."""
    problems = Problems(path)
    node = parse(text, path)
    if node.kind != MAP:
        problems.add(node, "部分文件应为键值表", "a part must be a mapping")
        problems.check()
    data = Checker(problems, words).record(node, PART, "part")
    built = _added(start, _TypeBuilder(problems).build(node, data, start), data)
    check_blanks(node, problems)
    problems.check()
    return built


def _added(base: ReportType, built: ReportType, data: Mapping[str, Any]) -> ReportType:
    """The type `built` from `base` and the `data` of a part, with the `must` and `must-not` texts
    of both: those of the part replace no others, unless `base` extends a type."""
    if base.extends or not (base.must or base.must_not):
        return built
    must = (*base.must, *built.must) if "must" in data else built.must
    must_not = (*base.must_not, *built.must_not) if "must-not" in data else built.must_not
    return built._replace(must=must, must_not=must_not)


def extended(text: str, path: str) -> str:
    """The id of the type that the file at `path` extends, and that must be read before it; "" if
    there is none."""
    if "extends" not in text:
        return ""
    node = parse(text, path).get("extends")
    return node.text if node is not None else ""


def _base(
    node: Node | None, stem: str, known: Mapping[str, ReportType], problems: Problems
) -> ReportType | None:
    if node is None or node.text in known:
        return known[node.text] if node else None
    problems.add_text(node, unknown_base(node.text, stem, known))
    return None


class _TypeBuilder:
    """Converter of the checked data of one type file to its values; errors that no field can
    express are added to `problems`."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def build(self, node: Node, data: Mapping[str, Any], base: ReportType) -> ReportType:
        """`base` changed by the data of the file."""
        opening = node.get("opening"), data.get("opening"), base.opening
        closing = node.get("closing"), data.get("closing"), base.closing
        built = base._replace(
            name=data.get("name", base.name),
            why=data.get("why", base.why),
            recognise=self.recognise(node.get("recognise"), data, base.recognise),
            opening=self.placement(*opening, "opening"),
            sections=self.sections(node.get("sections"), data.get("sections", []), base.sections),
            closing=self.placement(*closing, "closing"),
            ordered=data.get("order", base.ordered),
            extra=data.get("extra", base.extra),
            empty_sections=data.get("empty-sections", base.empty_sections),
            frame=self.frame(node.get("write"), data.get("write", {}), base.frame),
            fields={**base.fields, **read_blank_fields(node, data, self.problems)},
            file_name=data.get("file-name", base.file_name),
            files=(
                *base.files,
                *read_files(node.get("files"), data.get("files", []), self.problems),
            ),
            blanks={**base.blanks, **data.get("blanks", {})},
        )
        if "must" in data:
            built = built._replace(must=self.groups(node, data, "must"))
        if "must-not" in data:
            built = built._replace(must_not=self.groups(node, data, "must-not"))
        if "parts" in data:
            built = built._replace(
                parts={**base.parts, **_parts(data["parts"])},
                parts_source=str(data["parts"].get("source") or base.parts_source),
            )
        if "prompts" in data:
            built = built._replace(prompts=_phrases(data["prompts"]))
        return built

    def recognise(self, node: Node | None, data: Mapping[str, Any], base: Recognise) -> Recognise:
        signs = data.get("recognise")
        if signs is None:
            return base
        paths = signs.get("path", [])
        check_globs(node.get("path") if node else None, paths, self.problems)
        return Recognise(
            _phrases(signs.get("title")),
            _phrases(signs.get("opening")),
            tuple(paths),
            tuple(signs.get("headings", ())),
        )

    def frame(self, node: Node | None, data: Mapping[str, Any], base: Frame) -> Frame:
        """The texts around the sections, each with the condition on fields that it depends on."""
        texts = {name: text for name, text in data.items() if name != "when"}
        tests = node.get("when") if node else None
        conditions = data.get("when") or {}
        read = {
            key.text: read_field_test(value, conditions.get(key.text), self.problems)
            for key, value in (tests.pairs if tests else ())
        }
        when = {part: test for part, test in read.items() if test is not None}
        return base._replace(**texts, when={**base.when, **when})

    def groups(self, node: Node, data: Mapping[str, Any], name: str) -> tuple[Group, ...]:
        """The texts that must or must not occur, in groups; a group without an id is named by its
        number."""
        entries = data.get(name) or ()
        groups = [
            _group({"id": f"{name}-{number}", **entry}) for number, entry in enumerate(entries, 1)
        ]
        listed = node.get(name)
        for group, place in zip(groups, listed.items if listed else (), strict=False):
            if not group.phrases.any and not group.phrases.regex:
                self.problems.add(
                    place, f"“{name}”没有 any 也没有 regex", f"“{name}” has neither any nor regex"
                )
        return tuple(groups)

    def placement(
        self, node: Node | None, data: Any, base: Placement | None, name: str
    ) -> Placement | None:
        if node is None or data is None:
            return base
        if data is False:
            return None
        check_placement(node, name, data, self.problems)
        groups = [_group(entry) for entry in data.get("groups", [])]
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
        within = self.within(node.get("within"), data.get("within", WITHIN))
        when = read_field_test(node.get("when"), data.get("when"), self.problems)
        return Placement(within, tuple(groups), data.get("write", ""), when)

    def within(self, node: Node | None, value: Any) -> int:
        """The number of paragraphs in 2, `2 paragraphs` or `2 段`. Any other value is a problem and
        gives WITHIN."""
        text = str(value)
        digits = text.removesuffix("段").strip() if text.endswith("段") else text.partition(" ")[0]
        unit = "" if text.endswith("段") else text.partition(" ")[2].strip()
        if digits.isascii() and digits.isdigit() and int(digits[:9]) > 0 and unit in _UNITS:
            return int(digits[:9])
        self.problems.add(
            node, "“within”应为段数，如 2", "“within” must be a number of paragraphs, such as 2"
        )
        return WITHIN

    def sections(
        self, node: Node | None, data: Sequence[Any], base: tuple[SectionSpec, ...]
    ) -> tuple[SectionSpec, ...]:
        """`base` changed by the entries: a section of the same id is replaced or dropped, a new one
        is inserted after its `after`, or at the end."""
        specs = list(base)
        seen: list[str] = []
        for place, entry in zip(node.items if node else (), data, strict=False):
            if place.kind != MAP:
                continue
            section_id = entry.get("id", "")
            if section_id and section_id in seen:
                self.problems.add(
                    place.get("id"), f"节“{section_id}”重复", f"duplicate section “{section_id}”"
                )
            seen.append(section_id)
            self.change_section(specs, place, entry)
        check_titles(node, specs, self.problems)
        return tuple(specs)

    def change_section(self, specs: list[SectionSpec], place: Node, entry: dict[str, Any]) -> None:
        """Apply one entry of `sections`, at the node `place`, to `specs`."""
        section_id = entry.get("id", "")
        ids = [spec.id for spec in specs]
        if entry.get("drop"):
            if section_id in ids:
                del specs[ids.index(section_id)]
            else:
                self.problems.unknown(place.get("id"), _SECTION, section_id, ids)
            return
        known = TYPE["sections"].item
        unknown_keys = [key for key, _ in place.pairs if known and key.text not in known.fields]
        if "title" not in entry and place.get("title") is None and not unknown_keys:
            self.problems.add(
                place, f"节“{section_id}”缺少 title", f"section “{section_id}” lacks its title"
            )
        spec = self.section(place, entry)
        if section_id in ids:
            specs[ids.index(section_id)] = spec
        else:
            specs.insert(self.position(place, entry, ids), spec)

    def position(self, place: Node, entry: Mapping[str, Any], ids: Sequence[str]) -> int:
        after = entry.get("after")
        if after is None:
            return len(ids)
        if after in ids:
            return ids.index(after) + 1
        self.problems.unknown(place.get("after"), _SECTION, after, ids)
        return len(ids)

    def section(self, node: Node, data: Mapping[str, Any]) -> SectionSpec:
        title, listing = data.get("title", ""), data.get("list")
        check_section(node, self.problems)
        when = node.get("when")
        demand = DEMANDS[data.get("required", "true")]
        if when is not None and demand == OPTIONAL:
            self.problems.add(
                when,
                "required: false 时 when 不起作用：去掉其中一个",
                "with required: false `when` means nothing: take one of them out",
            )
        aliases = (alias for alias in data.get("aliases", ()) if alias != title)
        each = data.get("each", "")
        known_title = () if "{{" in title else (title,)
        return SectionSpec(
            id=data.get("id", ""),
            title=title,
            phrases=Phrases((*known_title, *aliases), tuple(data.get("regex", ()))),
            lead=_phrases(data.get("lead")),
            demand=demand if known_title else OPTIONAL,
            severity=data.get("severity", ""),
            source=data.get("source", ""),
            write=data.get("write", ""),
            sections=self.sections(node.get("sections"), data.get("sections", []), ()),
            list=Listing(listing.get("style", ""), listing.get("min", 0)) if listing else None,
            many=data.get("many", bool(each)),
            each=each,
            length=data.get("min-length", 0),
            must=self.groups(node, data, "must"),
            must_not=self.groups(node, data, "must-not"),
            when=read_field_test(when, data.get("when"), self.problems),
        )

    def unique(self, ids: Sequence[str], node: Node) -> None:
        for twice in {group_id for group_id in ids if ids.count(group_id) > 1}:
            self.problems.add(node, f"“{twice}”重复", f"duplicate “{twice}”")


def _phrases(data: Mapping[str, Any] | None) -> Phrases:
    return Phrases(tuple(data["any"]), tuple(data["regex"])) if data else Phrases()


def _group(data: Mapping[str, Any]) -> Group:
    return Group(
        data.get("id", ""),
        Phrases(tuple(data.get("any", ())), tuple(data.get("regex", ()))),
        data.get("name", {}),
        data.get("severity", ""),
        data.get("source", ""),
        _phrases(data.get("if")),
        data.get("points", False),
    )


def _parts(data: Mapping[str, Any]) -> dict[str, str]:
    """The demand for each part that a type names, without the key `source`."""
    return {name: DEMANDS[str(data[name]).lower()] for name in PARTS if name in data}
