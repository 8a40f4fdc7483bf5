"""`check --parquet IN --out OUT`, and `survey` of a Parquet file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.cli.main import main

pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
BLANK = "走访随记\n\n走访XX户。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, **columns: list[str | None]) -> None:
    pq.write_table(pa.table(columns), name)


def check(*arguments: str) -> int:
    return main(["check", "--isolated", "--lang", "en", *arguments])


def test_findings_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("in.parquet", path=["a.txt", "b.txt", "c.txt"], text=[BLANK, "走访12户。\n", None])
    assert check("--parquet", "in.parquet", "--out", "out.parquet") == 1
    rows = pq.read_table("out.parquet").to_pylist()
    assert [(row["path"], row["rule"], row["line"]) for row in rows] == [
        ("a.txt", "placeholder", 3)
    ]
    assert "findings written: 1" in capsys.readouterr().err


def test_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    write("in.parquet", text=["走访12户。\n"])
    assert check("--parquet", "in.parquet", "--out", "out.parquet", "-q") == 0
    assert pq.read_table("out.parquet").num_rows == 0
    assert capsys.readouterr().err == ""


def test_rules_can_be_chosen() -> None:
    write("in.parquet", text=[BLANK])
    assert check("--parquet", "in.parquet", "--out", "o.parquet", "--ignore", "placeholder") == 0
    assert check("--parquet", "in.parquet", "--out", "o.parquet", "--exit-zero") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--parquet", "in.parquet"], "--out FINDINGS.parquet"),
        (["--out", "out.parquet"], "to write the findings to a file: -o FILE"),
        (["--parquet", "in.parquet", "--out", "in.parquet"], "file that is read"),
        (["--parquet", "in.parquet", "--out", "out.parquet", "a.txt"], "paths"),
        (["--parquet", "none.parquet", "--out", "out.parquet"], "none.parquet"),
        (["--parquet", "bad.parquet", "--out", "out.parquet"], "bad.parquet"),
        (["--parquet", "other.parquet", "--out", "out.parquet"], "no column"),
    ],
)
def test_what_stops_it(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("in.parquet", text=[BLANK])
    write("other.parquet", body=[BLANK])
    Path("bad.parquet").write_bytes(b"none")
    before = Path("in.parquet").read_bytes()
    assert check(*arguments) == 2
    assert message in capsys.readouterr().err
    assert Path("in.parquet").read_bytes() == before
    assert not Path("out.parquet").exists()


def test_a_survey_of_records(capsys: pytest.CaptureFixture[str]) -> None:
    write("in.parquet", path=["2024-05.txt", None, "c.txt"], text=[BLANK, BLANK, None])
    assert main(["survey", "in.parquet", "--isolated", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("2 reports, 2 with findings, 2 in all")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_that_leads_out_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    (tmp_path / "clone" / "sub").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path / "clone")
    write("in.parquet", text=[BLANK])
    assert check("--parquet", "in.parquet", "--out", "sub/out.parquet") == 2
    assert "a link that leads out" in capsys.readouterr().err
    assert not (tmp_path / "out.parquet").exists()
