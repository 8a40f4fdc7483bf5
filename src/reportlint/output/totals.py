"""The number of findings: as a sentence, and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, SEVERITIES, UNSAFE
from reportlint.core.report import Report, Summary, Totals, summary_of
from reportlint.core.rule import Rule
from reportlint.core.text import Text, pick
from reportlint.output.formats import RenderOptions

FIXABLE = "[*]"  # the mark of a finding that can be fixed
MOST_NAMED = 3  # rules whose short names are in the last line
_USUAL = (
    "",
    "utf-8",
    "utf-8-sig",
)  # encodings that nobody needs to be told; "" for a Word document
_ZH = {"error": "错误", "warning": "警告", "info": "提示"}
_EN = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("info", "info")}


class Tally:
    """Counts reports one by one, so that the last line needs none of them."""

    def __init__(self, hidden: Mapping[str, int] | None = None) -> None:
        self._files = self._untyped = 0
        self._severities = Counter(hidden or {})
        self._fixable: Counter[str] = Counter()
        self._rules: Counter[str] = Counter()
        self._encodings: Counter[str] = Counter()
        self._hidden = sum(self._severities.values())

    def add(self, file: Summary) -> None:
        """Count a file and its findings."""
        self._files += 1
        self._untyped += file.untyped
        self._severities.update(file.severities)
        self._fixable.update(file.fixable)
        self._rules.update(file.rules)
        if file.encoding not in _USUAL:
            self._encodings[file.encoding] += 1

    def totals(self, language: str, rules: Mapping[str, Rule] | None = None) -> Totals:
        """The totals so far, for sentences in `language`; `rules` are those of the run."""
        counts = {severity: self._severities[severity] for severity in SEVERITIES}
        most = sorted(self._rules, key=lambda rule: (-self._rules[rule], rule))[:MOST_NAMED]
        names = {rule: rules[rule].name for rule in most if rules and rule in rules}
        called = {rule: pick(name, language) for rule, name in names.items() if name}
        return Totals(
            self._files,
            self._untyped,
            counts,
            dict(self._fixable),
            self._hidden,
            language,
            called,
            len(self._rules),
            dict(self._encodings.most_common()),
        )


def totals(report: Report) -> Totals:
    """The totals of a whole report."""
    tally = Tally(report.hidden)
    for file in report.files:
        tally.add(summary_of(file))
    return tally.totals(report.language, report.named)


def summary(of: Totals) -> str:
    """The number of files checked and of findings, as one line without a line end.

    If no file was checked, it says so.
    """
    files, aside = of.files, _in_brackets(_of_no_type(of), _read_as(of))
    counts = {severity: number for severity, number in of.severities.items() if number}
    if not files:
        sentence = Text(
            "检查了 0 个文件：没有找到可检查的文件。",
            "0 files checked: no file to check was found.",
        )
    elif not counts:
        sentence = Text(
            f"检查了 {files} 个文件{aside.zh}，没有发现问题。",
            f"{_number(files, 'file')} checked{aside.en}, no findings.",
        )
    else:
        total = sum(counts.values())
        zh = "，".join(f"{number} 处{_ZH[severity]}" for severity, number in counts.items())
        en = ", ".join(f"{n} {_EN[severity][n != 1]}" for severity, n in counts.items())
        sentence = Text(
            f"检查了 {files} 个文件{aside.zh}，发现 {total} 处问题：{zh}。",
            f"{_number(files, 'file')} checked{aside.en}, {_number(total, 'finding')}: {en}.",
        )
    return sentence.to(of.language) + hidden(of)


def _in_brackets(*parts: Text) -> Text:
    """Facts about the files checked, to follow their number; "" if there are none."""
    known = [part for part in parts if part.zh]
    if not known:
        return Text("", "")
    zh, en = (
        separator.join(words)
        for separator, words in (
            ("；", [part.zh for part in known]),
            ("; ", [part.en for part in known]),
        )
    )
    return Text(f"（{zh}）", f" ({en})")


def _of_no_type(of: Totals) -> Text:
    """The number of files of unknown type; "" if there are none."""
    number = of.untyped
    if not number:
        return Text("", "")
    if number == of.files:
        every = number > 1
        return Text("都认不出文种", "all of no known type") if every else _NO_TYPE
    return Text(f"{number} 个认不出文种", f"{number} of no known type")


def _read_as(of: Totals) -> Text:
    """The encodings in which files were read, other than UTF-8: they may have been guessed; "" if
    there are none."""
    if not of.encodings:
        return Text("", "")
    names: dict[str, int] = {}
    for encoding, number in of.encodings.items():
        name = _encoding_name(encoding)
        names[name] = names.get(name, 0) + number
    if list(names.values()) == [of.files]:
        (name,) = names
        return Text(f"按 {name} 读", f"read as {name}")
    zh = "，".join(f"{number} 个按 {name} 读" for name, number in names.items())
    en = ", ".join(f"{number} as {name}" for name, number in names.items())
    return Text(zh, f"{en.replace(' as ', ' read as ', 1)}")


def _encoding_name(encoding: str) -> str:
    """The usual name of a codec of Python: Latin-1 for iso8859-1, UTF-16 for utf_16_le_sig."""
    name = encoding.upper().replace("_", "-").removesuffix("-SIG")
    name = name.removesuffix("-LE").removesuffix("-BE")
    return {"ISO8859-1": "Latin-1", "BIG5": "Big5", "SHIFT-JIS": "Shift_JIS"}.get(name, name)


def last_line(of: Totals, options: RenderOptions) -> str:
    """The summary as the last line of an output; "" if `options.quiet`."""
    return "" if options.quiet else summary(of) + "\n"


def hidden(of: Totals) -> str:
    """The number of findings that `--max-findings` left out, as a sentence to follow the summary;
    "" if none are missing."""
    if not of.hidden:
        return ""
    return Text(
        f"有 {of.hidden} 处没有列出（--max-findings）。",
        f" {_number(of.hidden, 'finding')} not shown (--max-findings).",
    ).to(of.language)


def what_to_do(of: Totals, tried: Collection[str] = ()) -> str:
    """The sentences after the summary: how many findings can be fixed, and how to learn the
    reasons.

    `tried` are the kinds of fixes that this run has made; what they left cannot be fixed by them.
    """
    safe, unsafe = (0 if kind in tried else of.fixable.get(kind, 0) for kind in (SAFE, UNSAFE))
    fixable = Text("", "")
    if unsafe:
        options = "--fix --unsafe-fixes"
        fixable = Text(
            f"{safe + unsafe} 处（带 {FIXABLE}）可用 {options} 改正。",
            f" {safe + unsafe} {FIXABLE} can be fixed with {options}.",
        )
    elif safe:
        fixable = Text(
            f"{safe} 处（带 {FIXABLE}）可用 --fix 改正。",
            f" {safe} {FIXABLE} can be fixed with --fix.",
        )
    why, called = (
        Text("为什么报：reportlint explain 规则", " Why: reportlint explain RULE"),
        _called(of),
    )
    shown = sum(of.severities.values()) > of.hidden
    return fixable.to(of.language) + (why.to(of.language) + called.to(of.language) if shown else "")


def _called(of: Totals) -> Text:
    """The short names of the most frequent rules, as arguments of `explain`. Not their ids, because
    a count of ids in an output should be the count of findings."""
    from reportlint.output.safe_text import one_line

    if not of.called:
        return Text("", "")
    names = [f"“{one_line(name)}”" for name in of.called.values()]
    more = of.rules > len(names)
    zh = "".join([*names, *["……"] * more])
    en = ", ".join([*names, *["…"] * more])
    return Text(f"（如{zh}）", f" ({en})")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_NO_TYPE = Text("认不出文种", "of no known type")


class RuleCount(NamedTuple):
    """The findings of one rule at one severity."""

    findings: int
    files: int  # with such a finding
    severity: str
    rule: str


def by_rule(report: Report) -> list[RuleCount]:
    """The counts of all rules that have findings, the most frequent first."""
    findings: dict[tuple[str, str], int] = {}
    files: dict[tuple[str, str], int] = {}
    for file in report.files:
        keys = [(diagnostic.severity, diagnostic.rule) for diagnostic in file.diagnostics]
        for key in keys:
            findings[key] = findings.get(key, 0) + 1
        for key in set(keys):
            files[key] = files.get(key, 0) + 1
    rows = [RuleCount(number, files[key], *key) for key, number in findings.items()]
    return sorted(rows, key=lambda row: (-row.findings, SEVERITIES.index(row.severity), row.rule))
