"""The tables: which commands run over which texts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import corpus
from measure import Case, Table
from peers import peers, tool

PYTHON = sys.executable
LINT = str(Path(sys.executable).with_name("reportlint"))
EVERY = "every built-in rule"
# the floor for many files: read each and hash it; {} is the folder
READ = """import os,hashlib
for d,_,n in os.walk("{}"):
 for f in n: hashlib.blake2b(open(d+"/"+f,"rb").read()).digest()"""


def one_report(folder: Path, rounds: int) -> Iterator[Table]:
    """One report of 6 KB, plain text and Markdown."""
    work = project(folder / "project")
    cache, removed = str(folder / "cache"), str(folder / "gone")
    rules = f"{EVERY} and 20 of its own"
    for ending in ("txt", "md"):
        path = work / f"report.{ending}"
        path.write_text(corpus.report(1, markdown=ending == "md"), encoding="utf-8")
        check = (LINT, "check", str(path))
        floor = Case("python -c 'import click, regex'", (PYTHON, "-c", "import click, regex"))
        ours = Case("reportlint", check, rules, {"REPORTLINT_CACHE_DIR": cache})
        first = Case(
            "reportlint, no cache at all",
            check,
            f"{rules}, read from YAML",
            {"REPORTLINT_CACHE_DIR": removed},
            removed,
        )
        cases = [
            floor,
            Case("python -c pass", (PYTHON, "-c", "pass")),
            ours,
            first,
            *peers(str(path), folder, ending),
        ]
        yield Table(f"one report of 6 KB, .{ending}", cases, floor.name, ours.name, rounds)


def a_commit(folder: Path, rounds: int) -> Iterator[Table]:
    """Three Markdown files of 2 KB, as in a commit."""
    work = folder / "commit"
    work.mkdir()
    paths = [work / f"report-{number}.md" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(corpus.report(number, True, 2000), encoding="utf-8")
    cache = {"REPORTLINT_CACHE_DIR": str(folder / "cache-commit")}
    floor = Case("python -c 'import click, regex'", (PYTHON, "-c", "import click, regex"))
    ours = Case("reportlint", (LINT, "check", *map(str, paths)), EVERY, cache)
    yield Table(
        "a commit of 3 Markdown files of 2 KB", [floor, ours], floor.name, ours.name, rounds
    )


def unchanged(folder: Path, count: int, rounds: int) -> Iterator[Table]:
    """`count` reports of 6 KB with a finding in each, none of which has changed since the previous
    run."""
    many = folder / f"unchanged-{count}"
    for path in corpus.write_many(many, count):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("以上报告", "另有散养场所XX家待核实。\n以上报告", 1), encoding="utf-8"
        )
    cache = {"REPORTLINT_CACHE_DIR": str(folder / f"cache-unchanged-{count}")}
    floor = Case("read and hash", (PYTHON, "-c", READ.format(many.as_posix())))
    ours = Case(
        "reportlint, nothing changed", (LINT, "check", "--isolated", "-q", str(many)), EVERY, cache
    )
    yield Table(
        f"{count:,} reports with a finding in each, unchanged",
        [floor, ours],
        floor.name,
        ours.name,
        rounds,
    )


def many_reports(folder: Path, count: int, rounds: int) -> Iterator[Table]:
    """`count` different reports of 6 KB, plain text and Markdown."""
    for ending in ("txt", "md"):
        many = folder / f"{count}-{ending}"
        corpus.write_many(many, count, ending == "md")
        cache = {"REPORTLINT_CACHE_DIR": str(folder / f"cache-{count}-{ending}")}
        check = (LINT, "check", "--isolated", "-q")
        floor = Case("read and hash", (PYTHON, "-c", READ.format(many.as_posix())))
        ours = Case("reportlint --no-cache", (*check, "--no-cache", str(many)), EVERY, cache)
        one_job = Case(
            "reportlint --no-cache --jobs 1",
            (*check, "--no-cache", "--jobs", "1", str(many)),
            EVERY,
            cache,
        )
        unchanged_run = Case(
            "reportlint, nothing changed",
            (*check, str(many)),
            f"{EVERY}, as an earlier run has found it",
            cache,
        )
        cases = [floor, ours, one_job, unchanged_run, *peers(str(many), folder, ending)]
        yield Table(f"{count:,} reports of 6 KB, .{ending}", cases, floor.name, ours.name, rounds)


def one_text(folder: Path, megabytes: float, rounds: int) -> Iterator[Table]:
    """One text of `megabytes` MB, plain text and Markdown."""
    for ending in ("txt", "md"):
        path = folder / f"{megabytes:g}MB.{ending}"
        corpus.write_large(path, megabytes, markdown=ending == "md")
        yield _large(f"one text of {megabytes:g} MB, .{ending}", path, rounds)


def one_list(folder: Path, lines: int, rounds: int) -> Iterator[Table]:
    """One text of `lines` lines, each an item of one list."""
    path = folder / f"{lines}-lines.txt"
    corpus.write_list(path, lines)
    yield _large(f"one list over {lines:,} lines", path, rounds)


def _large(title: str, path: Path, rounds: int) -> Table:
    """The table of one large file."""
    floor = Case(
        "read and decode", (PYTHON, "-c", f'open("{path.as_posix()}", encoding="utf-8").read()')
    )
    ours = Case("reportlint", (LINT, "check", "--isolated", "-q", str(path)), EVERY)
    return Table(title, [floor, ours], floor.name, ours.name, rounds, path.stat().st_size / 1e6)


def under_pre_commit(folder: Path, rounds: int) -> Iterator[Table]:
    """`pre-commit run` on one staged report: reportlint's share of its time."""
    program = tool("pre-commit") or _beside("pre-commit")
    cases = []
    for name, entry in (
        ("a hook that does nothing", "true"),
        ("a hook that is reportlint", f"{LINT} check --force-exclude"),
    ):
        case = Case(
            name,
            (program, "run"),
            f"`language: system`, `entry: {entry.replace(LINT, 'reportlint')}`",
        )
        if program:
            work = repository(folder / entry.split("/")[-1].split()[0], entry)
            env = {
                "PRE_COMMIT_HOME": str(folder / "pre-commit"),
                "REPORTLINT_CACHE_DIR": str(folder / "cache"),
            }
            cases.append(case._replace(env=env, cwd=str(work)))
        else:
            cases.append(case._replace(skipped="not installed"))
    title = "pre-commit run, one report of 6 KB: what is over 1.00 is reportlint's share"
    yield Table(title, cases, cases[0].name, cases[1].name, rounds)


def _beside(name: str) -> str:
    """The path of a program beside this Python; "" if there is none."""
    path = Path(sys.executable).with_name(name)
    return str(path) if path.exists() else ""


def repository(folder: Path, entry: str) -> Path:
    """A new repository with one hook and one staged report."""
    folder.mkdir()
    hook = (
        f"{{id: it, name: it, entry: {entry}, language: system, types_or: [markdown, plain-text]}}"
    )
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: local\n  hooks:\n  - {hook}\n", encoding="utf-8"
    )
    (folder / "report.txt").write_text(corpus.report(1), encoding="utf-8")
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def project(folder: Path) -> Path:
    """A folder with a configuration and a pack of 20 rules."""
    house = folder / "house"
    house.mkdir(parents=True)
    (folder / ".reportlint.yaml").write_text(
        "extends: [core, zh-official, ./house]\nrules: {ordinal-lone: off}\n", encoding="utf-8"
    )
    (house / "pack.yaml").write_text(
        "id: house\nname: {zh: 本单位, en: house}\nrequires: [core]\n", encoding="utf-8"
    )
    for number in range(20):
        find = f"words: [不妥词{number}]" if number % 3 else f"regex: ['不妥{number}.{{0,6}}词']"
        (house / f"house-{number:02}.yaml").write_text(
            f"kind: pattern\nmessage: {{zh: '“{{found}}”不妥', en: '{{found}}'}}\nwhy:"
            f" {{zh: 用词。, en: wording.}}\n{find}\n",
            encoding="utf-8",
        )
    return folder
