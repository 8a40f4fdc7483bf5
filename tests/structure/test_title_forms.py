"""The forms in which a title may name the kind of a report."""

from __future__ import annotations

import pytest

from reportlint.structure.title_forms import forms_of

SURNAMES = ("王", "李")

# Titles, and what is no form of them: near misses first.
NO_FORMS = [
    ("合同 管理", "合同"),  # a page of a program, no author after a short name
    ("会议纪要 模板", "会议纪要"),
    ("批复 - 格式标准", "批复"),
    ("公文写作——如何写请示", "如何写请示"),
    ("浅谈调研报告", "浅谈调研报告"),
    ("如何写好述职报告", "如何写好述职报告"),
    ("[Release notes](notes.md) of 2.1", "Release notes"),  # a link is no tag
    ("第135号建议", "建议"),  # a number before the name
    ("2023年工作总结", "工作总结2023年"),
    ("post-mortem -- march", "post-mortem"),
    ("项目会议纪要-终稿", "项目会议纪要"),  # no family name
    ("", "x"),
]
FORMS = [
    ("述职报告", "述职报告"),
    ("述职报告——党委副书记　王芳", "述职报告"),
    ("Backup runbook (list and delete)", "Backup runbook"),
    ("项目总结报告 <br>", "项目总结报告"),
    ("毕业实习报告——某公司测试岗", "毕业实习报告"),
    ("如何破题？——关于农村养老的调研报告", "关于农村养老的调研报告"),
    ("【周报】第20周", "周报"),
    ("[RFC] Replace the scheduler", "RFC"),
    ("【转发】关于放假的通知", "关于放假的通知"),
    ("某银行公告〔2023〕第4号", "某银行公告"),
    ("某市人民政府令第328号", "某市人民政府令"),
    ("关于降低税率的公告 某税发〔2023〕12号", "关于降低税率的公告"),
    ("总署公告2022年第45号（关于调整进出口货物报关单申报的公告）", "总署公告"),
    ("水田镇人民政府2022年工作报告", "水田镇人民政府工作报告"),
    ("项目会议纪要_20230510", "项目会议纪要"),
    ("毕业实习报告-李明", "毕业实习报告"),
    ("周报-王芳-20230508", "周报"),
    ("周报 | 第12周", "周报"),
]


@pytest.mark.parametrize(("title", "form"), NO_FORMS)
def test_no_form(title: str, form: str) -> None:
    assert form not in forms_of(title, SURNAMES)


@pytest.mark.parametrize(("title", "form"), FORMS)
def test_a_form(title: str, form: str) -> None:
    assert form in forms_of(title, SURNAMES)


def test_the_whole_title_comes_first() -> None:
    assert forms_of("周报-王芳-20230508")[0] == "周报-王芳-20230508"
    assert forms_of("") == ()
