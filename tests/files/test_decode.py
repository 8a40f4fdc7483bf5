from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.files.decode import Decoded, UndecodableError, decode, encode

SENTENCES = [
    "今年以来，本人认真履行职责，较好地完成了各项任务。",
    "一是加强组织领导；二是健全工作机制；三是强化督促检查。",
    "存在的问题主要有以下几个方面：",
    "取缔非法经营场所XX家，立案查处12起。",
    "（二）推进项目建设",
    "全年接待群众来访 37 批次，办结率 98.5%。",
    "特此报告，请予审议。",
    "Q3 上线了新系统，API 错误率下降到 0.02%\r\n",
    "县人民政府办公室",
    "下一步，将在以下几个方面继续努力\n",
]
WAYS = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]
TRADITIONAL = "本人在縣委的正確領導下，認真履行職責，現將一年來的工作情況報告如下。"

chinese = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=30).map("".join)


@pytest.mark.parametrize("way", WAYS)
@given(text=chinese)
def test_chinese_comes_back_from_every_encoding(way: str, text: str) -> None:
    assert decode(text.encode(way)) == Decoded(text, way, False)


@pytest.mark.parametrize(
    ("mark", "way"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
@given(text=chinese | st.text(st.characters(exclude_categories=["Cs"])))
def test_a_mark_decides_and_is_no_part_of_the_text(mark: bytes, way: str, text: str) -> None:
    assume(not (way == "utf-16-le" and text.startswith("\0")))  # the mark of UTF-32
    decoded = decode(mark + text.encode(way))
    assert decoded == Decoded(text, way, True)
    assert encode(decoded) == mark + text.encode(way)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_utf_8_is_utf_8(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8", False)


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=1)))
def test_ascii_is_utf_8(text: str) -> None:
    assert decode(text.encode()).encoding == "utf-8"


def test_traditional_chinese_in_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == Decoded(TRADITIONAL, "big5", False)


@pytest.mark.parametrize("size", range(8, 20))
@pytest.mark.parametrize("way", ["gb18030", "utf-16-le", "utf-16-be"])
def test_eight_characters_are_enough(size: int, way: str) -> None:
    text = "".join(SENTENCES)
    pieces = [text[start : start + size] for start in range(0, len(text) - size, 3)]
    pieces = [piece for piece in pieces if sum(char > "\u4e00" for char in piece) >= 4]
    assert len(pieces) > 10
    for piece in pieces:
        assert decode(piece.encode(way)).text == piece


@pytest.mark.parametrize("way", ["utf-16-le", "utf-16-be"])
def test_plain_english_in_utf_16_without_a_mark(way: str) -> None:
    assert decode("Weekly report\r\nNothing to report.".encode(way)).encoding == way


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param("He said “yes” and went", "cp1252", id="nothing but quotes of Windows"),
        pytest.param("Привет, это отчёт о работе за год", "cp1251", id="russian"),
        pytest.param("Έκθεση προόδου του έτους", "cp1253", id="greek"),
    ],
)
def test_false_friends_of_gb18030_are_not_read_as_chinese(text: str, way: str) -> None:
    with pytest.raises(UndecodableError):
        decode(text.encode(way))


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("これは報告書です。よろしくお願いします。", "cp932"),
        ("一、本年度の事業について報告します。XX", "euc_jp"),
        ("첫째, 주요 사업 추진 실적은 다음과 같습니다.", "cp949"),
        ("가. 사업 개요\n나. 추진 계획\n", "cp949"),
        ("Le café était fermé, déjà vu, où êtes-vous ?", "cp1252"),
        ("Müller fährt über die Straße, größer als früher", "cp1252"),
        ("Müller", "cp1252"),  # the umlaut with the next letter is a valid pair of GB18030
        ("La reunión será mañana a las 10:00 – sala “Norte”", "cp1252"),
        ("회의 결과를 보고합니다.", "utf-16-le"),
        ("会議の結果を報告します。", "utf-16-be"),
        ("今年以来，认真履行职责。\n", "utf-32-le"),
        ("Weekly report\n", "utf-32-be"),
    ],
)
def test_other_languages(text: str, way: str) -> None:
    assert decode(text.encode(way)) == Decoded(text, way, False)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "述职报告\n今年的工作待补充".encode("gb18030")[:-1],
            "GB18030, but damaged in line 2 (byte 24)",
        ),
        (
            "本人認真履行職責，現將情況報告如下\n".encode("big5") + b"\xff",
            "BIG5, but damaged in line 2",
        ),
        ("今年以来，".encode() + b"\xff" + b" and then a good deal of text", "line 1 (byte 16)"),
    ],
)
def test_the_error_names_the_byte(data: bytes, message: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert message in caught.value.reason.en


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"hello XX\xff\n", id="ascii with one bad byte, of an even length"),
        pytest.param(b"XX \xf4\x90\x80\x80\n", id="a code point that there is not"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x06", id="png"),
        pytest.param(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4", id="zip"),
        pytest.param(bytes(range(256)) * 8, id="all bytes"),
        pytest.param(b"\0" * 100, id="zeros"),
        pytest.param(
            "今年以来，认真履行职责。".encode() * 20 + b"\xff", id="utf-8 with one bad byte"
        ),
        pytest.param(
            ("今年以来，认真履行职责。" * 20).encode()[:-1], id="utf-8 cut within a character"
        ),
        pytest.param(
            "今年以来，".encode() + "认真履行职责。".encode("gb18030"), id="two encodings in a file"
        ),
        pytest.param(b"\xef\xbb\xbf\xff", id="broken behind its mark"),
        pytest.param(b"\xff\xfea", id="utf-16 of an odd length"),
    ],
)
def test_what_is_no_text_is_an_error(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


def test_the_error_names_the_line() -> None:
    with pytest.raises(UndecodableError) as caught:
        decode("第一行\n第二行\n".encode() + b"\xff\xff\xff")
    assert "第 3 行" in caught.value.reason.zh
    assert "line 3" in caught.value.reason.en


def test_a_stray_nul_does_not_hide_a_text() -> None:
    text = "认真履行职责。" * 100 + "\0"
    assert decode(text.encode()).text == text


def test_the_encoding_told_is_used() -> None:
    assert decode("Müller".encode("latin-1"), "latin-1").text == "Müller"
    assert decode("寳".encode("gb18030"), "GB18030").text == "寳"
    assert decode(b"\xef\xbb\xbfa", "utf-8") == Decoded("a", "utf-8", True)
    assert decode(b"\xff\xfea\0", "utf-16") == Decoded("a", "utf-16-le", True)


def test_the_encoding_told_is_held_to() -> None:
    with pytest.raises(UndecodableError):
        decode("认真履行职责".encode("gb18030"), "utf-8")
    with pytest.raises(LookupError):
        decode(b"a", "klingon")


@pytest.mark.parametrize("name", ["punycode", "idna", "utf-7", "utf-16", "iso2022_kr", "hz"])
def test_whatever_encoding_is_told_a_text_that_breaks_it_is_no_crash(name: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode("+ADw-a b.. \ud7ff共走访企业XX家。\n".encode() + b"\xff.xn--\x80", name)
    assert name.upper() in caught.value.reason.en


def test_an_empty_file() -> None:
    assert decode(b"") == Decoded("", "utf-8", False)
    assert decode(b"\xef\xbb\xbf") == Decoded("", "utf-8", True)


def test_what_is_behind_the_sample_counts() -> None:
    text = "认真履行职责。\n" * 20_000
    assert decode(text.encode("gb18030")).text == text
    with pytest.raises(UndecodableError):
        decode(text.encode("gb18030") + b"\xff\xff")
