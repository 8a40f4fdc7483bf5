"""The outputs of a report: several formats, files, CI services, and verbosity."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main
from reportlint.cli.outputs import root
from reportlint.output.formats import FORMATS, every, resolve

BAD = "取缔场所XX家。\n\n一是抓学习。三是抓落实。\n"
VARIABLES = (
    "GITHUB_STEP_SUMMARY",
    "GITHUB_WORKSPACE",
    "CI_PROJECT_DIR",
    "BUILD_SOURCESDIRECTORY",
    "CI",
    "PRE_COMMIT",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one bad report and one good, and an environment of no service."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    services = [form.service.variable for form in every() if form.service]
    for name in (*VARIABLES, *services):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("REPORTLINT_LANG", "en")
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "b.md").write_text("都写好了。\n", encoding="utf-8")
    return tmp_path


def test_several_formats_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--format", "sarif:out.sarif", "--format", "github", "-f", "json:out.json", "."]) == 1
    )
    printed = capsys.readouterr()
    assert printed.out.startswith("::error file=a.md,line=1")
    assert printed.err == ""
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))) == 2
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_one_format_to_a_file_says_the_totals_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--format", "gitlab", "-o", "out.json", "."]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        "reportlint: 2 files checked (all of no known type), 2 findings: 1 error, 1 warning.\n",
    )
    assert Path("out.json").read_bytes().startswith(b"[\n{")
    assert main(["--format", "gitlab", "-o", "out.json", "-q", "."]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "sarf"], "--format: unknown format “sarf”; did you mean “sarif”?"),
        (["--format", "sarif", "--format", "json"], "two formats for standard output"),
        (["--format", "sarif:x", "--format", "json:x"], "two formats for x"),
        (["--format", "sarif:x", "-o", "y"], "--output-file goes with one --format"),
        (
            ["--format", "sarif", "--format", "json", "-o", "y"],
            "--output-file goes with one --format",
        ),
        (["-o", "missing/y"], "missing: no such folder"),
        (
            ["--statistics", "--format", "sarif"],
            "--statistics has no format sarif, but full, concise, json",
        ),
        (["-o", "."], "cannot be written"),
    ],
)
def test_what_does_not_go_together(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "a.md"]) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_a_file_is_replaced_whole_and_keeps_its_mode_and_its_links(here: Path) -> None:
    real = here / "real.json"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    (here / "link.json").symlink_to("real.json")
    assert main(["--format", "json:link.json", "b.md"]) == 0
    assert (here / "link.json").is_symlink()
    assert real.read_text(encoding="utf-8") == "[]\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(os.listdir()) == ["a.md", "b.md", "link.json", "real.json"]


@pytest.mark.parametrize("arguments", [["a.md"], ["."], ["./a.md", "b.md"]])
def test_a_checked_report_is_not_overwritten(
    here: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (here / "a.md").read_bytes()
    assert main(["-o", "a.md", *arguments]) == 2
    assert "name another file" in capsys.readouterr().err
    assert (here / "a.md").read_bytes() == before


def test_a_device_is_written_to_as_it_is() -> None:
    assert main(["--format", f"json:{os.devnull}", "a.md"]) == 1
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_exit_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--exit-zero", "a.md"]) == 0
    assert "2 findings" in capsys.readouterr().out
    assert main(["--exit-zero", "missing.md"]) == 2


def test_statistics_count_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    (Path("c.md")).write_text(BAD * 2, encoding="utf-8")
    assert main(["--statistics", "--max-findings", "1", "."]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["3", "error", "placeholder", "unfilled", "blank"]
    assert lines[-1].startswith("3 files checked (all of no known type),")
    assert main(["--statistics", "--format", "json", "a.md"]) == 1
    assert json.loads(capsys.readouterr().out)[0] == {
        "findings": 1,
        "files": 1,
        "severity": "error",
        "rule": "placeholder",
    }
    assert main(["--statistics", "--format", "json", "b.md"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_statistics_leave_files_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--statistics", "--format", "json:out.json", "a.md"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.split() == ["1", "error", "placeholder", "unfilled", "blank"]
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))) == 2


def test_max_findings_says_what_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--max-findings", "1", "--format", "concise", "."]) == 1
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 2
    assert (
        out[1]
        == "2 files checked (all of no known type), 2 findings: 1 error, 1 warning. 1 finding not shown (--max-findings)."
    )
    assert main(["--max-findings", "0", "--format", "json", "."]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "[]\n",
        "reportlint: 2 findings not shown (--max-findings).\n",
    )
    assert main(["--max-findings", "2", "--format", "concise", "."]) == 1
    assert "not shown" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "inside", "wanted"),
    [
        (["b.md"], True, False),  # nothing is wrong
        (["a.md"], False, False),  # by hand
        (["a.md", "-q"], True, False),
        (["a.md", "--format", "json"], True, False),  # a program reads it
        (["a.md", "--fail-on", "never"], True, False),
        (["a.md"], True, True),
        (["a.md", "--format", "concise"], True, True),
    ],
)
def test_a_failing_hook_says_what_to_do(
    arguments: list[str],
    inside: bool,
    wanted: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if inside:
        monkeypatch.setenv("PRE_COMMIT", "1")
    main(["check", *arguments])
    commands = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[-3:]]
    assert (commands == ["What to do", "To let something pass", "For old texts"]) is wanted


def test_quiet_leaves_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("concise", "github", "azure"):
        assert main(["--quiet", "--format", form, "."]) == 1
        printed = capsys.readouterr()
        assert len(printed.out.splitlines()) == 2
        assert main(["--quiet", "--format", form, "b.md"]) == 0
        printed = capsys.readouterr()
        assert (printed.out, printed.err) == ("", "")


@pytest.mark.parametrize(
    ("environment", "form"),
    [
        ({}, "full"),
        ({"CI": "true"}, "full"),
        ({"GITHUB_ACTIONS": "false"}, "full"),
        ({"GITHUB_ACTIONS": "true", "CI": "true"}, "github"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({"TF_BUILD": "True"}, "azure"),
        ({"TEAMCITY_VERSION": "2025.11 (build 1)"}, "teamcity"),
    ],
)
def test_auto_is_what_the_service_reads(environment: dict[str, str], form: str) -> None:
    assert resolve("auto", environment) == form
    assert resolve("json", environment) == "json"
    assert form in FORMATS


def test_auto_from_end_to_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TF_BUILD", "True")
    assert main(["--format", "auto", "a.md"]) == 1
    assert capsys.readouterr().out.startswith("##vso[task.logissue ")


@pytest.mark.parametrize("form", ["github", "auto"])
def test_the_summary_of_a_github_job_grows(
    form: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary"))
    (here / "summary").write_text("# before\n", encoding="utf-8")
    assert main(["--format", form, "."]) == 1
    written = (here / "summary").read_text(encoding="utf-8")
    assert written.startswith("# before\n### reportlint\n")
    assert "| a.md:1:5 | placeholder |" in written
    assert main(["--format", "json", "."]) == 1
    assert (here / "summary").read_text(encoding="utf-8") == written


def test_the_summary_of_a_github_job_stays_below_a_megabyte(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary"))
    Path("many.txt").write_text("取缔场所XX家。\n" * 3000, encoding="utf-8")
    assert main(["--format", "github", "--select", "placeholder", "many.txt"]) == 1
    assert (here / "summary").stat().st_size < 1 << 20
    assert "2500 findings not shown" in (here / "summary").read_text(encoding="utf-8")


def test_services_see_paths_from_their_checkout(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "repo/reports").mkdir(parents=True)
    (here / "repo/reports/a.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(here / "repo/reports")
    main(["--format", "github", "a.md"])
    assert "file=a.md," in capsys.readouterr().out
    (here / "repo/.git").mkdir()
    for path in ("a.md", "./a.md", "../reports/a.md", str(here / "repo/reports/a.md")):
        main(["--format", "github", path])
        assert "file=reports/a.md," in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    main(["--format", "github", "a.md"])
    assert "file=repo/reports/a.md," in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here / "elsewhere"))
    assert root(os.environ) == str(here / "repo").replace(os.sep, "/")


def test_a_run_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reportlint.cli.progress.wanted", lambda *_, **__: True)
    monkeypatch.setattr("reportlint.cli.progress.PATIENCE", -1.0)
    assert main([".", "--format", "json"]) == 1
    assert "1 of 2 files checked" in capsys.readouterr().err
