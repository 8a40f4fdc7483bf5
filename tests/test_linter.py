"""The library: its public names, its results, and what it does not touch."""

from __future__ import annotations

import inspect
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import reportlint
from reportlint import Linter, UserError

BLANK = "今年取缔场所XX家。\n"
SIGNATURES = {
    "__init__": (
        "(self, config='', *, packs=(), folder='', type='', language='', select=(), ignore=())"
    ),
    "lint": "(self, text, *, path='', type='', format='')",
    "lint_file": "(self, path, *, type='')",
    "lint_many": "(self, records)",
    "fix": "(self, text, unsafe=False, *, path='', type='', format='')",
    "outline": "(self, text, *, path='', type='', format='')",
    "new": "(self, type, values=None, *, format='md', today=None, git=None, file='')",
}
FIELDS = {
    "Finding": (
        "path rule severity message line column end_line end_column start end section"
        " fixable related fix"
    ),
    "Related": "line column end_line end_column start end message",
    "Edit": "line column end_line end_column start end text",
    "Fix": "safety edits",
    "Fixed": "text fixed findings",
    "NewReport": "text missing files",
    "Heading": "title level line start end",
    "Outline": "type headings",
    "RuleInfo": "id severity kind pack message",
    "TypeInfo": "id name blanks fields",
    "FieldInfo": "question default choices required source several",
    "Problem": "message path line column",
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with a configuration, its own pack and entries that silence findings."""
    files = {
        ".reportlint.yaml": "extends: [core, zh-official, ./house]\nlanguage: zh\nrules: {date-invalid: off}\n"
        "overrides: [{files: 模板/**, rules: {placeholder: off}}]\n",
        "house/pack.yaml": "id: house\nname: 本单位\nrequires: [core]\n",
        "house/no-q.yaml": "kind: pattern\nwords: [切切]\nmessage: 不用\n",
        ".reportlint-ignore.yaml": "- {files: 旧.txt, rule: no-q}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def rules(findings: list[reportlint.Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_the_public_names_and_signatures_stay() -> None:
    public = {name for name in vars(Linter) if not name.startswith("_")} | {"__init__"}
    assert public == set(SIGNATURES) | {"rules", "types"}
    for name, wanted in SIGNATURES.items():
        signature = inspect.signature(getattr(Linter, name))
        bare = [
            parameter.replace(annotation=parameter.empty)
            for parameter in signature.parameters.values()
        ]
        plain = signature.replace(parameters=bare, return_annotation=signature.empty)
        assert str(plain) == wanted, name
    for name, fields in FIELDS.items():
        assert " ".join(getattr(reportlint, name)._fields) == fields, name


def test_the_stub_names_what_the_package_loads() -> None:
    stub = Path(reportlint.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    declared = set(re.findall(r"^from \S+ import (\w+) as \1$", stub, re.M)) | {"__version__"}
    assert declared == set(reportlint.__all__)
    assert declared <= set(dir(reportlint))
    assert all(getattr(reportlint, name) is not None for name in declared)
    with pytest.raises(AttributeError):
        _ = reportlint.NoSuchName  # type: ignore[attr-defined]


def test_the_package_alone_loads_nothing_of_it() -> None:
    code = "import sys, reportlint; print(*(name for name in sys.modules if name.startswith('reportlint.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


SILENT = [
    pytest.param("", {}, id="nothing"),
    pytest.param("今年取缔场所3家。\n", {}, id="nothing wrong"),
    pytest.param("```\nXX\n```\n", {"format": "markdown"}, id="code of a format that is told"),
    pytest.param(
        BLANK + "<!-- reportlint-disable-file placeholder -->\n",
        {"path": "a.md"},
        id="silenced by a comment",
    ),
]
FIRES = [
    pytest.param(BLANK, {}, (1, 7, 1, 9, 6, 8), id="plain"),
    pytest.param("\ufeff" + BLANK, {}, (1, 7, 1, 9, 6, 8), id="a mark does not count"),
    pytest.param("\r\r\n" + BLANK, {}, (3, 7, 3, 9, 9, 11), id="lone carriage returns end lines"),
    pytest.param("𠮷" + BLANK, {}, (1, 8, 1, 10, 7, 9), id="code points, not UTF-16"),
    pytest.param("- " + BLANK, {"path": "a.md"}, (1, 9, 1, 11, 8, 10), id="Markdown by name"),
    pytest.param(BLANK, {"type": "述职报告"}, (1, 7, 1, 9, 6, 8), id="a type by its name"),
]


@pytest.mark.parametrize(("text", "more"), SILENT)
def test_silent(linter: Linter, text: str, more: dict[str, str]) -> None:
    assert linter.lint(text, **more) == []


@pytest.mark.parametrize(("text", "more", "place"), FIRES)
def test_fires(linter: Linter, text: str, more: dict[str, str], place: tuple[int, ...]) -> None:
    (finding,) = (
        candidate for candidate in linter.lint(text, **more) if candidate.rule == "placeholder"
    )
    assert finding[4:10] == place
    assert text.removeprefix("\ufeff")[finding.start : finding.end] == "XX"


WRONG = [
    ({"type": "duty-raport"}, "duty-report"),
    ({"format": "markdwon"}, "markdown"),
]


@pytest.mark.parametrize(("more", "near"), WRONG)
def test_what_is_wrong_is_said(linter: Linter, more: dict[str, str], near: str) -> None:
    with pytest.raises(UserError, match=near):
        linter.lint("x", **more)


@pytest.mark.parametrize(
    "more",
    [
        {"config": "none.yaml"},
        {"packs": ["zh-officail"]},
        {"type": "duty-raport"},
        {"language": "fr"},
        {"select": ["placeholdre"]},
        {"folder": ".", "packs": ["core"]},
    ],
)
def test_a_linter_that_cannot_be_made(more: dict[str, object]) -> None:
    with pytest.raises(UserError):
        Linter(**more)  # type: ignore[arg-type]


def test_the_command_line_says_the_same(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(house)
    texts = {
        "a.txt": BLANK + "切切此令。\n",
        "旧.txt": "切切。",
        "模板/a.md": BLANK + "第一，切切。第三，无。",
    }
    for name, text in texts.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "reportlint", "check", "--format", "json", *texts]
    output = subprocess.run(command, capture_output=True, check=False).stdout
    for made in (Linter(folder="."), Linter(config=".reportlint.yaml")):
        by_text = [
            finding for name in sorted(texts) for finding in made.lint(texts[name], path=name)
        ]
        by_file = [finding for name in sorted(texts) for finding in made.lint_file(name)]
        assert by_text == by_file
        assert "no-q" in rules(by_text)
        wanted = [
            (
                finding["path"],
                finding["rule"],
                finding["line"],
                finding["end_column"],
                finding["message"],
            )
            for finding in json.loads(output)
        ]
        assert [
            (finding.path, finding.rule, finding.line, finding.end_column, finding.message)
            for finding in by_text
        ] == wanted


def test_packs_alone(house: Path) -> None:
    made = Linter(packs=["core", house / "house"])
    assert rules(made.lint("切切", path="旧.txt")) == ["no-q"], "no configuration, no entries"
    assert made.types == {}


def test_the_configuration_is_in_rules_and_types(house: Path) -> None:
    made = Linter(folder=house)
    assert made.rules["date-invalid"].severity == "off"
    assert made.rules["no-q"].pack == "house"
    assert made.types["duty-report"].name["zh"] == "述职报告"
    assert "主要工作" in made.types["duty-report"].blanks


def test_a_file_that_is_no_text_is_a_finding(linter: Linter, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\xfa\x00\x80")
    assert rules(linter.lint_file(bad)) == ["undecodable"]
    assert rules(linter.lint_file(tmp_path / "none.txt")) == ["unreadable"]
    bad.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n")
    assert linter.lint_file(bad) == []


def test_records_are_read_one_by_one(linter: Linter) -> None:
    read = []

    def records() -> Iterator[object]:
        for number, record in enumerate(
            [BLANK, {"text": BLANK, "path": "a.md"}, {"text": ""}, {"txet": ""}]
        ):
            read.append(number)
            yield record

    results = linter.lint_many(records())  # type: ignore[arg-type]
    assert read == []
    assert [finding.path for finding in next(results)] == [""]
    assert read == [0]
    assert [finding.path for finding in next(results)] == ["a.md"]
    assert next(results) == []
    with pytest.raises(UserError, match="txet"):
        next(results)


def test_fix(linter: Linter) -> None:
    text = "\ufeff一是修路。二是架桥。四是XX。\n"
    assert linter.fix(text).text == text
    done = linter.fix(text, unsafe=True)
    assert done.text == "\ufeff一是修路。二是架桥。三是XX。\n"
    assert done.fixed == ("ordinal-gap",)
    assert rules(list(done.findings)) == ["placeholder"]
    assert linter.fix("一是修路。").findings == tuple(linter.lint("一是修路。"))


def test_new(linter: Linter) -> None:
    made = linter.new("duty-report", {"姓名": "王某"}, format="txt")
    assert made.text.startswith("王某述职报告\n")
    assert "姓名" not in made.missing
    assert "主要工作" in made.missing
    for wrong in (
        {"type": "none"},
        {"type": "duty-report", "values": {"x": ""}},
        {"type": "duty-report", "format": "pdf"},
    ):
        with pytest.raises(UserError):
            linter.new(**wrong)  # type: ignore[arg-type]


def test_new_knows_what_the_type_declares(tmp_path: Path) -> None:
    (tmp_path / "types").mkdir()
    (tmp_path / "pack.yaml").write_text("id: desk\nname: 本单位\n", encoding="utf-8")
    (tmp_path / "types" / "log.yaml").write_text(
        "name: 值班日志\nfile-name: '(?P<班次>早|晚)'\nfields:\n"
        "  级别: {ask: {zh: 多严重, en: How bad}, choices: [一般, 重大], default: 一般}\n"
        "  日期: {from: today}\n  姓名: {from: git-name, required: true}\n  班次: {}\n"
        "sections:\n  - {id: matter, title: '{{议题}}', each: 议题, write: '{{议题}}已办。'}\n"
        "  - {id: harm, title: 损失, when: {field: 级别, is: 重大}}\n"
        "write: {title: '{{班次}}班值班日志', signature: '{{姓名}}，{{日期}}'}\n",
        encoding="utf-8",
    )
    linter = Linter(packs=["core", tmp_path])
    fields = linter.types["log"].fields
    assert fields["级别"] == reportlint.FieldInfo(
        {"zh": "多严重", "en": "How bad"}, "一般", ("一般", "重大")
    )
    assert (fields["日期"].source, fields["姓名"].required, fields["议题"].several) == (
        "today",
        True,
        True,
    )
    made = linter.new(
        "log",
        {"议题": ["检修", "验收"]},
        today=date(2026, 11, 7),
        git={"git-name": "王兰"},
        file="早班.md",
    )
    assert made.text == (
        "# 早班值班日志\n\n## 一、检修\n\n检修已办。\n\n## 二、验收\n\n验收已办。\n\n王兰，"
        "2026年11月7日\n"
    )
    assert made.missing == ()
    for values in ({"级别": "大", "姓名": "李明"}, {}, {"姓名": ["李明", "王兰"]}):
        with pytest.raises(UserError):
            linter.new("log", values)
    assert "损失" in linter.new("log", {"姓名": "李明", "级别": "重大"}).text


def test_another_process_needs_no_files(
    house: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = Linter(folder=house, select=["no-q", "placeholder"])
    texts = [(BLANK + "切切", "a.txt"), ("切切", "旧.txt"), (BLANK, "模板/b.txt")]
    wanted = [made.lint(text, path=path) for text, path in texts]
    assert list(map(len, wanted)) == [2, 0, 0]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "linter").write_bytes(pickle.dumps(made))
    (elsewhere / "texts").write_bytes(pickle.dumps(texts))
    for path in [*house.rglob("*"), house / ".reportlint.yaml", house / ".reportlint-ignore.yaml"]:
        if path.is_file():
            path.unlink()
    code = (
        "import pickle, pathlib, sys\n"
        "made = pickle.loads(pathlib.Path('linter').read_bytes())\n"
        "again = pickle.loads(pathlib.Path('linter').read_bytes())\n"
        "assert made._setup is again._setup, 'made ready once'\n"
        "texts = pickle.loads(pathlib.Path('texts').read_bytes())\n"
        "sys.addaudithook(lambda event, _: event == 'open' and sys.exit('a file was opened'))\n"
        "found = [made.lint(text, path=path) for text, path in texts]\n"
        "sys.stdout.buffer.write(pickle.dumps(found))\n"
    )
    code = code.replace(
        "sys.addaudithook", "[made.lint(text, path=path) for text, path in texts]; sys.addaudithook"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=elsewhere,
        capture_output=True,
        check=False,
        env={**os.environ, "REPORTLINT_CACHE_DIR": str(elsewhere / "none")},
    )
    assert done.stderr == b""
    assert pickle.loads(done.stdout) == wanted


def test_another_version_is_refused(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pickle.dumps(linter)
    monkeypatch.setattr(reportlint, "__version__", "9.9.9")
    with pytest.raises(UserError, match=r"9\.9\.9"):
        pickle.loads(sent)


def test_threads_say_what_one_says(linter: Linter) -> None:
    texts = [
        f"# 述职报告\n\n{n}年取缔场所{'XX' if n % 3 == 0 else n}家。一是修路。"
        f"{'二' if n % 2 else '三'}是架桥。2026年2月{n % 40}日。\n"
        for n in range(120)
    ]
    wanted = [linter.lint(text, path="a.md") for text in texts]
    fresh = pickle.loads(
        pickle.dumps(Linter(select=["*"]))
    )  # its regexes are compiled by all threads at once
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: fresh.lint(text, path="a.md"), texts)) == wanted


def test_nothing_is_printed(linter: Linter, capfd: pytest.CaptureFixture[str]) -> None:
    linter.lint(BLANK)
    linter.fix(BLANK, unsafe=True)
    assert capfd.readouterr() == ("", "")


def test_the_outline_of_a_text(linter: Linter) -> None:
    text = "# 述职报告\n\n一、主要工作\n\n抓学习。\n\n## 二、存在的问题\n\n不够细。\n"
    outline = linter.outline(text, path="a.md")
    assert outline.type == "duty-report"
    assert [(h.title, h.level, h.line) for h in outline.headings if "问题" in h.title] == [
        ("存在的问题", 2, 7)
    ]
    assert text[outline.headings[-1].start : outline.headings[-1].end].startswith("二、")
    assert linter.outline("随手记。\n") == ("", ())
