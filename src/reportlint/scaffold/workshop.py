"""Answers to a few questions → the text of a first rule, pack or report type, with comments on how
to continue."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.core.characters import has_han
from reportlint.core.text import Text
from reportlint.scaffold.render import quoted


def rule_text(words: Sequence[str], right: str, message: str, language: str) -> str:
    """A rule that finds `words`, with valid examples; `right` is the replacement, "" for none."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    chinese = has_han(words[0])
    lines = [
        say("# 这条规则找下面的词", "# This rule looks for the words below"),
        "kind: pattern",
        say(
            "# error、warning、info；off 是默认关闭",
            "# error, warning, info; off: not run by default",
        ),
        "severity: warning",
        say("# {found} 是找到的文字", "# {found} is what was found"),
        f"message: {quoted(message or _message(right, language))}",
    ]
    if right:
        lines += [say("# 写错的: 应写的", "# wrong: right"), "swap:"]
        lines += [f"  {quoted(word)}: {quoted(right)}" for word in words]
    else:
        lines.append(f"words: [{', '.join(map(quoted, words))}]")
    lines += [
        say(
            "# 含有这些文字的不算，去掉 # 就用：",
            "# Not where it is part of these; take the # away to use it:",
        ),
        say("# allow: [书名]", "# allow: [a title]"),
        say(
            "# ⟦ ⟧ 里是应报的；good 是不该报的。reportlint test 会逐条试",
            "# what ⟦ ⟧ hold must be reported, and nothing of good; reportlint test tries them",
        ),
        "examples:",
        "  bad:",
        *(f"    - {quoted(_bad(word, chinese))}" for word in words),
        "  good:",
        f"    - {quoted('这一句没有问题。' if chinese else 'Nothing is wrong here.')}",
    ]
    return "\n".join(lines) + "\n"


def _message(right: str, language: str) -> str:
    if right:
        return Text("“{found}”应写作“{replacement}”", "write “{replacement}”, not “{found}”").to(
            language
        )
    return Text("不要写“{found}”", "do not write “{found}”").to(language)


def _bad(word: str, chinese: bool) -> str:
    return f"我们⟦{word}⟧了。" if chinese else f"This is ⟦{word}⟧ here."


def pack_text(pack_id: str, name: str, place: str, language: str) -> str:
    """The `pack.yaml` of a pack; `place` is its name in the `extends` of a configuration."""
    used = Text(
        f"# 在 .reportlint.yaml 里写 extends: [core, zh-official, {place}] 就用上了",
        f"# It is used once .reportlint.yaml says extends: [core, en-engineering, {place}]",
    )
    packs = Text("[core, zh-official]", "[core, en-engineering]").to(language)
    needed = Text(
        "# 规则里写的文种在这些包里", "# The report types that rules name are in these packs"
    ).to(language)
    lines = [used.to(language), f"id: {quoted(pack_id)}", f"name: {quoted(name)}", needed]
    return "\n".join([*lines, f"requires: {packs}"]) + "\n"


def type_text(name: str, sections: Sequence[str], language: str) -> str:
    """A report type from its name and the titles of its sections, with a report that has all of
    them as an example."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    lines = [
        f"name: {quoted(name)}",
        say(
            "# 标题里有这些字，就认作这个文种", "# A report with this in its title is of this type"
        ),
        f"recognise: {{title: [{quoted(name)}]}}",
        say(
            "# 必有的各节；可有可无的加一行 required: false",
            "# Sections; one that may be missing has a line required: false",
        ),
        "sections:",
    ]
    for number, title in enumerate(sections, 1):
        lines += [f"  - id: part-{number}", f"    title: {quoted(title)}"]
    body = [f"# {name}", *(f"## {title}" for title in sections)]
    filler = say("这里写具体内容。", "Here is what happened.")
    report = "\n\n".join((body[0], *(f"{heading}\n\n{filler}" for heading in body[1:])))
    lines += ["examples:", "  good:", "    - |"]
    lines += [f"      {line}".rstrip() for line in report.splitlines()]
    return "\n".join(lines) + "\n"
