from __future__ import annotations

import pytest

from reportlint.structure.title_signs import (
    begins_with,
    ends_in,
    is_about,
    is_index,
    is_series,
    looks_back,
    names_in,
    text_before_colon,
)

ENDS = [
    ("关于做好述职报告工作的通知", "述职报告", False),
    ("web design", "sign", False),
    ("checkout down for 47 minutes", "minutes", False),  # a duration
    ("status update of the server", "status update", False),
    ("meeting-minutes", "minutes", False),  # the name of a program
    ("2026-03-01-minutes", "minutes", True),
    ("board minutes", "minutes", True),
    ("周报|第32周(8.3—8.7)", "周报", True),
    ("migration – status update, week 21", "status update", True),
    ("status report for march 2026", "status report", True),
    ("status report (sprint 12)", "status report", True),
    ("张三述职报告", "述职报告", True),
    ("述职报告(2025年度)", "述职报告", True),
    ("述职报告2", "述职报告", True),
    ("market entry: post-mortem", "post-mortem", True),
]
HEADS = [
    ("述职报告", ""),
    (": login fails", ""),
    ("批复 - 格式标准", ""),
    ("incident report inc-22: login fails", "incident report"),
    ("incident report #22 - login fails", "incident report"),
    ("weekly status: warehouse app", "weekly status"),
    ("周报:第12周", "周报"),
]
BEGINS = [
    ("post-mortems compared", "post-mortem", False),
    ("meeting minutes and how to write them", "meeting minutes", False),
    ("周报怎么写", "周报", False),
    ("post-mortem of the march outage", "post-mortem", True),
    ("meeting minutes 2026-03-01", "meeting minutes", True),
]
TWO_KINDS = [
    ("关于做好工作总结和工作计划的通知", ""),
    ("工作总结和经验交流会侧记", ""),
    ("工作总结", ""),
    ("2025年工作总结和2026年工作思路", "2025年工作总结"),
    ("2025年总结及2026年计划", "2025年总结"),
]


ABOUT = [
    ("Meeting minutes of the style guide", False),  # the guide is the matter of the meeting
    ("Post-mortem for the billing API", False),
    ("Incident report: login process", False),
    ("RFC 8: Wagtail API", False),
    ("Weekly status report", False),
    ("How-to runbook", False),
    ("What went wrong in March", False),
    ("Release notes style guide", True),
    ("RFC process", True),
    ("The postmortem — article design system", True),
    ("Meeting minutes - template", True),
    ("Postmortem: design system outage", False),
    ("Postmortem — payment templates lost", False),
    ("ADR template", True),
    ("Test report parser for Jenkins", True),
    ("Meeting minutes archive", True),
    ("How to file a security advisory", True),
    ("What is a project charter?", True),
]
SERIES = [
    ("Review: 登录页", False),
    ("RFC 流程", False),
    ("API：登录接口", False),
    ("RFCs", False),
    ("RFC-0012：统一日志采集", True),
    ("RFC：支持多租户", True),
    ("ADR 3 采用消息队列", True),
    ("[RFC] 插件接口", True),
]


@pytest.mark.parametrize(("title", "expected"), ABOUT)
def test_is_about(title: str, expected: bool) -> None:
    assert is_about(title) == expected


@pytest.mark.parametrize(("title", "expected"), SERIES)
def test_is_series(title: str, expected: bool) -> None:
    assert is_series(title) == expected


@pytest.mark.parametrize(("name", "phrase", "expected"), ENDS)
def test_ends_in(name: str, phrase: str, expected: bool) -> None:
    assert list(ends_in(name, [phrase])) == [phrase] * expected


@pytest.mark.parametrize(("name", "expected"), HEADS)
def test_text_before_colon(name: str, expected: str) -> None:
    assert text_before_colon(name) == expected


@pytest.mark.parametrize(("name", "phrase", "expected"), BEGINS)
def test_begins_with(name: str, phrase: str, expected: bool) -> None:
    assert list(begins_with(name, [phrase])) == [phrase] * expected


@pytest.mark.parametrize(("name", "expected"), TWO_KINDS)
def test_looks_back(name: str, expected: str) -> None:
    assert looks_back(name) == expected


def test_names_in() -> None:
    assert names_in(["砥砺前行"], ["——2025年度述职报告", "——"]) == {
        "砥砺前行": True,
        "2025年度述职报告": False,
    }
    assert names_in([], []) == {}
    law = "（中华人民共和国主席令第31号）"  # by what a law is published, not what it is
    assert names_in(["仲裁法"], [law]) == {"仲裁法": True}
    assert len(names_in(["任免决定"], ["（县人民政府令）"])) == 2
    assert names_in(["How to write a postmortem"], []) == {}  # speaks of the kind
    assert names_in(["How-to runbook"], []) == {"how-to runbook": True}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", False),
        ("rfcs/0001-index.md", False),
        ("rfcs/readme/a.md", False),
        ("rfcs/README.md", True),
        ("index.rst", True),
        ("rfcs/Readme.zh-CN.md", True),
    ],
)
def test_the_index_of_a_folder(path: str, *, expected: bool) -> None:
    assert is_index(path) == expected
