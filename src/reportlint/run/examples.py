"""Rule files, report types and packs → their own examples that fail."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.problems import unknown
from reportlint.config.regexes import matches_everywhere
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Example, Rule
from reportlint.core.span import Span
from reportlint.core.text import A_TYPE, Text
from reportlint.files.paths import nearby
from reportlint.kinds import KINDS
from reportlint.lint.check import check, prepare
from reportlint.lint.examples import Outcome, Read, compare, not_found_in, run_examples
from reportlint.ordinals.matcher import Matcher
from reportlint.run.setup import Setup, Setups
from reportlint.run.subjects import Subject, of_library, subjects_at
from reportlint.structure.header_fields import with_fields
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

if TYPE_CHECKING:
    from reportlint.lint.coverage import Unneeded


class Failure(NamedTuple):
    """One failed example, in the file at `path`."""

    path: str
    name: str  # id of the rule or report type
    example: Example
    word: str  # "missing", "noisy" or "wrong-span"
    expected: Span | None
    found: Span | None
    hint: Text | None = None  # the likely cause


class Result(NamedTuple):
    """What was run, and what failed."""

    rules: int  # rules and report types
    ran: int  # number of examples
    failures: tuple[Failure, ...]
    warnings: tuple[Problem, ...] = ()  # not certainly wrong, but hardly intended
    # words, regexes, exceptions and alternatives; 0 without coverage
    parts: int = 0
    unneeded: tuple[Problem, ...] = ()  # parts that no example needs


def test(paths: Sequence[str], settings: Settings, *, coverage: bool = False) -> Result:  # noqa: PT028 - no test
    """Run the examples at `paths` (rule files, report type files, folders of packs), or of all
    packs in use if there are none. With `coverage`, also find the parts of rules that no example
    needs.

    Raises UserError for a path that does not exist or is none of these, and for invalid files.
    """
    setups = Setups(settings, whole=True)
    used = None if paths else setups.of(os.path.join(os.getcwd(), "-"))
    subjects = list(of_library(used.library, setups) if used else subjects_at(paths, setups))
    failures: list[Failure] = []
    for subject in subjects:
        try:
            result = _run(subject)
        except Exception as error:
            error.add_note(f"while running the examples in {subject.path}")
            raise
        path, id = nearby(subject.path), subject.subject.id
        failures += (Failure(path, id, *outcome, _hint(subject, outcome)) for outcome in result)
    parts, unneeded = _coverage(subjects) if coverage else (0, ())
    return Result(
        len(subjects),
        sum(len(subject.subject.examples) for subject in subjects),
        tuple(failures),
        (
            *(_dropped_packs(used, setups.shipped.names) if used else ()),
            *(warning for subject in subjects for warning in _warnings(subject)),
        ),
        parts,
        unneeded,
    )


def _hint(subject: Subject, outcome: Outcome) -> Text | None:
    """The likely cause of a failure, if the rule searches a section and the example has no type.
    Without a type, no heading of the example is recognised as a section; `when: section` is then
    not applied."""
    rule = subject.subject
    if outcome.word != "missing" or outcome.example.type or not isinstance(rule, Rule):
        return None
    places = [rule.options.get("at") or "", *(rule.options.get("scope") or ())]
    if not any("section:" in place for place in places):
        return None
    return Text(
        "例子没有写是什么文种，认不出这一节；写成 {type: 文种, text: …}",
        "the example does not say of which type it is, so its sections are not known; write"
        " {type: ID, text: …}",
    )


def _dropped_packs(setup: Setup, shipped: Sequence[str]) -> Iterator[Problem]:
    """A warning if `extends` leaves out all built-in packs, and no other pack requires one: this is
    probably not intended."""
    extends = setup.config.extends
    if not extends or any(name in shipped for name in extends):
        return
    if any(rule.pack in shipped for rule in setup.library.rules.values()):
        return
    listed = ", ".join((*shipped, *extends))
    message = Text(
        f"extends 没有列出内置规则包，内置规则都不查；要查就写 [{listed}]",
        f"extends names no built-in pack, so that no built-in rule is run; for these write"
        f" [{listed}]",
    )
    yield Problem(message, setup.config.path, 1)


def _warnings(tested: Subject) -> Iterator[Problem]:
    """The warnings for a rule or report type: nothing tests it, it is never recognised, it matches
    everywhere."""
    subject, library = tested.subject, tested.library
    if isinstance(subject, ReportType):
        if not _is_recognised(subject):
            yield _named(tested, _UNKNOWN)
        return
    for text in _untested(subject, tested.path):
        yield _named(tested, text)
    for example, frame in not_found_in(subject, library.lexicon, _reader(library)):
        yield _not_in(frame, example)._replace(path=tested.path)
    for text in _unbounded(subject, library):
        yield _named(tested, text)


def _named(subject: Subject, text: Text) -> Problem:
    """A problem with a rule or type, prefixed with its id."""
    id = subject.subject.id
    return Problem(Text(f"{id}：{text.zh}", f"{id}: {text.en}"), subject.path, subject.subject.line)


_UNKNOWN = Text(
    "没有 recognise，认不出这个文种，只能用 type 指定",
    "without recognise no report is known to be of this type, unless `type` says so",
)


def _is_recognised(report_type: ReportType) -> bool:
    signs = report_type.recognise
    by_title = signs.title.any or signs.title.regex
    return bool(by_title or signs.opening.any or signs.path or signs.headings)


def _untested(rule: Rule, path: str) -> Iterator[Text]:
    """A warning if a rule in a file of its own has no example, though it could have one."""
    is_testable = rule.kind != "housekeeping" and not KINDS[rule.kind].checks_type(rule.options)
    is_own_file = path.endswith((f"{rule.id}.yaml", f"{rule.id}.yml"))
    if is_testable and is_own_file and not rule.examples:
        yield Text(
            "没有例子，不知道它查得对不对",
            "no examples: nobody knows whether it finds what it should",
        )


def _unbounded(rule: Rule, library: Library) -> Iterator[Text]:
    """A warning for each regex of a rule that matches everywhere."""
    if rule.kind not in ("pattern", "count"):
        return
    families = (rule.options.get("patterns") or {}).values()
    for family in (rule.options, *(family for family in families if isinstance(family, dict))):
        for source in family.get("regex") or ():
            if matches_everywhere(source, library.lexicon.words):
                yield Text(
                    f"正则 {source} 处处都能匹配，连空的也算；把 * 改成 +，或去掉空的一支",
                    f"the regex {source} matches everywhere, if only nothing: write + for *, or"
                    f" drop the empty branch",
                )


def _not_in(frame: str, example: Example) -> Problem:
    """The warning that an example is not found inside a list item or heading."""
    place = {"item": Text("列表条目里", "a list item"), "heading": Text("标题行里", "a heading")}[
        frame
    ]
    message = Text(
        f"这个例子写在{place.zh}就找不到；不看那里就写 scope: paragraph",
        f"the example is not found where it stands in {place.en}; if that is meant, write scope:"
        f" paragraph",
    )
    return Problem(message, "", example.line)


def _coverage(subjects: Iterable[Subject]) -> tuple[int, tuple[Problem, ...]]:
    """The number of parts of all rules, and the parts that no example needs."""
    from reportlint.lint.coverage import coverage

    parts, problems = 0, list[Problem]()
    for subject in subjects:
        if isinstance(subject.subject, Rule):
            library = subject.library
            result = coverage(subject.subject, library.lexicon, library.types, _reader(library))
            parts += result.parts
            problems += (_unneeded(subject, part) for part in result.unneeded)
    return parts, tuple(problems)


def _unneeded(subject: Subject, part: Unneeded) -> Problem:
    entry = part.entry
    family = f"patterns: {entry.family}: " if entry.family else ""
    place = f"{subject.subject.id}: {family}{entry.key}: {entry.value}"
    branch = (
        Text(f" 里的“{part.branch}”", f", alternative “{part.branch}”")
        if part.branch
        else Text("", "")
    )
    message = Text(f"没有例子用到 {place}{branch.zh}", f"no example needs {place}{branch.en}")
    return Problem(message, subject.path, subject.subject.line)


def _reader(library: Library) -> Read:
    """A function that parses an example with the markers of a library."""
    matcher = Matcher(library.lexicon)

    def read(example: Example, type_: ReportType | None) -> DocumentReading:
        document = with_fields(parse(example.text, example.format, matcher), example.fields)
        return DocumentReading(document, matcher, type_, example.path)

    return read


def _run(subject: Subject) -> list[Outcome]:
    library = subject.library
    _check_types(subject)
    read = _reader(library)
    if isinstance(subject.subject, Rule):
        return run_examples(subject.subject, library.lexicon, library.types, read)
    rules = library.rules.values()
    of_types = [rule for rule in rules if KINDS[rule.kind].checks_type(rule.options)]
    demands = prepare(of_types, library.lexicon)
    outcomes: list[Outcome] = []
    for example in subject.subject.examples:
        findings = check(read(example, subject.subject), demands, "en").findings
        outcomes += compare(example, {diagnostic.span for diagnostic in findings})
    return outcomes


def _check_types(subject: Subject) -> None:
    """Raise UserError if an example names a report type that does not exist."""
    known = subject.library.types
    problems = [
        Problem(unknown(A_TYPE, example.type, known), subject.path, example.line)
        for example in subject.subject.examples
        if example.type and example.type not in known
    ]
    if problems:
        raise UserError(problems)
