"""A new report from a type and values: questions, errors and the written text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.report_type import BlankField
from reportlint.core.request import Settings
from reportlint.run.new import Wish, new, type_id

PACK = {
    "pack.yaml": "id: house\nname: {zh: 本院, en: House}\n",
    "types/memo.yaml": """\
name: {zh: 便函, en: Memo}
recognise: {title: {any: [便函]}}
fields:
  级别: {ask: {zh: 急不急？, en: How urgent?}, choices: [平件, 急件], default: 平件}
  措施: {ask: {zh: 有哪些措施？, en: Which steps?}}
sections:
  - {id: ask, title: 事项, write: "请{{单位}}办理（{{级别}}）。"}
  - {id: step, title: "{{措施}}", each: 措施, write: 已办。}
files:
  - {name: "附件/{{单位}}.txt", write: "{{单位}}存"}
""",
}
SETTINGS = Settings(locale="zh")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in PACK.items():
        path = tmp_path / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["memo", "便函", "Memo"])
@pytest.mark.usefixtures("here")
def test_a_type_goes_by_id_and_by_name(name: str) -> None:
    assert type_id(name, SETTINGS) == "memo"


@pytest.mark.parametrize("name", ["", "memos", "便"])
@pytest.mark.usefixtures("here")
def test_no_type(name: str) -> None:
    with pytest.raises(UserError):
        type_id(name, SETTINGS)


@pytest.mark.usefixtures("here")
def test_shown_only_nothing_is_written() -> None:
    made = new(Wish("memo"), SETTINGS)
    assert "请{{单位}}办理（平件）。" in made.text
    assert (made.path, made.files) == ("", ())
    assert "单位" in made.missing
    assert sorted(path.name for path in Path().iterdir()) == [".reportlint.yaml", "house"]


def test_values_of_the_command_line_come_before_those_of_the_file(here: Path) -> None:
    (here / "values.yaml").write_text("单位: 教育局\n级别: 急件\n", encoding="utf-8")
    wish = Wish("memo", values="values.yaml", sets=("级别=平件", "措施=修路", "措施=架桥"))
    made = new(wish, SETTINGS)
    assert "请教育局办理（平件）。" in made.text
    assert made.text.index("修路") < made.text.index("架桥"), "a section for each value"
    assert made.missing == ()


def test_a_list_in_the_file_is_for_a_field_with_a_section_each(here: Path) -> None:
    (here / "values.yaml").write_text("单位: 教育局\n措施: [修路, 架桥]\n", encoding="utf-8")
    assert "架桥" in new(Wish("memo", values="values.yaml"), SETTINGS).text


REFUSED = [
    (("单位教育局",), "", "name=value"),
    (("单元=教育局",), "", "单元"),
    (("级别=特急",), "", "特急"),
    ((), "单位: [教育局, 财政局]\n", "单位"),
    ((), "单位:\n", "单位"),
    ((), "单元: 教育局\n", "单元"),
    ((), "- 单位\n", "mapping"),
    ((), None, "no such file"),
]


@pytest.mark.parametrize(("sets", "values", "reason"), REFUSED)
def test_refused(sets: tuple[str, ...], values: str | None, reason: str, here: Path) -> None:
    if values:
        (here / "values.yaml").write_text(values, encoding="utf-8")
    named = "values.yaml" if values != "" else ""
    with pytest.raises(UserError) as caught:
        new(Wish("memo", "out.md", named, sets), SETTINGS)
    assert any(reason in problem.message.en for problem in caught.value.problems)
    assert not (here / "out.md").exists()


def test_all_that_is_wrong_is_told_at_once(here: Path) -> None:
    (here / "values.yaml").write_text("单元: 甲\n单位: []\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        new(Wish("memo", values="values.yaml", sets=("甲", "乙=1")), SETTINGS)
    assert len(caught.value.problems) == 4


def test_files_beside_it(here: Path) -> None:
    (here / "out").mkdir()
    made = new(Wish("memo", "out/a.md", sets=("单位=教育局",)), SETTINGS)
    assert made.files == ("out/附件/教育局.txt",)
    assert (here / "out/附件/教育局.txt").read_text(encoding="utf-8") == "教育局存\n"


def test_where_one_file_is_there_already_none_is_written(here: Path) -> None:
    (here / "附件").mkdir()
    (here / "附件/教育局.txt").write_text("旧", encoding="utf-8")
    with pytest.raises(UserError, match="教育局"):
        new(Wish("memo", "a.md", sets=("单位=教育局",)), SETTINGS)
    assert not (here / "a.md").exists()


@pytest.mark.parametrize(
    ("output", "form", "heading"),
    [("a.md", "", "## "), ("a.txt", "", "一、"), ("a.md", "txt", "一、"), ("a", "", "## ")],
)
def test_the_form_is_that_of_the_ending_unless_said(
    output: str, form: str, heading: str, here: Path
) -> None:
    new(Wish("memo", output, sets=("单位=教育局",), form=form), SETTINGS)
    assert heading in (here / output).read_text(encoding="utf-8")


def test_a_word_document_needs_a_name_of_one(here: Path) -> None:
    with pytest.raises(UserError, match=r"\.docx"):
        new(Wish("memo", "a.md", form="docx"), SETTINGS)
    made = new(Wish("memo", "a.docx", sets=("单位=教育局",)), SETTINGS)
    assert (made.text, made.path) == ("", "a.docx")
    assert (here / "a.docx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("here")
def test_a_person_is_asked_for_what_has_no_value() -> None:
    asked: list[tuple[str, str]] = []

    def ask(name: str, field: BlankField, usual: str) -> str:
        asked.append((name, usual))
        return {"单位": "教育局", "级别": ""}.get(name, "")

    made = new(Wish("memo", sets=("措施=修路",), ask=ask), SETTINGS)
    assert ("级别", "平件") in asked
    assert "措施" not in dict(asked)
    assert "（平件）" in made.text
