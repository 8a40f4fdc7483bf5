"""The vocabulary of the Word reader: what becomes a node, what is skipped, what is removed before
parsing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from reportlint import docx
from reportlint.docx import names
from reportlint.docx.names import DROPPED, KEPT, NAMESPACES, NOISE, VALUED, W_STRICT, W

WORDS = frozenset(KEPT.values())
MODULES = sorted(
    path for path in Path(docx.__file__ or "").parent.glob("*.py") if path.stem != "names"
)


def named_in(source: str) -> set[str]:
    """The elements that a module asks for by their short names."""
    prefixes = "|".join(sorted(set(NAMESPACES.values())))
    texts = (
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if re.fullmatch(rf"(?:{prefixes}):\w+", text)}


STAYS = [
    pytest.param("<w:tab/>", id="an element that is read"),
    pytest.param('<w:pStyle w:val="a"/>', id="with a value"),
    pytest.param("<w:br />", id="with a blank"),
    pytest.param("<w:shade>", id="a start tag: its contents may be read"),
    pytest.param('<w:rFonts w:ascii="Symbol"/>', id="a symbol font"),
    pytest.param('<w:rFonts w:hint="eastAsia" w:ascii="Wingdings 2"/>', id="another"),
    pytest.param('<w:rFonts w:ascii="wingdings"/>', id="in small letters"),
    pytest.param("<m:r/>", id="of another namespace"),
    pytest.param("<x:jc/>", id="of an unknown one"),
    pytest.param("<w:t>&lt;w:jc/&gt;</w:t>", id="a tag that is text"),
    pytest.param('<w:style w:type="paragraph"><w:name/></w:style>', id="a paragraph style"),
    pytest.param('<w:style w:styleId="a" w:type="table"><w:name/></w:style>', id="not as Word"),
]
GOES = [
    ('<w:jc w:val="center"/>', ""),
    ("<w:pict/>", ""),
    ("<w:tabs/>", ""),
    ('<w:rFonts w:ascii="仿宋_GB2312" w:hint="eastAsia"/>', ""),
    ('<w:p><w:spacing w:after="0"/><w:t>甲</w:t><w:lang/></w:p>', "<w:p><w:t>甲</w:t></w:p>"),
    ('<w:style w:type="table"><w:name/><w:tblPr><w:x>1</w:x></w:tblPr></w:style>', ""),
    (
        '<w:style w:type="table"></w:style><w:style w:type="paragraph"></w:style>',
        '<w:style w:type="paragraph"></w:style>',
    ),
]


@pytest.mark.parametrize("xml", STAYS)
def test_stays(xml: str) -> None:
    assert NOISE.sub(b"", xml.encode()) == xml.encode()


@pytest.mark.parametrize("name", sorted(WORDS - {"w:rFonts"}))
def test_every_element_that_is_read_stays(name: str) -> None:
    for xml in (f"<{name}/>", f'<{name} a="b"/>'):
        assert NOISE.sub(b"", xml.encode()) == xml.encode()


@pytest.mark.parametrize(("xml", "left"), GOES)
def test_goes(xml: str, left: str) -> None:
    assert NOISE.sub(b"", xml.encode()).decode() == left


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_element_that_the_reader_asks_for_is_known(path: Path) -> None:
    assert named_in(path.read_text(encoding="utf-8")) <= WORDS


def test_what_a_module_asks_for_is_seen() -> None:
    reader = next(path for path in MODULES if path.stem == "xml")
    assert named_in(reader.read_text(encoding="utf-8")) >= {"w:sdtPr", "mc:AlternateContent"}


def test_each_name_is_kept_or_skipped_and_not_both() -> None:
    assert not KEPT.keys() & DROPPED
    for part in (VALUED, names.TEXTUAL, names.MARKED, names.REMOVALS):
        assert part <= WORDS


@pytest.mark.parametrize("namespace", [W, W_STRICT])
def test_both_forms_of_the_standard_have_the_same_names(namespace: str) -> None:
    assert KEPT[f"{namespace} p"] == "w:p"
    assert f"{namespace} delText" in DROPPED
    assert f"{namespace} oMath" not in KEPT, "of another namespace"
