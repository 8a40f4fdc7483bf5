"""The requests of the page, without a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import UserError
from reportlint.docx.reader import read
from reportlint.docx.writer import TEXT, TITLE, NewParagraph, write
from reportlint.web import desk as desk_module
from reportlint.web.desk import Desk

REPORT = "述职报告\n\n今年取缔场所XX家。一是抓学习；二是抓作风；四是抓落实。\n"
WORD = write([NewParagraph("述职报告", TITLE), NewParagraph("今年取缔场所XX家。", TEXT)], "zh")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("报告")
    (folder / "甲.md").write_text(REPORT, encoding="utf-8")
    (folder / "below").mkdir()
    (folder / "below" / "乙.txt").write_text("情况如常。\n", encoding="utf-8")
    (folder / "丙.docx").write_bytes(WORD)
    (folder / "图.png").write_bytes(b"no report")
    return Desk(str(folder))


def test_a_text_is_checked_by_the_type_that_it_is_of(desk: Desk) -> None:
    answer = desk.check(REPORT, "a.txt", "", "zh")
    assert answer["type"] == "duty-report"
    assert {"placeholder", "ordinal-gap"} <= {finding["rule"] for finding in answer["findings"]}
    assert desk.check(REPORT, "a.txt", "notice", "zh")["type"] == "notice"
    assert desk.check("情况如常。\n", "", "", "zh")["findings"] == []


def test_a_changed_configuration_counts_from_the_next_question_on(tmp_path: Path) -> None:
    config, rule = tmp_path / ".reportlint.yaml", tmp_path / "house" / "plain.yaml"
    rule.parent.mkdir()
    (rule.parent / "pack.yaml").write_text("id: house\nname: {zh: 本单位, en: ours}\n")
    desk = Desk(str(tmp_path))

    def rules(text: str = "情况一切如常。\n") -> list[str]:
        return [finding["rule"] for finding in desk.check(text, "", "", "zh")["findings"]]

    assert rules() == []
    config.write_text("extends: [core, ./house]\n")
    assert rules() == []
    with pytest.raises(UserError):
        desk.explain("plain", "", "zh")
    rule.write_text(
        "id: plain\nkind: pattern\nseverity: warning\nmessage: {zh: 空话, en: empty}\nwords:"
        " [一切如常]\n"
    )
    assert rules() == ["plain"]
    assert desk.explain("plain", "", "zh")["id"] == "plain"
    assert desk.explain("placeholder", "", "en")["name"] == "unfilled blank"
    rule.write_text(rule.read_text().replace("如常", "顺利"))
    assert rules() == []
    assert rules("情况一切顺利。\n") == ["plain"]
    config.write_text("extends: [core, ./nowhere]\n")
    for _ in range(2):  # bad until somebody mends it
        with pytest.raises(UserError):
            rules()
    config.unlink()
    assert rules("情况一切顺利。\n") == []


def test_messages_are_in_the_language_of_the_page(desk: Desk) -> None:
    zh, en = (desk.check(REPORT, "", "", language)["findings"] for language in ("zh", "en"))
    assert zh[0]["message"] != en[0]["message"]
    assert [finding["start"] for finding in zh] == [finding["start"] for finding in en]


def test_safe_fixes_are_made_and_others_when_asked_for(desk: Desk) -> None:
    text = "工作记录\n\n一是抓学习；二是抓作风；四是抓落实。\n"
    assert desk.fix(text, "", "", "zh", unsafe=False)["changes"] == []
    answer = desk.fix(text, "", "", "zh", unsafe=True)
    assert "三是抓落实" in answer["text"]
    assert answer["changes"][0]["line"] == 3


@pytest.mark.parametrize(
    ("name", "data", "word", "encoding"),
    [
        ("a.txt", "述职报告\n".encode(), False, "utf-8"),
        ("a.txt", ("述职报告，今年的工作如下。\n" * 5).encode("gb18030"), False, "gb18030"),
        ("a.docx", WORD, True, ""),
    ],
)
def test_a_file_is_read(desk: Desk, name: str, data: bytes, word: bool, encoding: str) -> None:
    answer = desk.read(data, name)
    assert answer["text"].startswith("述职报告")
    assert (answer["word"], answer["encoding"]) == (word, encoding)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"no zip"),
        ("a.txt", WORD),
        ("a.txt", b"%PDF-1.7"),
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.txt", b"\xff\xfe\xfd\x00\x81 not a text \x9f\x01"),
    ],
)
def test_what_is_no_report_is_told_so(desk: Desk, name: str, data: bytes) -> None:
    with pytest.raises(UserError):
        desk.read(data, name)


def test_a_word_document_is_checked_and_annotated(desk: Desk) -> None:
    answer = desk.word(WORD, "a.docx", "", "zh")
    assert answer["type"] == "duty-report"
    assert [1, 0] in answer["headings"]
    assert "placeholder" in {finding["rule"] for finding in answer["findings"]}
    copy = read(desk.annotate(WORD, "a.docx", "", "zh"))
    assert copy.text == read(WORD).text
    assert len(copy.comments) == len(answer["findings"])
    assert any("占位" in comment.text for comment in copy.comments)


def test_types_are_told_with_their_language_and_blanks(desk: Desk) -> None:
    types = {of["id"]: of for of in desk.types("zh")}
    assert types["duty-report"]["name"] == "述职报告"
    assert types["duty-report"]["language"] == "zh"
    assert types["rfc"]["language"] == "en"
    assert types["duty-report"]["blanks"]


def test_what_a_type_declares_of_its_blanks_is_told_and_counts(tmp_path: Path) -> None:
    house = tmp_path / "house" / "types"
    house.mkdir(parents=True)
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    (tmp_path / "house" / "pack.yaml").write_text("id: desk\nname: 本单位\n", encoding="utf-8")
    (house / "log.yaml").write_text(
        "name: 值班日志\nfields:\n  级别:"
        " {ask: {zh: 多严重, en: How bad}, choices: [一般, 重大], default: 一般}\n"
        "  日期: {from: today, format: YYYY}\n  姓名: {required: true}\nsections:\n"
        "  - {id: matter, title: '{{议题}}', each: 议题, write: '{{议题}}已办。'}\n"
        "  - {id: harm, title: 损失, when: {field: 级别, is: 重大}}\n"
        "write: {title: '{{姓名}}值班日志', signature: '{{日期}}'}\n",
        encoding="utf-8",
    )
    desk = Desk(str(tmp_path))
    fields = next(of for of in desk.types("en") if of["id"] == "log")["fields"]
    assert fields["级别"] == {
        "question": "How bad",
        "value": "一般",
        "choices": ["一般", "重大"],
        "required": False,
        "several": False,
    }
    assert fields["日期"]["value"].isdigit()
    assert fields["姓名"]["required"]
    assert fields["议题"]["several"]
    values = {"姓名": "李明", "级别": "重大", "议题": "检修\n验收"}
    made = desk.new("log", values, "md", "zh")["text"]
    assert "## 一、检修" in made
    assert "## 三、损失" in made
    word = read(desk.new_word("log", values)).text
    assert "验收已办。" in word
    assert "损失" in word
    with pytest.raises(UserError):
        desk.new("log", {"姓名": "李明", "级别": "大"}, "md", "zh")


def test_a_new_report_has_what_was_filled_in(desk: Desk) -> None:
    blank = next(of for of in desk.types("zh") if of["id"] == "duty-report")["blanks"][0]
    made = desk.new("duty-report", {blank: "李明"}, "md", "zh")
    assert "李明" in made["text"]
    assert blank not in made["missing"]
    assert "李明" in read(desk.new_word("duty-report", {blank: "李明"})).text
    with pytest.raises(UserError):
        desk.new_word("duty-report", {"no such blank": "x"})
    with pytest.raises(UserError):
        desk.new("duty-raport", {}, "md", "zh")


def test_files_beside_a_new_report_are_told(tmp_path: Path) -> None:
    types = tmp_path / "house" / "types"
    types.mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text("id: house\nname: House\n", encoding="utf-8")
    (types / "visit.yaml").write_text(
        "name: visit\nfiles:\n  - {name: 'photos/{{place}}.md', write: 'Of {{place}}.'}\n"
        "sections:\n  - {id: seen, title: Seen, write: '{{place}}'}\n",
        encoding="utf-8",
    )
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    made = Desk(str(tmp_path)).new("visit", {"place": "mill"}, "md", "en")
    assert made["files"] == {"photos/mill.md": "Of mill.\n"}


def test_a_folder_is_counted_by_file_and_rule(desk: Desk) -> None:
    answer = desk.walk("zh")
    files = {file["path"]: file for file in answer["files"]}
    assert set(files) == {"甲.md", "below/乙.txt", "丙.docx"}
    assert sum(files["below/乙.txt"]["counts"].values()) == 0
    assert files["甲.md"]["rules"]["placeholder"] == 1
    assert {row["rule"]: row["count"] for row in answer["rules"]}["placeholder"] == 2
    assert {row["rule"]: row["name"] for row in answer["rules"]}["placeholder"] == "未填的空"
    assert files["甲.md"]["type"] == "述职报告"


def test_only_files_that_were_listed_are_given(desk: Desk) -> None:
    desk.walk("zh")
    assert desk.file("甲.md", 1000).decode() == REPORT
    for name in ("图.png", "../甲.md", "/etc/passwd", "below/../甲.md", "", "甲.md\0"):
        with pytest.raises(UserError):
            desk.file(name, 1000)
    with pytest.raises(UserError):
        desk.file("甲.md", 10)


def test_nothing_that_is_handed_in_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file that is opened for writing raises an audit event of the interpreter."""
    import sys

    written: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[2], int) and arguments[2] & 3:
            written.append(str(arguments[0]))

    sys.addaudithook(watch)
    desk.check(REPORT, "a.txt", "", "zh")
    desk.fix(REPORT, "a.txt", "", "zh", unsafe=True)
    desk.read(WORD, "a.docx")
    desk.word(WORD, "a.docx", "", "zh")
    desk.annotate(WORD, "a.docx", "", "zh")
    desk.new("duty-report", {}, "md", "zh")
    watching = False
    assert written == []


def test_too_long_a_text_and_unknown_names_are_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "MOST_TEXT", 10)
    with pytest.raises(UserError):
        desk.check("一" * 11, "", "", "zh")
    with pytest.raises(UserError):
        desk.explain("no-such-rule", "", "zh")
    with pytest.raises(UserError):
        desk.word(WORD, "a.docx", "no-such-type", "zh")
    with pytest.raises(UserError):
        desk.annotate(WORD, "a.txt", "", "zh")
    with pytest.raises(UserError):
        Desk(desk.folder + "/no such folder")
