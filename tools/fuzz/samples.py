"""The samples that inputs are made from: the reports, rules and examples of the repository, and
short texts of each format."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportlint.docx.writer import HEADING, TITLE, NewParagraph, write

ROOT = Path(__file__).parents[2]
_MOST = 60  # files for a target

_REPORT = """# 述职报告

各位同志：

## 一、主要工作（2024年）

一是抓安全XX次。<!-- reportlint-disable-line placeholder -->

二是抓“生产”，完成5.5%。

四是抓党建。

- 甲
- 乙

| 项目 | 数 |
|---|---|
| 甲 | {{数}} |

```
XX
```

## 二、存在的问题

问题有三个：一是甲；二是乙。2024年13月45日[a](http://b.c)

以上报告，请审议。
"""
_COMMENTS = (
    """# 甲

<!-- reportlint-disable placeholder ordinal-gap -->

一是XX。

三是甲。

<!-- reportlint-enable placeholder -->

一是XX。

<!-- reportlint-enable -->

乙XX。
""",
    """甲
<!-- reportlint-disable-next-line placeholder -- 样本 -->

乙XX。<!-- reportlint-disable-line * -->
""",
    "<!-- reportlint-disable-file bracket-pair, nosuch, unused-suppression -->\n\n甲（乙。\n",
)
_REST = "报告\n====\n\n一、甲\n----\n\n.. note:: 待补充\n\n:日期: 2026年2月30日\n\n``l`` `a <http://b>`_ [1]_\n\n+--+--+\n|a |b |\n+--+--+\n"
_SENTENCES = (
    "述职报告：一是抓好安全生产，二是抓好党建工作。待补充XX。\n",
    "工作報告：壹、辦理情形，貳、檢討與改進。\n",
    "日本語の報告書です。これは試験であります。カタカナ\n",
    "보고서입니다. 안전 관리를 강화하였습니다.\n",
    "Le résumé de l’été déjà vu à côté. Größe, naïve, façade.\n",
    "Отчёт о проделанной работе за год.\n",
)
_WAYS = (
    "utf-8", "utf-8-sig", "gb18030", "big5", "euc_jp", "shift_jis", "euc_kr", "cp1252", "cp1251", "utf-16", "utf-16-le",
    "utf-16-be", "utf-32", "iso2022_jp",
)  # fmt: skip
_PATCHES = (
    (
        "diff --git a/a.md b/a.md\nindex 1..2 100644\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,3 @@\n 一、"
        "甲\n-乙\n+丙\n+丁\n\\ No newline at end of file\n"
    ),
    (
        'diff --git "a/\\347\\224\\262.md" "b/\\347\\224\\262.md"\nnew file mode 100644\n---'
        ' /dev/null\n+++ "b/\\347\\224\\262.md"\n@@ -0,0 +1 @@\n+甲\n'
    ),
    "--- a.md\t2026-01-01\n+++ a.md\t2026-01-02\n@@ -3 +3,0 @@\n-甲\n",
    (
        "diff --git a/b b/c\nsimilarity index 90%\nrename from b\nrename to c\nBinary files a/b and"
        " b/c differ\n"
    ),
)
_CONFIGURATIONS = (
    (
        "extends: [core, zh-official]\nlanguage: zh\nexclude: ['drafts/**', '*.tmp.md']\nrules:\n "
        " placeholder: warning\n  bracket-pair: off\n"
    ),
    (
        "overrides:\n- files: ['a*.md', '!b.md']\n  rules: {placeholder: {severity: info}}\nignore:\n-"
        " {files: [a.md], rule: placeholder, reason: x}\n"
    ),
    "extends: &a [core]\nencoding: gb18030\nfail-on: error\nrequire-reason: true\n",
)
_RULES = (
    "id: x\nkind: pattern\nmessage: {zh: 甲, en: m}\nseverity: error\nregex: ['^(?:a|aa)+$']\n",
    (
        "id: x\nkind: pattern\nwords: [甲, 乙]\nmessage: {zh: 甲, en: m}\nseverity: warning\nwhen:"
        " {path: '*.md'}\n"
    ),
)


@cache
def word_document() -> bytes:
    """A document that reportlint writes, with a title, headings and a blank."""
    paragraphs = (("述职报告", TITLE, 0), ("主要工作", HEADING, 1), ("安全", HEADING, 2))
    return write(
        [*(NewParagraph(*paragraph) for paragraph in paragraphs), NewParagraph("一是{{数}}次。XX")],
        "zh",
    )


@cache
def samples(target: str) -> Sequence[bytes]:
    """The samples for a target, at least one."""
    return _SAMPLES[target]()


def _files(*globs: str) -> list[bytes]:
    """The contents of at most about `_MOST` files, evenly chosen."""
    paths = sorted(path for glob in globs for path in ROOT.glob(glob))
    return [path.read_bytes() for path in paths[:: max(1, len(paths) // _MOST)]]


def _reports() -> list[bytes]:
    return [
        _REPORT.encode(),
        *_files("examples/*.md", "tools/accuracy/reports/**/*.*", "docs/*.md"),
    ]


def _rest() -> list[bytes]:
    return [_REST.encode(), _REPORT.encode()]


def _encodings() -> list[bytes]:
    return [text.encode(way, "ignore") for text in _SENTENCES for way in _WAYS]


def _documents() -> list[bytes]:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(word_document())) as package:
        part = package.read("word/document.xml")
    return [part, part, part, word_document()]


def _rules() -> list[bytes]:
    return [
        *(rule.encode() for rule in _RULES),
        *_files("rules/*/*.yaml", "examples/packs/*/*.yaml"),
    ]


def _baselines() -> list[bytes]:
    from reportlint.baseline.entries import Entry
    from reportlint.baseline.file import written

    entries = [Entry("a.md", "placeholder", ("一、甲",), "XX", 2), Entry("乙.md", "x", (), "", 1)]
    return [
        written(entries).encode(),
        written([]).encode(),
        "- {path: a, rule: b, section: [甲], text: c, count: 1}\n".encode(),
    ]


_SAMPLES = {
    "plain": _reports,
    "markdown": _reports,
    "rest": _rest,
    "suppressions": lambda: [text.encode() for text in _COMMENTS],
    "encodings": _encodings,
    "docx": _documents,
    "patch": lambda: [patch.encode() for patch in _PATCHES],
    "configuration": lambda: [text.encode() for text in _CONFIGURATIONS],
    "rule": _rules,
    "baseline": _baselines,
    "runs": _reports,
}
