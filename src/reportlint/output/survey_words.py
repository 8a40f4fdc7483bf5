"""The words of a survey in both languages, and the survey for a terminal and as JSON, whose names
are those of docs/scale.md in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import SEVERITIES, SEVERITY_NAMES
from reportlint.core.survey import FRONT_MATTER, GIT, NAME, Alike, Count, Place, Survey
from reportlint.core.text import Text
from reportlint.output.safe_text import to_json

UNKNOWN = Text("（不明）", "(unknown)")
TITLE = Text("一批报告的概况", "An archive of reports")
RULES = Text("规则", "Rules")
TYPES = Text("文种", "Report types")
FOLDERS = Text("文件夹", "Folders")
MONTHS = Text("月份", "Months")
LEFTOVERS = Text("最常见的遗留占位", "What is most often left in blanks")
ALIKE = Text("近似重复的报告", "Near duplicates")
REPORTS = Text("报告", "reports")
FINDINGS = Text("问题", "findings")
_FROM = {
    FRONT_MATTER: Text("文首信息", "front matter"),
    NAME: Text("文件名", "names"),
    GIT: Text("Git 首次提交", "the commits that brought them"),
    "": Text("不明", "unknown"),
}
_MOST = 15  # rows of a list on the terminal
_SHORT_COMMIT = 10  # characters
VERSION = 1  # of the JSON's structure


def head(survey: Survey) -> str:
    """The survey in one sentence."""
    by = [
        f"{SEVERITY_NAMES[name].to(survey.language)} {survey.severities[name]}"
        for name in SEVERITIES
        if survey.severities.get(name)
    ]
    text = Text(
        f"{survey.reports} 份报告，{survey.with_findings} 份有问题，共 {survey.findings} 处",
        f"{survey.reports} reports, {survey.with_findings} with findings, {survey.findings} in all",
    )
    listed = Text(f"（{'，'.join(by)}）", f" ({', '.join(by)})")
    return text.to(survey.language) + (listed.to(survey.language) if by else "")


def months_from(survey: Survey) -> str:
    """A line on the sources of the reports' months, with numbers."""
    parts = [
        f"{_FROM[name].to(survey.language)} {number}"
        for name, number in sorted(survey.months_from.items(), key=lambda pair: -pair[1])
    ]
    label = Text("月份来自：", "the months come from: ").to(survey.language)
    return label + ", ".join(parts)


def named(count: Count, language: str) -> str:
    """The display name of a count."""
    return count.name or UNKNOWN.to(language)


def page(survey: Survey) -> Iterator[str]:
    """The lines of a survey for a terminal."""
    language = survey.language
    yield head(survey)
    for title, counts in (
        (RULES, survey.rules),
        (TYPES, survey.types),
        (FOLDERS, survey.folders),
        (MONTHS, survey.months),
    ):
        yield from _list(title.to(language), counts, language)
    yield months_from(survey)
    if survey.leftovers:
        yield from ("", LEFTOVERS.to(language))
        yield from (f"{number:8}  {text}" for text, number in survey.leftovers[:_MOST])
    if survey.alike is not None:
        yield from ("", f"{ALIKE.to(language)} (≥ {survey.least_alike:.2f}): {len(survey.alike)}")
    for pair in survey.alike or ():
        here, there = placed(pair.report), placed(pair.earlier)
        yield f"    {pair.similarity:.2f}  {here}  ~  {there}"


def placed(place: Place) -> str:
    """A place as `path:line`; in a past revision, `path@commit:line`."""
    commit = f"@{place.commit[:_SHORT_COMMIT]}" if place.commit else ""
    return f"{place.path}{commit}:{place.line}"


def _list(title: str, counts: Sequence[Count], language: str) -> Iterator[str]:
    yield from ("", f"{title} ({FINDINGS.to(language)} / {REPORTS.to(language)})")
    for count in counts[:_MOST]:
        yield f"{count.findings:8} {count.reports:8}  {named(count, language)}"
    if len(counts) > _MOST:
        yield f"{'':8} {'':8}  … {len(counts) - _MOST}"


def json(survey: Survey) -> str:
    """A survey as one JSON object."""
    value: dict[str, Any] = {
        "version": VERSION,
        "reports": survey.reports,
        "findings": survey.findings,
        "reports_with_findings": survey.with_findings,
        "severities": dict(survey.severities),
        "rules": _counts(survey.rules),
        "types": _counts(survey.types),
        "folders": _counts(survey.folders),
        "months": _counts(survey.months),
        "months_from": dict(survey.months_from),
        "leftovers": [{"text": text, "findings": number} for text, number in survey.leftovers],
    }
    if survey.alike is not None:
        value["near_duplicates"] = [_alike(pair) for pair in survey.alike]
        value["least_similarity"] = survey.least_alike
    return to_json(value, indent=2) + "\n"


def _counts(counts: Iterable[Count]) -> list[dict[str, Any]]:
    return [
        {"name": count.name, "reports": count.reports, "findings": count.findings}
        for count in counts
    ]


def _alike(pair: Alike) -> dict[str, Any]:
    return {
        "similarity": round(pair.similarity, 3),
        "report": _place(pair.report),
        "earlier": _place(pair.earlier),
        "sentences": pair.sentences,
    }


def _place(place: Place) -> dict[str, Any]:
    there = {"path": place.path, "line": place.line}
    return {**there, "commit": place.commit} if place.commit else there
