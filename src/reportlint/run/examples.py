"""Rule files, report types and packs → which of their own examples do not hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.loader import TYPES, Loader, WantedPack
from reportlint.config.problems import unknown
from reportlint.config.regexes import matches_everywhere
from reportlint.config.rule_file import read_rule
from reportlint.config.shipped import ENDINGS, PACK_FILE, Shipped
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, Pack
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Example, Rule
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.files.walk import nearby, visible
from reportlint.kinds import KINDS
from reportlint.lint.check import check, prepare
from reportlint.lint.examples import Outcome, compare, run_examples
from reportlint.ordinals.matcher import Matcher
from reportlint.run.setup import Setup, Setups
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse


class Failure(NamedTuple):
    """One example that does not hold, in the file at `path`."""

    path: str
    name: str  # of the rule or report type
    example: Example
    word: str  # "missing", "noisy" or "wrong-span"
    expected: Span | None
    found: Span | None


class Result(NamedTuple):
    """What was run, and what failed."""

    rules: int  # and report types
    ran: int  # examples
    failures: tuple[Failure, ...]
    warnings: tuple[Problem, ...] = ()  # what is no mistake for sure, and hardly meant


class Subject(NamedTuple):
    """One rule or report type with the examples of one file, and the library that it is run with."""

    path: str
    subject: Rule | ReportType
    library: Library


def test(paths: Sequence[str], settings: Settings) -> Result:
    """Run the examples at `paths`: rule files, report type files, folders of packs; of all packs in use where none is given.

    Raises UserError for a path that does not exist or is none of these, and for files that are wrong in themselves.
    """
    setups = Setups(settings, whole=True)
    used = None if paths else setups.of(os.path.join(os.getcwd(), "-"))
    subjects = list(_of_library(used.library, setups) if used else _given(paths, setups))
    failures: list[Failure] = []
    for one in subjects:
        try:
            found = _run(one)
        except Exception as error:
            error.add_note(f"while running the examples in {one.path}")
            raise
        failures += (Failure(nearby(one.path), one.subject.id, *outcome) for outcome in found)
    return Result(
        len(subjects),
        sum(len(one.subject.examples) for one in subjects),
        tuple(failures),
        (
            *(_dropped_packs(used, setups.shipped.names) if used else ()),
            *(warning for one in subjects for warning in _warnings(one)),
        ),
    )


def _dropped_packs(setup: Setup, shipped: Sequence[str]) -> Iterator[Problem]:
    """A warning where `extends` leaves out all built-in packs, and no pack requires one: nobody may have noticed."""
    extends = setup.config.extends
    if not extends or any(name in shipped for name in extends):
        return
    if any(rule.pack in shipped for rule in setup.library.rules.values()):
        return
    listed = ", ".join((*shipped, *extends))
    said = Text(
        f"extends 没有列出内置规则包，内置规则都不查；要查就写 [{listed}]",
        f"extends names no built-in pack, so that no built-in rule is run; for these write [{listed}]",
    )
    yield Problem(said, setup.config.path, 1)


def _warnings(one: Subject) -> Iterator[Problem]:
    """What is hardly meant in a rule or report type: nothing tests it, it is never recognised, it finds everything."""

    def said(zh: str, en: str) -> Problem:
        return Problem(
            Text(f"{one.subject.id}：{zh}", f"{one.subject.id}: {en}"), one.path, one.subject.line
        )

    subject = one.subject
    if isinstance(subject, ReportType):
        signs = subject.recognise
        if not (signs.title.any or signs.title.regex or signs.opening.any or signs.path):
            yield said(
                "没有 recognise，认不出这个文种，只能用 type 指定",
                "without recognise no report is known to be of this type, unless `type` says so",
            )
        return
    tested = subject.kind != "housekeeping" and not KINDS[subject.kind].checks_type(subject.options)
    if (
        tested
        and not subject.examples
        and one.path.endswith((f"{subject.id}.yaml", f"{subject.id}.yml"))
    ):
        yield said(
            "没有例子，不知道它查得对不对",
            "no examples: nobody knows whether it finds what it should",
        )
    options = subject.options
    families = (options.get("patterns") or {}).values()
    for family in (options, *(family for family in families if isinstance(family, dict))):
        for source in family.get("regex") or () if subject.kind in ("pattern", "count") else ():
            if matches_everywhere(source, one.library.lexicon.words):
                yield said(
                    f"正则 {source} 处处都能匹配，连空的也算；把 * 改成 +，或去掉空的一支",
                    f"the regex {source} matches everywhere, if only nothing: write + for *, or drop the empty branch",
                )


def _of_library(library: Library, setups: Setups) -> Iterator[Subject]:
    """All that the packs in use hold. The examples of a built-in rule may be reports of types of another built-in pack, which
    nobody need have in use."""
    shipped, whole = setups.shipped, list[Library]()
    for pack in library.packs:
        for one in _of_pack(pack, library):
            named = {example.type for example in one.subject.examples} - {""}
            if pack.id in shipped.names and not named <= set(library.types):
                if not whole:
                    wanted = [WantedPack(name, shipped.folder) for name in shipped.names]
                    whole.append(Loader(setups.disk, shipped, KINDS).load(wanted))
                yield one._replace(library=whole[0])
            else:
                yield one


def _of_pack(pack: Pack, library: Library) -> Iterator[Subject]:
    """The rules of a pack, with what other packs add to them; what it adds to others; its report types."""
    for rule in pack.rules:
        yield Subject(rule.path, library.rules[rule.id]._replace(examples=rule.examples), library)
    for addition in pack.additions:
        if addition.rule in library.rules:
            rule = library.rules[addition.rule]._replace(examples=addition.examples)
            yield Subject(f"{pack.path}/{PACK_FILE}{ENDINGS[0]}", rule, library)
    for one in pack.types:
        yield Subject(one.path, one, library)


def _given(paths: Iterable[str], setups: Setups) -> Iterator[Subject]:
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        raise UserError(
            Problem(Text("没有这个文件或文件夹", "no such file or folder"), visible(path))
            for path in missing
        )
    packs: dict[str, list[Subject]] = {}
    done: set[str] = set()
    for path in paths:
        files = _files(os.path.abspath(path).replace(os.sep, "/"), path)
        together = _together(files, setups)
        for file in files:
            if file in done:
                continue
            done.add(file)
            folder = _pack_folder(file)
            if not folder:
                yield _lone(file, setups)
                continue
            if folder not in packs:
                library = together or _library(folder, setups)
                pack = next(pack for pack in library.packs if pack.path == folder)
                packs[folder] = list(_of_pack(pack, library))
            yield from (
                one
                for one in packs[folder]
                if os.path.splitext(one.path)[0] == os.path.splitext(file)[0]
            )


def _together(files: Sequence[str], setups: Setups) -> Library | None:
    """The packs that a folder of packs holds, in one library: one may build on the other. None where there are not several,
    or they do not go together.

    Those with the names of built-in packs, as in another clone, take the place of these.
    """
    folders = list(dict.fromkeys(filter(None, map(_pack_folder, files))))
    if len(folders) < 2:
        return None
    shipped = setups.shipped
    parent = os.path.dirname(folders[0])
    names = tuple(os.path.basename(folder) for folder in folders)
    if set(names) & set(shipped.names) and all(os.path.dirname(one) == parent for one in folders):
        shipped = Shipped(names, parent)
    wanted = [
        *(WantedPack(name, shipped.folder) for name in shipped.names),
        *(WantedPack(folder, "") for folder in folders),
    ]
    try:
        return Loader(setups.disk, shipped, KINDS).load(wanted)
    except UserError:
        return None  # each is loaded by itself, and says what is wrong


def _library(folder: str, setups: Setups) -> Library:
    """The pack in `folder` among the built-in ones; alone with what it requires where it takes the place of one of them."""
    names = [name for name in setups.shipped.names if f"{setups.shipped.folder}/{name}" != folder]
    built_in = [WantedPack(name, setups.shipped.folder) for name in names]
    try:
        return Loader(setups.disk, setups.shipped, KINDS).load([*built_in, WantedPack(folder, "")])
    except UserError:
        return Loader(setups.disk, setups.shipped, KINDS).load([WantedPack(folder, "")])


def _files(path: str, given: str) -> list[str]:
    """The YAML files at an absolute path: itself, or all below a folder."""
    if not os.path.isdir(path):
        if not path.endswith(ENDINGS):
            said = Text(
                "不是规则文件：规则文件以 .yaml 结尾",
                "no rule file: the name of a rule file ends in .yaml",
            )
            raise UserError([Problem(said, visible(given))])
        return [path]
    found = [
        f"{folder}/{name}".replace(os.sep, "/")
        for folder, _, names in os.walk(path)
        for name in names
        if name.endswith(ENDINGS) and not name.startswith(".")
    ]
    if not found:
        raise UserError(
            [
                Problem(
                    Text("这个文件夹里没有规则文件", "no rule file in this folder"), visible(given)
                )
            ]
        )
    return sorted(found)


def _pack_folder(file: str) -> str:
    """The folder of the pack that a file belongs to, "" for a rule that stands alone."""
    folder = os.path.dirname(file)
    if os.path.basename(folder) == TYPES:
        folder = os.path.dirname(folder)
    return folder if any(os.path.isfile(f"{folder}/{PACK_FILE}{end}") for end in ENDINGS) else ""


def _lone(file: str, setups: Setups) -> Subject:
    """A rule file outside of any pack: run with the packs that the configuration here uses."""
    library = setups.of(file).library
    text = setups.disk.read(file) or ""
    stem = os.path.splitext(os.path.basename(file))[0]
    return Subject(file, read_rule(text, file, stem, "", KINDS, library.lexicon.words), library)


def _run(one: Subject) -> list[Outcome]:
    library = one.library
    matcher = Matcher(library.lexicon)
    _check_types(one)

    def read(text: str, form: str, type_: ReportType | None) -> DocumentReading:
        return DocumentReading(parse(text, form, matcher), matcher, type_)

    if isinstance(one.subject, Rule):
        return run_examples(one.subject, library.lexicon, library.types, read)
    rules = library.rules.values()
    of_types = [rule for rule in rules if KINDS[rule.kind].checks_type(rule.options)]
    demands = prepare(of_types, library.lexicon)
    outcomes: list[Outcome] = []
    for example in one.subject.examples:
        found = check(read(example.text, example.format, one.subject), demands, "en").found
        outcomes += compare(example, {diagnostic.span for diagnostic in found})
    return outcomes


def _check_types(one: Subject) -> None:
    """Raise UserError where an example wants to be read as a report type that does not exist."""
    known = one.library.types
    problems = [
        Problem(unknown(Text("文种", "report type"), example.type, known), one.path, example.line)
        for example in one.subject.examples
        if example.type and example.type not in known
    ]
    if problems:
        raise UserError(problems)
