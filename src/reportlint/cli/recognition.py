"""The page of `reportlint types --explain FILE`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.text import Text, pick
from reportlint.output.safe_text import one_line
from reportlint.run.recognition import SIGNS, Explained, Likely

_ENOUGH = 0.5


def page(explained: Explained, language: str) -> Iterator[str]:
    """The lines of the page: the type of the file, and the evidence for it and for other types."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    path = one_line(explained.path)
    if not explained.type:
        yield say(f"{path}：认不出文种，不查章节、开头和结尾", f"{path}: of no known type")
    else:
        yield say(f"{path}：{explained.type}", f"{path}: {explained.type}")
    if explained.other_headings:
        yield say(
            "  它的标题都不是这一文种的，所以不要求章节",
            "  none of its headings are those of the type, so no section is asked for",
        )
    elif explained.own_form:
        yield say(
            "  应有的章节缺了一半以上，自有写法：缺的只作 info",
            "  it lacks more than half of the sections of its type: what is missing is only info",
        )
    for likely in explained.likely:
        yield from _likely(likely, language)
    if not explained.type:
        yield say(
            "  可以在文件开头写“文种: …”，或用 --type、配置的 overrides 指定",
            "  front matter (`type: …`), --type or overrides of the configuration can name one",
        )


def _likely(likely: Likely, language: str) -> Iterator[str]:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    joint = say("、", ", ")
    signs = joint.join(SIGNS[sign].to(language) for sign in likely.signs)
    name = pick(likely.name, language)
    weak = say("，不够", ", too little") if likely.confidence < _ENOUGH else ""
    foreign = say("；语言不同", "; another language") if likely.foreign else ""
    sure = f"{likely.confidence:.0%}"
    yield say(
        f"  {likely.id}（{name}）：{sure}{weak}，凭{signs}{foreign}",
        f"  {likely.id} ({name}): {sure}{weak}, by {signs}{foreign}",
    )
    for label, titles in (
        (say("有：", "has: "), likely.found),
        (say("没有：", "lacks: "), likely.lacking),
    ):
        if titles:
            yield f"    {label}{_some(titles, joint)}"


def _some(titles: Sequence[str], joint: str) -> str:
    return joint.join(map(one_line, titles))
