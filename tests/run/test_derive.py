"""Reports → a type file: what is refused, whose id it gets, what is dropped because a report does
not meet it. What a type is made of is in `tests/scaffold/test_derive.py`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.report_type import (
    DATE,
    OPTIONAL,
    REQUIRED,
    Group,
    Phrases,
    Placement,
    ReportType,
)
from reportlint.core.request import Settings
from reportlint.run import derive as module
from reportlint.run.derive import derive
from reportlint.structure.reading import DocumentReading

ALONE = Settings(isolated=True)
TEXT = "# Weekly {n}\n\n## Done\n\n{done}\n\n## Next\n\nMore.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*done: str) -> None:
    for number, text in enumerate(done):
        Path(f"{number}.md").write_text(TEXT.format(n=number, done=text), encoding="utf-8")


REFUSED = [
    pytest.param(["none.md"], "", "", "none.md", id="a missing report"),
    pytest.param(["none.docx"], "", "", "none.docx", id="a missing Word document"),
    pytest.param(["empty"], "", "", "no report to read", id="a folder without reports"),
    pytest.param(["bytes.md"], "", "", "bytes.md", id="no text"),
    pytest.param(["0.md"], "Bad Id", "", "“Bad Id” is no report type id", id="a name as an id"),
    pytest.param(["0.md"], "周 报", "", "“周 报” is no report type id", id="a blank in an id"),
    pytest.param(["0.md"], "", "0-0.md", "“0-0” is no report type id", id="a number as a name"),
    pytest.param(["0.md"], "", "2026.yaml", "2026.yaml: “2026”", id="a year as a name"),
    pytest.param(["0.md"], "", "out/Data Weekly.yaml", "“Data Weekly”", id="a name of two words"),
    pytest.param(["0.md"], "", "Ελλάς.yaml", "“Ελλάς”", id="a name in other letters"),
    pytest.param(["0.md"], "x", "0.md", "0.md", id="a file that is there"),
]


@pytest.mark.parametrize(("paths", "type_id", "output", "message"), REFUSED)
def test_refused(paths: list[str], type_id: str, output: str, message: str, here: Path) -> None:
    write("Much.")
    (here / "empty").mkdir()
    (here / "bytes.md").write_bytes(b"\xff\xfe\xfd" * 40 + b"\x00")
    before = {path: path.read_bytes() for path in here.iterdir() if path.is_file()}
    with pytest.raises(UserError) as caught:
        derive(paths, output, type_id, ALONE)
    assert any(message in problem.to("en") for problem in caught.value.problems)
    assert {path: path.read_bytes() for path in here.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("output", "type_id"),
    [
        ("", "my-report"),
        ("周报.yaml", "周报"),
        ("数据组-周报2.yaml", "数据组-周报2"),
        ("out/data-weekly-2.yaml", "data-weekly-2"),
    ],
)
def test_without_an_id_it_is_that_of_the_output(output: str, type_id: str, here: Path) -> None:
    write("Much.")
    (here / "out").mkdir()
    derived = derive(["0.md"], output, "", ALONE)
    assert (derived.type.id, derived.path) == (type_id, output)
    if output:
        assert Path(output).read_text(encoding="utf-8") == derived.text
    assert len(list(here.rglob("*.yaml"))) == bool(output)


def test_an_id_that_is_given_counts() -> None:
    write("Much.")
    assert derive(["0.md"], "weekly.yaml", "status", ALONE).type.id == "status"


def test_a_folder_stands_for_its_reports() -> None:
    write("Much.", "More.")
    Path("note.csv").write_text("a,b\n", encoding="utf-8")
    assert "Derived by `reportlint derive` from 2 reports: 0.md, 1.md" in (
        derive(["."], "", "", ALONE).text
    )


CLOSING = Placement(1, (Group("end", Phrases(("Regards",))),))


def asking_too_much(monkeypatch: pytest.MonkeyPatch, **demands: object) -> None:
    """Let the first draft of the type have these demands too."""
    draft = module.derive_type

    def derive_type(readings: Sequence[DocumentReading], type_id: str) -> object:
        made = draft(readings, type_id)
        return made._replace(type=made.type._replace(**demands))

    monkeypatch.setattr(module, "derive_type", derive_type)


def test_what_all_reports_meet_stays_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    asking_too_much(
        monkeypatch, ordered=True, closing=Placement(1, (Group("m", Phrases(("More",))),))
    )
    write("Much.", "More.")
    of = derive(["."], "", "", ALONE).type
    assert [spec.demand for spec in of.sections] == [REQUIRED, REQUIRED]
    assert of.ordered
    assert of.closing is not None


def _demands(of: ReportType) -> list[str]:
    return [spec.demand for spec in of.sections]


def test_what_one_report_does_not_meet_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    asking_too_much(monkeypatch, closing=CLOSING, opening=CLOSING, parts={DATE: REQUIRED})
    write("Much.", "More.")
    derived = derive(["."], "", "", ALONE)
    of = derived.type
    assert (of.opening, of.closing, dict(of.parts)) == (None, None, {})
    assert _demands(of) == [REQUIRED, REQUIRED], "the rest stays"
    assert derived.broken == ()


def test_a_section_that_one_report_lacks_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    write("Much.", "More.")
    sections = derive(["."], "", "", ALONE).type.sections
    asking_too_much(monkeypatch, sections=sections)
    Path("1.md").write_text("# Weekly 1\n\n## Done\n\nMuch.\n", encoding="utf-8")
    assert _demands(derive(["."], "", "", ALONE).type) == [REQUIRED, OPTIONAL]


def test_what_no_looser_type_mends_is_named_in_the_file() -> None:
    write("Much.", "", "Much.")
    derived = derive(["."], "", "weekly", ALONE)
    assert [finding.en for finding in derived.broken] == ["1.md, line 3, section-empty: Done"]
    assert [finding.zh for finding in derived.broken] == ["1.md 第 3 行，section-empty：Done"]
    assert "# Not met: 1.md, line 3" in derived.text
