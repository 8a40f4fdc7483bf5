"""Headings whose text may be left out, as the report itself says: its heading or the hint under it
calls the section optional, or the whole text is a template."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.reading import Reading, Section
from reportlint.structure.evidence import title_of_report

_WORDS = (
    r"optional|if (?:applicable|any|needed|required|relevant|necessary)|where applicable"
    r"|optionnel(?:le)?|facultati(?:f|ve)|falls (?:zutreffend|nötig)|opcional|se aplicável"
    r"|si (?:aplica|procede)|可选|选填|非必填|如(?:有|需|适用)(?:可填|填写)?"
    r"|任意|該当する場合|선택(?:사항)?"
)
# ## Note [optional], ### Core RP (if applicable), ## 五、附件（如有）
_SAYS_SO = lazy(rf"(?i)[(\[（【]\s*(?:{_WORDS})[^()\[\]（）【】]{{0,16}}[)\]）】]\s*[:：]?\s*$")
# <!-- (Optional) Names of … -->, <!-- This section is optional. -->, .. (Optional) This section …
_HINT = lazy(
    rf"(?i)(?:<!--|\.\.)[\s*_(（\[]*(?:(?:{_WORDS})\b"
    r"|(?:this (?:section|part) is|本[节章部]分?(?:为|是)?)\s*(?:optional|not mandatory|可选|选填))"
)
# adr-template.md, 000_template.md, template.md, a file in the folder templates
_TEMPLATE_FILE = lazy(
    r"(?i)(?:^|/)(?:templates?|vorlagen?|plantillas?|modelos?|模[板版]|テンプレート|雛形|서식|양식)/"
    r"|(?:^|[/_.\s-])(?:template|vorlage|plantilla|gabarit)(?:\.[a-z]{2,8}){1,2}$"
    r"|(?:模[板版]|テンプレート|雛形|ひな形|서식|양식)\.[a-z]{2,8}$"
)
_TEMPLATE_TITLE = lazy(
    r"(?i)(?:\btemplate|\bvorlage|\bplantilla|模[板版]|テンプレート|雛形|ひな形|서식|양식)"
    r"\s*(?:[(（\[][^()（）\[\]]{1,24}[)）\]])?$"
)


def is_optional(reading: Reading, section: Section) -> bool:
    """Whether a report says that a section may be left empty, in its heading or in the comment
    under it, or because it is a template."""
    text, blocks = reading.document.text, reading.document.blocks
    block = blocks[section.block]
    if _SAYS_SO.search(text, block.content.start, block.content.end) is not None:
        return True
    for index in range(section.block + 1, len(blocks)):
        behind = blocks[index]
        if behind.kind != d.COMMENT:
            break
        if _HINT.match(behind.span.cut(text).lstrip()) is not None:
            return True
    return is_template(reading)


def is_template(reading: Reading) -> bool:
    """Whether a text is a template by the name of its file or its folder, or by its title."""
    title = title_of_report(reading.document).strip()
    return _TEMPLATE_FILE.search(reading.path) is not None or (
        _TEMPLATE_TITLE.search(title) is not None
    )
