"""Word documents made of their parts."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}><w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="B"><w:name w:val="正文标题"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>"""


def paragraph(text: str, style: str = "", more: str = "") -> str:
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}<w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def packed(body: str, styles: str = STYLES, name: str = "word/document.xml") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            name,
            body
            if body.startswith("<!")
            else f"<w:document {W}><w:body>{body}</w:body></w:document>",
        )
        if styles:
            archive.writestr("word/styles.xml", styles)
    return target.getvalue()
