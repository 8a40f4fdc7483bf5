"""All formats on the shared report, and a new format that only has to be added to FORMATS."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

import gen_docs
from reportlint.cli.main import main
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output import formats
from reportlint.output.formats import (
    ALIASES,
    COMMANDS,
    FORMATS,
    TEXT,
    Format,
    RenderOptions,
    Service,
    every,
    load,
    resolve,
    runs_in,
)
from support.sample import rendered, report

GOLDEN = Path(__file__).parent / "golden"
CASES = [(form, language) for form in FORMATS for language in ("zh", "en")]


@pytest.mark.parametrize(("form", "language"), CASES)
def test_golden(form: str, language: str, update: bool) -> None:
    made = load(form).render(report(language), RenderOptions()).encode("utf-8", "backslashreplace")
    path = GOLDEN / f"{form}-{language}"
    if update:
        path.write_bytes(made)
    assert path.read_bytes() == made


def test_every_format_is_tested() -> None:
    known = {f"{form}-{language}" for form, language in CASES}
    assert {path.name for path in GOLDEN.iterdir()} == known
    modules = {f"test_{module}.py" for module in FORMATS.values()}
    assert modules - {path.name for path in Path(__file__).parent.iterdir()} == set()


def test_a_module_declares_the_formats_that_are_entered_for_it() -> None:
    for module in dict.fromkeys(FORMATS.values()):
        entered = [name for name, place in FORMATS.items() if place == module]
        package = __import__(f"reportlint.output.{module}", fromlist=["FORMATS"])
        assert [form.name for form in package.FORMATS] == entered
    assert [form.name for form in every()] == list(FORMATS)
    assert set(ALIASES.values()) <= set(FORMATS)


@pytest.mark.parametrize("form", every(), ids=lambda form: form.name)
def test_a_format_says_what_it_is(form: Format) -> None:
    assert form.readers.zh
    assert form.readers.en
    assert set(form.severities) in (set(), {"error", "warning", "info"})
    assert form.for_terminal <= (form.syntax == TEXT)
    assert form.service is None or form.syntax == COMMANDS or form.name == "gitlab"


@pytest.mark.parametrize("form", every(), ids=lambda form: form.name)
def test_a_stream_can_be_written_file_by_file(form: Format) -> None:
    whole, options = report(), RenderOptions(quiet=True)
    parts = [form.render(whole._replace(files=(file,)), options) for file in whole.files]
    assert ("".join(parts) == form.render(whole, options)) == form.stream


@pytest.mark.parametrize("form", every(), ids=lambda form: form.name)
def test_paths_are_seen_from_the_root_where_a_format_says_so(form: Format) -> None:
    options = RenderOptions(folder="/repo/sub", root="/repo")
    checked_file = report().files[2]._replace(path="a.md")
    assert ("sub/a.md" in form.render(Report((checked_file,), "en"), options)) == form.from_root


@pytest.mark.parametrize(
    ("environment", "is_there"),
    [
        ({}, False),
        ({"X": ""}, False),
        ({"X": "false"}, False),
        ({"X": "true"}, True),
        ({"X": "TRUE"}, True),
    ],
)
def test_a_service_is_known_by_its_variable(environment: dict[str, str], is_there: bool) -> None:
    assert runs_in(Service("X", "true"), environment) == is_there
    assert runs_in(Service("X"), environment) == bool(environment.get("X"))


def mine(report: Report, options: RenderOptions) -> str:
    """A new format: the number of findings of each file."""

    def row(file: FileReport) -> str:
        return f"{len(file.diagnostics)} {file.path}\n"

    return options.paint("\x1b[1m", "mine") + "\n" + "".join(map(row, report.files))


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The format `mine` is in its own module and in FORMATS, as CONTRIBUTING describes."""
    module = ModuleType("reportlint.output.my_format")
    readers = Text("我们的程序", "our program")
    service = Service("MY_CI", job_summary="MY_SUMMARY", workspace="MY_CHECKOUT")
    module.FORMATS = (  # type: ignore[attr-defined]
        Format(
            "mine",
            readers,
            mine,
            TEXT,
            for_terminal=True,
            service=service,
            statistics=lambda report, _: f"{len(report.files)}\n",
        ),
    )
    monkeypatch.setitem(sys.modules, "reportlint.output.my_format", module)
    monkeypatch.setitem(formats.FORMATS, "mine", "my_format")


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text("取缔场所XX家。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.mark.usefixtures("entered")
def test_a_format_of_ones_own_is_printed_and_written(
    work_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--format", "mine", "a.md"]) == 1
    assert capsys.readouterr().out == "mine\n1 a.md\n"
    assert main(["--format", "mine:out", "--format", "json", "a.md"]) == 1
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert (work_folder / "out").read_text(encoding="utf-8") == "mine\n1 a.md\n"
    assert main(["--format", "mine", "--color", "always", "a.md"]) == 1
    assert capsys.readouterr().out.startswith("\x1b[1mmine\x1b[0m\n")
    assert main(["--format", "mine", "--statistics", "a.md"]) == 1
    assert capsys.readouterr().out == "1\n"
    monkeypatch.setenv("MY_CI", "1")
    monkeypatch.setenv("MY_SUMMARY", "summary.md")
    assert main(["--format", "auto", "a.md"]) == 1
    assert capsys.readouterr().out == "mine\n1 a.md\n"
    assert "| a.md:1:5 |" in (work_folder / "summary.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("entered", "work_folder")
def test_a_format_of_ones_own_is_in_the_help_the_messages_and_the_documentation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--help"]) == 0
    assert " mine " in " ".join(capsys.readouterr().out.split())
    assert main(["--format", "mime", "a.md"]) == 2
    assert "mine" in capsys.readouterr().err
    assert main(["--format", "sarif", "--statistics", "a.md"]) == 2
    assert "json, mine" in capsys.readouterr().err
    assert "`mine`" in gen_docs.current("README.md")
    assert "| `mine` | 我们的程序 |" in gen_docs.current("docs/formats.zh-CN.md")
    assert "`mine` if `MY_CI` is set" in gen_docs.current("docs/formats.md")
    assert "`MY_CHECKOUT`" in gen_docs.current("docs/formats.md")
    assert resolve("auto", {"MY_CI": "yes"}) == "mine"


def test_a_report_of_nothing_can_be_made_in_every_format() -> None:
    assert FORMATS
    for form in FORMATS:
        assert isinstance(rendered(form, Report((), "zh")), str)
