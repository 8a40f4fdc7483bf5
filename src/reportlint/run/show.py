"""One file → the settings and rules it is checked with, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.config import FileConfig
from reportlint.config.rule_changes import rules_in_force
from reportlint.core.diagnostic import OFF, WARNING
from reportlint.core.glob import matches
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.text import Text, pick
from reportlint.files.decode import Decoded
from reportlint.files.origin import origin
from reportlint.files.paths import nearby
from reportlint.files.sources import Source, SourceError
from reportlint.kinds import KINDS
from reportlint.lint.check import in_force
from reportlint.run.document import document_of
from reportlint.run.recognition import SIGNS
from reportlint.run.setup import Setup, Setups
from reportlint.structure import evidence as signs
from reportlint.structure.reading import DocumentReading


class Because(NamedTuple):
    """A value, and where it comes from."""

    value: str
    why: Text


class ShownRule(NamedTuple):
    """One rule as it applies to the file."""

    id: str
    severity: str  # "off" if it does not run
    why: Text
    here: bool  # whether its `when` holds for the file


class Shown(NamedTuple):
    """The settings and rules that one file is checked with."""

    path: str
    config: Because  # "" if there is none
    packs: tuple[Because, ...]
    excluded: bool
    overrides: tuple[tuple[str, ...], ...]  # globs of the overrides that match
    type: Because  # "" if it has none
    confidence: float
    encoding: Because  # "" if it could not be decoded
    language: Because
    fail_on: Because
    rules: tuple[ShownRule, ...]


_DEFAULT = Text("默认", "by default")
_OPTION = Text("命令行选项", "an option of the command line")
_CONFIG = Text("配置", "the configuration")


def show(path: str, settings: Settings, setups: Setups | None = None) -> Shown:
    """The settings and rules for the file at `path`; `setups` are those of the run, if there is
    one. Raises UserError for a bad configuration and for a path that is no file."""
    setups = setups or Setups(settings, origin(settings, [path]), whole=True)
    where = setups.origin
    where.find([path], lambda _: False, force_exclude=False)  # raises UserError if there is none
    setup = setups.of(path)
    relative = setup.relative(path)
    file = setup.resolver.file(relative)
    try:
        source = where.read(path, file.encoding)
        encoding, why = source.encoding, _why_encoding(source, setup, file)
    except SourceError as error:
        source, encoding, why = Source(path, Decoded("", "", False)), "", error.reason
    document = document_of(source, setup.matcher)
    untyped = DocumentReading(document, setup.matcher, path=relative)
    type_, confidence = _type(untyped, relative, setup, file, settings)
    reading = untyped.with_type(setup.library.types.get(type_.value))
    return Shown(
        path,
        _config(setup, settings),
        tuple(_packs(setup, setups)),
        setup.resolver.excluded(relative),
        tuple(setup.config.overrides[number].files for number in file.matched),
        type_,
        confidence,
        Because(encoding, why),
        _language(setup, file, settings, reading.language),
        _fail_on(setup, settings),
        tuple(_rules(setup, file, reading, relative)),
    )


def _config(setup: Setup, settings: Settings) -> Because:
    if settings.config:
        return Because(nearby(setup.config.path), Text("--config 指定", "named by --config"))
    if settings.rule_files:
        return Because("", Text("--rule-file：不用任何配置", "--rule-file: none is used"))
    if settings.isolated:
        return Because("", Text("--isolated：不用任何配置", "--isolated: none is used"))
    if not setup.config.path:
        return Because(
            "", Text("从文件所在文件夹往上都没有配置文件", "none from the file's folder upward")
        )
    return Because(
        nearby(setup.config.path), Text("离文件最近的一个", "the one nearest to the file")
    )


def _packs(setup: Setup, setups: Setups) -> Iterator[Because]:
    named = setup.config.extends
    for pack in setup.library.packs:
        is_shipped = pack.path.startswith(setups.shipped.folder + "/") or pack.path == pack.id
        place = (
            Text("内置", "built in") if is_shipped else Text(nearby(pack.path), nearby(pack.path))
        )
        if named is None:
            why = Text(f"{place.zh}，默认使用", f"{place.en}, by default")
        elif any(
            name.rstrip("/").rpartition("/")[2] == pack.id or name == pack.id for name in named
        ):
            why = Text(f"{place.zh}，写在 extends 里", f"{place.en}, named in extends")
        else:
            why = Text(
                f"{place.zh}，extends 里的包要用它，或由它而来", f"{place.en}, by way of extends"
            )
        yield Because(pack.id, why)


def _why_encoding(source: Source, setup: Setup, file: FileConfig) -> Text:
    if source.word is not None:
        return Text("Word 文档，没有编码", "a Word document has none")
    if file.encoding:
        return _of_file("encoding", setup, file)
    return Text("按内容识别", "recognised")


def _of_file(key: str, setup: Setup, file: FileConfig) -> Text:
    """Where the setting `key` of a file comes from: the last entry of `overrides` that matches the
    file and has the setting, or the configuration itself."""
    for number in reversed(file.matched):
        if getattr(setup.config.overrides[number], key):
            return _override(number, setup)
    return _CONFIG


def _override(number: int, setup: Setup) -> Text:
    globs = setup.config.overrides[number].files
    return Text(
        f"配置 overrides 第 {number + 1} 项（{'、'.join(globs)}）",
        f"entry {number + 1} of overrides ({', '.join(globs)})",
    )


def _type(
    reading: DocumentReading, relative: str, setup: Setup, file: FileConfig, settings: Settings
) -> tuple[Because, float]:
    if settings.type:
        return Because(setup.type_id(settings.type), Text("--type 指定", "named by --type")), 1.0
    if file.type is not None:
        number = next(
            n for n in reversed(file.matched) if setup.config.overrides[n].type is not None
        )
        return Because(file.type, _override(number, setup)), 1.0
    guess = setup.recogniser.recognise(reading.document, relative, lambda: reading.headings)
    if guess is None:
        return Because("", Text("看不出是哪一种", "none is recognised")), 0.0
    sign = guess.signs[0]  # a mention alone is not enough for a type
    name = SIGNS[signs.OPENING if sign == signs.MENTION else sign]
    why = Text(f"按{name.zh}", f"by {name.en}")
    if guess.other_headings:
        why = Text(
            f"{why.zh}；各节标题都是别的，不要求章节",
            f"{why.en}; all its headings are others, so none is asked for",
        )
    return Because(guess.type.id, why), round(guess.confidence, 2)


def _language(setup: Setup, file: FileConfig, settings: Settings, name: str) -> Because:
    if settings.language:
        return Because(settings.language, _OPTION)
    if file.language:
        return Because(file.language, _of_file("language", setup, file))
    if settings.locale:
        return Because(settings.locale, Text("系统的语言设置", "the locale"))
    return Because(
        name or "en", Text("正文的语言", "the language of the text") if name else _DEFAULT
    )


def _fail_on(setup: Setup, settings: Settings) -> Because:
    if settings.fail_on:
        return Because(settings.fail_on, _OPTION)
    return Because(setup.config.fail_on or WARNING, _CONFIG if setup.config.fail_on else _DEFAULT)


def _rules(
    setup: Setup, file: FileConfig, reading: DocumentReading, relative: str
) -> Iterator[ShownRule]:
    running = {
        rule.id: rule
        for rule in rules_in_force(setup.library, file.rules, setup.choice, KINDS).rules
    }
    for rule in setup.library.rules.values():
        runs = running.get(rule.id)
        why = _why_severity(rule, setup, file, runs=runs is not None)
        here = runs is not None and in_force(runs, reading, relative)
        if runs is not None and not here:
            condition = _when(runs, relative)
            why = Text(f"{why.zh}；{condition.zh}", f"{why.en}; {condition.en}")
        yield ShownRule(rule.id, runs.severity if runs else OFF, why, here)


def _why_severity(rule: Rule, setup: Setup, file: FileConfig, *, runs: bool) -> Text:
    """The source of a rule's severity; `runs` is whether it runs on the file."""
    if not rule.pack:
        return Text(f"规则文件 {nearby(rule.path)}", f"the rule file {nearby(rule.path)}")
    change = file.rules.get(rule.id)
    if not runs and not (change and change.severity == OFF):
        return _left_out(rule, setup)
    by_config = _config_key(rule.id, setup, file)
    if by_config is not None:
        return by_config
    if rule.severity == OFF and change:
        return Text("配置了它，所以打开", "on, since it is configured")
    if rule.severity == OFF:
        return Text("--select 点名", "named by --select")
    return _by_pack(rule)


def _config_key(rule_id: str, setup: Setup, file: FileConfig) -> Text | None:
    """The key of the configuration that sets the severity of a rule; None if there is none."""
    for number in reversed(file.matched):
        if getattr(setup.config.overrides[number].rules.get(rule_id), "severity", ""):
            return _override(number, setup)
    top = setup.config.rules.get(rule_id)
    return Text("配置 rules", "rules of the configuration") if top and top.severity else None


def _by_pack(rule: Rule) -> Text:
    """The reason for a severity that the pack gives the rule."""
    if KINDS[rule.kind].checks_type(rule.options):
        return Text(
            f"规则包 {rule.pack}；文种另有规定的从文种",
            f"pack {rule.pack}, unless the report type says otherwise",
        )
    return Text(f"规则包 {rule.pack}", f"pack {rule.pack}")


def _left_out(rule: Rule, setup: Setup) -> Text:
    """The reason why a rule is off, if the configuration has not switched it off."""
    if setup.choice.ignore or setup.choice.select:
        return Text("--select、--ignore 没有留下它", "left out by --select or --ignore")
    return Text(f"规则包 {rule.pack}：默认关闭", f"pack {rule.pack}: off by default")


def _when(rule: Rule, relative: str) -> Text:
    """The part of a rule's `when` that does not hold."""
    when = rule.when
    if when.paths and not matches(when.paths, relative):
        return Text("when: path 不含这个文件", "not here: when: path")
    if when.formats:
        return Text("when: format 或别的不合", "not here: when: format, or another part of it")
    if when.types or when.sections:
        return Text("when 不含这个文种", "not here: when: type")
    if when.field is not None:
        return Text("when: field 或 language 不合", "not here: when: field or language")
    return Text("when: language 不是这种语言", "not here: when: language")


def name_of(shown: Shown, settings: Settings, language: str) -> str:
    """The name of the file's report type; "" if it has none."""
    if not shown.type.value:
        return ""
    report_type = Setups(settings, whole=True).of(shown.path).library.types.get(shown.type.value)
    return pick(report_type.name, language) if report_type else ""
