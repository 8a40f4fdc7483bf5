"""Characters of symbol fonts → Unicode.

Fonts such as Wingdings show pictures in place of one-byte letters. Word writes the byte, or the
byte plus U+F000. Characters that are not in these tables stay as they are.
"""

from __future__ import annotations

BULLET = "•"
_PRIVATE = 0xF000

# From 0x20 on; a space means that Unicode has no such character.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
    + " " * 32
    + " ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_WINGDINGS = {
    0x21: "✏",
    0x22: "✂",
    0x28: "☎",
    0x2A: "✉",
    0x45: "☜",
    0x46: "☞",
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x78: "☒",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS |= {0x81 + n: chr(0x2460 + n) for n in range(10)}  # ① to ⑩
_WINGDINGS |= {0x8C + n: chr(0x2776 + n) for n in range(10)}  # ❶ to ❿
_TABLES = {
    "symbol": {0x20 + at: sign for at, sign in enumerate(_SYMBOL) if sign != " "},
    "wingdings": _WINGDINGS,
    "wingdings 2": {
        0x4F: "✗",
        0x50: "✓",
        0x51: "☒",
        0x52: "☑",
        0x53: "☒",
        0x54: "☒",
        0x97: "●",
        0xA3: "□",
    },
}
SYMBOL_FONTS = frozenset({*_TABLES, "wingdings 3", "webdings"})


def symbol(code: int, font: str) -> str:
    """The character that a symbol font shows for `code`. If no table has it, the character `code`
    itself; "" if that is not a valid character."""
    table = _TABLES.get(font.lower(), {})
    byte = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if byte in table:
        return table[byte]
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def in_font(text: str, font: str) -> str:
    """`text` as a symbol font shows it: only one-byte and private-use characters are replaced, not
    Han."""
    return "".join(
        symbol(ord(char), font) if char <= "\xff" or _is_private(char) else char for char in text
    )


def _is_private(char: str) -> bool:
    return "\uf000" <= char <= "\uf0ff"


def bullet(text: str, font: str) -> str:
    """The sign of a bulleted list. A picture that Unicode lacks becomes •, and so does a letter,
    such as the o used as a circle."""
    first = text.strip()[:1]
    if not first:
        return ""
    sign = symbol(ord(first), font) if font.lower() in SYMBOL_FONTS or _is_private(first) else first
    return BULLET if _is_private(sign) or sign.isalnum() else sign
