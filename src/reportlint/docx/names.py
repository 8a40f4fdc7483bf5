"""The vocabulary: the elements of a Word document that the reader uses.

An element has a short name, "w:p", whichever namespace its file uses: ECMA-376 has one for the
transitional form that Word writes and another for Strict. Elements outside the vocabulary are
transparent: their children count as children of the element around them. So hyperlinks, smart tags
and tracked insertions need no code.
"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = f"{_OFFICE}/package/2006/relationships"
DOCUMENT_RELATIONSHIPS = f"{_OFFICE}/officeDocument/2006/relationships"
TYPES = f"{_OFFICE}/package/2006/content-types"
W = f"{_OFFICE}/wordprocessingml/2006/main"
W_STRICT = f"{_STRICT}/wordprocessingml/main"

NAMESPACES = {
    W: "w",
    W_STRICT: "w",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    RELATIONSHIPS: "rel",
    TYPES: "types",
    "urn:schemas-microsoft-com:vml": "v",
}

# Elements that become nodes, without their attributes.
_PLAIN = """
w:body w:p w:pPr w:rPr w:r w:tbl w:tr w:trPr w:tc w:sdt w:sdtPr w:txbxContent w:ptab w:cr w:noBreakHyphen w:instrText
m:oMath m:t w:lvl w:numPr w:del w:moveFrom
w:checkBox w:ddList w:textInput w:sectPr w:picture
mc:AlternateContent mc:Choice mc:Fallback w:tab
"""
# Elements that become nodes with their attributes, whose names lose their prefix.
_VALUED = """
w:t w:pStyle w:rStyle w:ilvl w:numId w:outlineLvl w:vanish w:specVanish w:framePr w:rFonts w:br w:sym w:fldChar w:fldSimple
w:showingPlcHdr w:checked w:default w:result w:listEntry w:alias w:tag w:docPartGallery v:textpath
w:gridSpan w:vMerge w:hMerge w:cellDel w:hidden w:footnoteReference w:endnoteReference
w:commentRangeStart w:commentRangeEnd w:commentReference w:headerReference w:footerReference w:titlePg
w:footnote w:endnote w:comment w:evenAndOddHeaders
w:style w:name w:basedOn w:abstractNum w:num w:abstractNumId w:numStyleLink w:styleLink w:lvl w:lvlOverride w:startOverride
w:start w:numFmt w:lvlText w:lvlRestart w:isLgl w:suff
rel:Relationship types:Override types:Default
"""
# Elements that are skipped with all their contents: deleted text, former formatting, the readings
# of rubies, the tab stops of a paragraph, and long tables of defaults.
_DROPPED = """
w:rPrChange w:pPrChange w:tblPrChange w:tblPrExChange w:tcPrChange w:trPrChange w:sectPrChange w:tblGridChange w:numberingChange
w:delText w:delInstrText w:rt w:tabs w:tblPr w:tblGrid w:sdtEndPr w:latentStyles w:docDefaults w:tblStylePr w:footnotePr w:endnotePr
"""
TEXTUAL = frozenset({"w:t", "w:instrText", "m:t"})
# Parents in which `w:del` and `w:moveFrom` mark a paragraph or a row; elsewhere they hold the
# removed contents.
MARKED = frozenset({"w:rPr", "w:trPr"})
REMOVALS = frozenset({"w:del", "w:moveFrom"})


def _written(names: str) -> dict[str, str]:
    """The short names, by the names that the parser reports: namespace, space, local name."""
    wanted: dict[str, list[str]] = {}
    for name in names.split():
        prefix, _, local = name.partition(":")
        wanted.setdefault(prefix, []).append(local)
    return {
        f"{uri} {local}": f"{prefix}:{local}"
        for uri, prefix in NAMESPACES.items()
        for local in wanted.get(prefix, ())
    }


KEPT = _written(_PLAIN + _VALUED)
VALUED = frozenset(_VALUED.split())
DROPPED = frozenset(_written(_DROPPED))

# What the reader never uses: empty elements outside the vocabulary, which are half of a document,
# and the styles of tables. Removing them before parsing halves the reading time. A font is kept
# only if it is a symbol font.
_WORDS = [name[2:] for name in KEPT.values() if name.startswith("w:") and name != "w:rFonts"]
NOISE = lazy(
    (
        rf"<w:(?!(?:{'|'.join(sorted({*_WORDS}))})[ />]"
        r"|rFonts [^<>]*(?:Symbol|[Ww]ingdings|Webdings))\w+(?: [^<>]*)?/>"
        r'|<w:style w:type="table"(?:[^<]++|<(?!/?w:style[ >]))*+</w:style>'
    ).encode()
)
