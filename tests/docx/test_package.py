"""The archive, its parts and the relationships to them."""

from __future__ import annotations

import pytest

from reportlint.docx.package import Package, Target, relationships_of
from reportlint.docx.package import zipped as archive
from support.docx_parts import HEAD, OFFICE, docx, p, zipped

RELATIONSHIP = f"{OFFICE}/package/2006/relationships"


def with_targets(*targets: str, part: str = "word/document.xml") -> Package:
    """A package whose main part has these relationships, each as `id kind target`."""
    inner = ""
    for target in targets:
        id, kind, place = target.split(" ")
        mode = ' TargetMode="External"' if "://" in place else ""
        inner += f'<Relationship Id="{id}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{place}"{mode}/>'
    root = f'<Relationship Id="r" Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="/{part}"/>'
    return Package(
        zipped(
            {
                "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELATIONSHIP}">{root}</Relationships>',
                part: "<d/>",
                relationships_of(
                    part
                ): f'{HEAD}<Relationships xmlns="{RELATIONSHIP}">{inner}</Relationships>',
            }
        )
    )


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("styles.xml", "word/styles.xml"),
        ("./styles.xml", "word/styles.xml"),
        ("/word/styles.xml", "word/styles.xml"),
        ("../customXml/item1.xml", "customXml/item1.xml"),
        ("../../../../etc/passwd", "etc/passwd"),
        ("https://example.org/a", ""),
    ],
)
def test_where_a_relationship_points(target: str, part: str) -> None:
    package = with_targets(f"rId1 styles {target}")
    assert package.targets(package.main) == [Target("rId1", "styles", part)]


@pytest.mark.parametrize("main", ["word/document.xml", "document.xml", "a/b/c.xml"])
def test_the_main_part_may_be_anywhere(main: str) -> None:
    assert with_targets(part=main).main == main


def test_names_of_parts_are_the_same_in_capitals() -> None:
    package = Package(docx(p("甲")))
    assert package.has("WORD/Document.XML")
    assert package.read("Word/document.xml") == package.read("word/document.xml")


def test_a_part_without_relationships_points_nowhere() -> None:
    assert Package(docx(p("甲"))).targets("word/styles.xml") == []
    assert relationships_of("") == "_rels/.rels"
    assert relationships_of("word/document.xml") == "word/_rels/document.xml.rels"


def test_a_package_written_anew_has_the_same_parts_in_the_same_order() -> None:
    data = docx(p("甲"), styles="<s/>")
    package = Package(data)
    copy = Package(package.with_parts({"word/Styles.xml": b"<t/>", "word/new.xml": b"<n/>"}))
    assert list(copy.names.values()) == [*package.names.values(), "word/new.xml"]
    assert (copy.read("word/styles.xml"), copy.read("word/new.xml")) == (b"<t/>", b"<n/>")
    assert copy.read("word/document.xml") == package.read("word/document.xml")


def test_the_same_files_give_the_same_archive() -> None:
    assert archive({"a": b"1"}) == archive({"a": b"1"})
