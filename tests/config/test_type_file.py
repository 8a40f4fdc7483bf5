"""The keys of a report-type file other than titles and phrases."""

from __future__ import annotations

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError
from reportlint.core.report_type import Frame, Listing, Phrases, ReportType

FULL = """
name: 日报
extra: false
prompts: [写在这里]
must: [{any: [地点], name: 地点, source: 厂规第三条}]
must-not: [{any: [妥否], severity: error, if: {regex: [第.条]}}]
empty-sections: info
write: {title: '{{日期}}日报', signature: '{{姓名}}'}
blanks: {日期: 3月1日, 姓名: 李明}
sections:
  - {id: done, title: 今日工作, min-length: 5, list: {style: 一是, min: 2}, must: [{any: [时间]}], must-not: [{regex: '重视'}]}
  - {id: visits, title: 走访, required: recommended, many: true}
opening: {write: 各位同事：}
"""


def test_all_that_a_type_may_say() -> None:
    of = read_type(FULL, "daily.yaml", "daily", "house", {}, {})
    assert of.extra is False
    assert of.prompts == Phrases(("写在这里",))
    assert [(phrase.id, phrase.phrases.any, phrase.source) for phrase in of.must] == [
        ("must-1", ("地点",), "厂规第三条")
    ]
    assert [(phrase.phrases.any, phrase.severity) for phrase in of.must_not] == [
        (("妥否",), "error")
    ]
    assert [phrase.given for phrase in of.must_not] == [Phrases((), ("第.条",))]
    assert of.empty_sections == "info"
    assert of.frame == Frame(title="{{日期}}日报", signature="{{姓名}}")
    assert of.blanks == {"日期": "3月1日", "姓名": "李明"}
    done, visits = of.sections
    assert (done.length, done.list, done.many) == (5, Listing("一是", 2), False)
    assert [phrase.phrases for phrase in (*done.must, *done.must_not)] == [
        Phrases(("时间",)),
        Phrases((), ("重视",)),
    ]
    assert (visits.demand, visits.many) == ("recommended", True)
    assert of.opening is not None
    assert of.opening.write == "各位同事："


def test_an_extension_keeps_what_it_does_not_say() -> None:
    base = read_type(FULL, "daily.yaml", "daily", "house", {}, {})
    text = "extends: daily\nname: 夜班日报\nsections:\n  - {id: visits, drop: true}\n  - {id: next, title: 交班, after: done}\nblanks: {班次: 夜}\n"
    of = read_type(text, "night.yaml", "night", "house", {"daily": base}, {})
    assert [spec.id for spec in of.sections] == ["done", "next"]
    assert of.empty_sections == "info"
    assert (of.extra, of.must, of.frame, of.extends) == (False, base.must, base.frame, "daily")
    assert set(of.blanks) == {"日期", "姓名", "班次"}


@pytest.mark.parametrize(
    ("yaml_text", "line"),
    [
        ("must: [{name: 地点}]", 2),
        ("must-not: [{severity: grave, any: [a]}]", 2),
        ("extra: maybe", 2),
        ("write: {body: [a]}", 2),
        ("blanks: [a]", 2),
        ("sections: [{id: a, title: 甲, min-length: -1}]", 2),
        ("sections: [{id: a, title: 甲, must: [{id: x}]}]", 2),
    ],
)
def test_what_is_wrong_is_said_with_its_line(yaml_text: str, line: int) -> None:
    with pytest.raises(UserError) as caught:
        read_type(f"name: 日报\n{yaml_text}\n", "daily.yaml", "daily", "house", {}, {})
    assert [problem.line for problem in caught.value.problems] == [line]


PARTS = {
    "people": (
        "types/parts/people.yaml",
        """\
sections: [{id: who, title: 参加人员, write: '{{参加人员}}'}]
must: [{any: [主持], name: 主持人}]
fields: {参加人员: {ask: 谁来了}}
write: {signature: '{{记录人}}'}
""",
    ),
    "next": ("types/parts/next.yaml", "sections: [{id: next, title: 下次会议}]\nmust: [{any: [时间]}]\n"),
    "wrong": ("types/parts/wrong.yaml", "sections: [{id: a, title: 甲}]\nrecognise: {title: [甲]}\n"),
    "list": ("types/parts/list.yaml", "- 甲\n"),
}  # fmt: skip


def included(text: str) -> ReportType:
    return read_type(text, "m.yaml", "m", "house", {}, {}, parts=PARTS)


def test_a_type_includes_what_several_share() -> None:
    text = (
        "name: 例会\ninclude: [people, next]\nmust: [{any: [决定]}]\nwrite:"
        " {title: '{{例会}}纪要'}\n"
        "sections:\n  - {id: done, title: 议题, after: who}\n  - {id: next, drop: true}\n"
    )
    of = included(text)
    assert [spec.id for spec in of.sections] == ["who", "done"]
    assert [must.phrases.any for must in of.must] == [("主持",), ("时间",), ("决定",)]
    assert of.fields["参加人员"].ask
    assert of.frame == Frame(title="{{例会}}纪要", signature="{{记录人}}")
    plain = included("name: 例会\ninclude: [next]\n")
    assert [spec.id for spec in plain.sections] == ["next"]


@pytest.mark.parametrize(
    ("names", "path", "line", "message"),
    [
        ("[poeple]", "m.yaml", 2, "people"),  # meant: the nearest name
        ("[people, wrong]", "types/parts/wrong.yaml", 2, "recognise"),
        ("[list]", "types/parts/list.yaml", 1, "mapping"),
    ],
)
def test_what_is_wrong_with_a_part_is_said_where_it_stands(
    names: str, path: str, line: int, message: str
) -> None:
    with pytest.raises(UserError) as error:
        included(f"name: 例会\ninclude: {names}\n")
    (problem,) = error.value.problems
    assert (problem.path, problem.line) == (path, line)
    assert message in problem.message.en


def test_files_beside_a_report() -> None:
    text = "name: 例会\nfiles:\n  - {name: '{{会议}}/照片.md', write: 照片。, when: {field: 类别, is: 大会}}\n"
    (file,) = included(text).files
    assert (file.name, file.write) == ("{{会议}}/照片.md", "照片。")
    assert file.when is not None


@pytest.mark.parametrize("name", ["/a.md", "../a.md", "b/../../a.md", "b\\\\a.md", "C:/a.md"])
def test_files_stay_in_the_folder_of_the_report(name: str) -> None:
    with pytest.raises(UserError, match=r"folder|文件夹") as error:
        included(f'name: 例会\nfiles:\n  - {{name: "{name}"}}\n')
    assert error.value.problems[0].line == 3
