"""Numbers behind labels, which are spoken of as well; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

from reportlint.core import numbering as kinds
from reportlint.structure.labels import Slip, slip_of

SILENT = {
    "one heading for several weeks": (
        "## Week 1: a\n\n## Week 2 - Week 4\n\nText.\n\n## Week 5: b\n\n## Week 6 & 7: c\n\n## Week 8: d\n"
    ),
    "a week of two numbers": ("## Week 1: a\n\n## Week 2 - 3: b\n\n## Week 4: c\n\n## Week 5: d\n"),
    "the same caption in another section": (
        "# 报告\n\n图1 位置\n\n## 附图\n\n图2 剖面\n\n## 附表\n\n图2 平面\n"
    ),
    "a goal is spoken of again": "* Goal 1: a\n* Goal 2: b\n* Goal 1: c\n",
    "a figure within a clause": "图1 位置\n\n如下，详见 图2 所示。\n\n图2 剖面\n",
    "days that are left out": "Day 1: a\n\nDay 3: b\n\nDay 5: c\n",
    "the last day is far off": "Day 1: a\n\nDay 2: b\n\nDay 7: c\n",
    "a phase has two lines": "- Phase 1: a\n- Phase 2: b\n- Phase 2: c\n",
    "a table is named in another way": "Table 1: a\n\n**Table 2.**\n\nTable 3: c\n\nTable 4: d\n",
    "a picture that says its number": "Figure 1: a\n\n[Figure 2](b.png)\n\nFigure 3: c\n\nFigure 4: d\n",
    "the caption stands in a list of captions": "图1 位置\n\n图2 剖面\n\n图2 剖面\n",
    "the first phase is past": "Phase 1 is done.\n\n## Next\n\nPhase 2: a\n\nPhase 3: b\n",
    "findings from zero": "Finding 0: a\n\nFinding 1: b\n\nFinding 2: c\n",
    "two are missing": "Finding 1: a\n\nFinding 3: b\n\nFinding 5: c\n",
    "a part of a catalogue": "Finding 4: a\n\nFinding 6: b\n\nFinding 7: c\n",
    "a chapter is told of behind a picture": (
        "- 第一章 绪论\n- 第二章 现状\n- 第三章 设计\n\n复查：\n\n✅ **第二章重写**：已改\n"
    ),
    "the chapters that follow": "本文其余部分：第二章综述研究；第三章描述设计；第四章总结全文。\n",
    "an article that a paragraph begins with": (
        "## 第1条 目的\n\n文。\n\n## 第2条 利用\n\n文。\n\n第1条に定める目的とする。\n\n## 第3条 期間\n\n第2条は、なお効力を有する。\n"
    ),
    "letters in order": "Appendix A: a\n\nAppendix B: b\n\nAppendix C: c\n",
    "a paragraph refers to articles": (
        "## § 1 Zweck\n\nText.\n\n§ 5 Abs. 2 gilt entsprechend.\n\n## § 2 Sitz\n\n§ 1 und § 7 gelten.\n\n"
        "§ 26 BGB bleibt.\n\n## § 3 Organe\n\nText.\n"
    ),
    "sections told of within a line": "本报告§1定义执行；§2为总表；§3～§4为验证；§5为保险。\n",
    "sections told of in Chinese": "- §1 表格对应甲。\n- §2 表格对应乙。\n- §2 表格对应丙。\n- §3 表格对应丁。\n",
    "articles told of within a line": "See Article 1: scope. Article 2: terms. Article 4: fees.\n",
    "articles that were put in": "§ 1 Zweck\n\n§ 2 Sitz\n\n§ 2a Kasse\n\n§ 3 Organe\n",
    "articles that were repealed together": (
        "## § 1 Zweck\n\n## § 2 Sitz\n\n## (XXXX) §§ 3 und 4 (weggefallen)\n\n## § 5 Organe\n\n## §§ 6 bis 9\n\n## § 10 Kasse\n"
    ),
    "articles of another statute": (
        "Artikel 1 Zweck.\n\nArtikel 2 § 38 des Gesetzes bleibt.\n\nArtikel 2 Sitz.\n\nArtikel 3 Organe.\n"
    ),
    "the first article in its own way": (
        "Article 1er - Nom\n\nArticle 2 - But\n\nArticle 3 - Siège\n"
    ),
    "the same word without its accent": (
        "Artículo 1.- Objeto\n\nArticulo 2.- Base legal\n\nARTÍCULO 3.- Finalidad\n"
    ),
    "a sign that was misread": (
        "Artículo 1°.- Objeto\n\nArtículo 2°,- Base\n\nArtículo 3°.- Finalidad\n"
    ),
    "a single article": "Art. 1\n\nDie Satzung tritt in Kraft.\n",
    "articles spoken of in Korean": (
        "제1조(목적) 이 규정은 회계를 정한다.\n\n제5조의 규정에 따른다.\n\n제2조(범위) 전 부서로 한다.\n\n제3조(책임) 회계과로 한다.\n"
    ),
}
FIRING = {
    "a German article is missing": (
        "## § 1 Zweck\n\nText.\n\n## § 2 Sitz\n\nText.\n\n## § 4 Organe\n\nText.\n",
        ("gap", 9, "§ 4"),
    ),
    "more are missing than were repealed": (
        "§ 1 Zweck\n\n§ 2 Sitz\n\n§§ 4 und 5 (weggefallen)\n\n§ 6 Kasse\n\n§ 7 Organe\n",
        ("gap", 7, "§ 6"),
    ),
    "a German article stands twice": (
        "## § 1 Zweck\n\nText.\n\n## § 2 Sitz\n\nText.\n\n## § 2 Organe\n\nText.\n\n## § 3 Kasse\n",
        ("duplicate", 9, "§ 2"),
    ),
    "a Portuguese article is missing": (
        "Artigo 1.º - A sede é em Lisboa.\n\nArtigo 2.º - O prazo é indeterminado.\n\nArtigo 4.º - O capital é de mil euros.\n",
        ("gap", 5, "Artigo 4.º"),
    ),
    "a Spanish article is missing": (
        "Artículo 1.- Objeto\n\nArtículo 3.- Finalidad\n\nArtículo 4.- Alcance\n",
        ("gap", 3, "Artículo 3.-"),
    ),
    "an article in Roman numerals is missing": (
        "## ARTICLE I - NAME\n\nText.\n\n## ARTICLE II - PURPOSE\n\nText.\n\n## ARTICLE IV - OFFICERS\n\nText.\n",
        ("gap", 9, "ARTICLE IV -"),
    ),
    "a Korean article is missing": (
        "제1조(목적) 회계를 정한다.\n\n제2조(범위) 전 부서로 한다.\n\n제4조(책임) 회계과로 한다.\n",
        ("gap", 5, "제4조"),
    ),
    "a Korean chapter is missing": (
        "## 제1장 총칙\n\n문장.\n\n## 제2장 조직\n\n문장.\n\n## 제4장 재정\n\n문장.\n",
        ("gap", 9, "제4장"),
    ),
    "weeks that end too soon": (
        "## Week 1: a\n\n## Week 2 - Week 3\n\nText.\n\n## Week 5: b\n\n## Week 6: c\n\n## Week 7: d\n",
        ("gap", 7, "Week 5:"),
    ),
    "a chapter that has been there": (
        "第一章 绪论\n\n第二章 现状\n\n第三章 设计\n\n第四章 实现\n\n第二章 测试\n",
        ("order", 9, "第二章"),
    ),
    "chapters a line each": (
        "第二章 现状\n\n第三章 设计\n\n第四章 总结\n",
        ("start", 1, "第二章"),
    ),
    "an article and its text": (
        "第1条　目的。\n\n第2条　利用。\n\n第2条　期間。\n\n第3条　雑則。\n",
        ("duplicate", 5, "第2条"),
    ),
    "one that begins nowhere": (
        "Text.\n\nMore.\n\nStep 2: a\n\nText.\n\nStep 3: b\n",
        ("start", 5, "Step 2:"),
    ),
    "two items of three": ("Finding 1: a\n\nFinding 3: b\n", ("gap", 3, "Finding 3:")),
    "the text speaks of the caption": (
        "见表1。\n\n表1 年龄\n\n见表2。\n\n表1 收入\n\n## 二、问题\n\n文。\n",
        ("duplicate", 7, "表1"),
    ),
    "the same in another section, and the text speaks of the next": (
        "# 报告\n\n见图2和图3。\n\n图1 位置\n\n## 附图\n\n图2 剖面\n\n## 附表\n\n图2 平面\n",
        ("duplicate", 13, "图2"),
    ),
    "the last twice, below one heading": (
        "# 报告\n\n图1 位置\n\n## 说明\n\n图2 剖面\n\n图2 平面\n",
        ("duplicate", 9, "图2"),
    ),
    "left out": ("Finding 1: a\n\nFinding 3: b\n\nFinding 4: c\n", ("gap", 3, "Finding 3:")),
    "too far": ("Finding 1: a\n\nFinding 5: b\n\nFinding 3: c\n", ("gap", 3, "Finding 5:")),
    "twice": ("Q1: a\n\nQ1: b\n\nQ3: c\n", ("duplicate", 3, "Q1:")),
    "the last twice": ("图1 位置\n\n图2 剖面\n\n图2 平面\n", ("duplicate", 5, "图2")),
    "changed places": ("Table 1: a\n\nTable 3: b\n\nTable 2: c\n", ("gap", 3, "Table 3:")),
    "two lines": ("附件1：甲\n附件3：乙\n", ("gap", 2, "附件3：")),
    "the first is gone": ("依次完成：\n\n第二步，甲。\n\n第三步，乙。\n", ("start", 3, "第二步")),
    "of its section": (
        "## 甲\n\n措施1：a\n\n措施2：b\n\n## 乙\n\n措施2：c\n\n措施3：d\n",
        ("start", 9, "措施2："),
    ),
    "letters": (
        "Appendix A: Aim\n\nAppendix C: Bodies\n\nAppendix D: Cases\n",
        ("gap", 3, "Appendix C:"),
    ),
    "German": ("TOP 1: a\n\nTOP 3: b\n\nTOP 4: c\n", ("gap", 3, "TOP 3:")),
    "Portuguese": ("Anexo I: a\nAnexo III: b\n", ("gap", 2, "Anexo III:")),
    "Korean": ("1단계: 가\n\n2단계: 나\n\n4단계: 다\n", ("gap", 5, "4단계:")),
    "Spanish": ("Paso 1: a\n\nPaso 3: b\n\nPaso 4: c\n", ("gap", 3, "Paso 3:")),
    "French": ("Étape 1 : a\n\nÉtape 3 : b\n\nÉtape 4 : c\n", ("gap", 3, "Étape 3 :")),
    "Japanese": ("手順1：あ\n\n手順2：い\n\n手順4：う\n", ("gap", 5, "手順4：")),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_can_only_be_a_slip_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected


@pytest.mark.parametrize(
    ("values", "slip"),
    [
        ([1, 2, 3], None),
        ([0, 1, 2], None),
        ([1, 3, 5], None),
        ([3, 4, 5], None),
        ([1, 2, 1, 2], None),
        ([1, 1, 2], None),
        ([2, 2, 3], None),
        ([2, 3], Slip(kinds.START, 0, 1)),
        ([9, 2, 3], Slip(kinds.START, 0, 1)),
        ([2, 1, 3], Slip(kinds.START, 0, 1)),
        ([1, 3, 4], Slip(kinds.GAP, 1, 2)),
        ([1, 9, 3], Slip(kinds.GAP, 1, 2)),
        ([1, 2, 2, 4], Slip(kinds.DUPLICATE, 2, 3)),
        ([1, 2, 2, 3], Slip(kinds.DUPLICATE, 2, 3)),
        ([1, 3, 2, 4], Slip(kinds.GAP, 1, 2)),
        ([1, 2, 1, 4], Slip(kinds.ORDER, 2, 3)),
    ],
)
def test_one_change_mends_a_slip(values: list[int], slip: Slip | None) -> None:
    assert slip_of(values) == slip


def test_two_labels_that_changed_places_are_a_fault() -> None:
    text = "任务1：保洁。\n\n任务3：养护。\n\n任务2：绿化。\n\n任务4：巡查。\n\n任务5：维修。\n"
    assert faults(text)


def test_a_chapter_of_another_form_is_a_fault() -> None:
    text = "第一章 总则\n\n第二章 权利\n\n第3章 服务\n\n第四章 附则\n\n第五章 罚则\n"
    assert faults(text)
