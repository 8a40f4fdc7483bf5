"""Guesses the encoding of bytes that are not UTF-8; there is no guess if no encoding gives readable
text.

Each encoding is scored by the characters that it decodes the bytes to: characters frequent in its
language raise the score, characters typical of a wrong encoding lower it. The weights were set on
reports of each language, cut to pieces of eight characters and more; the thresholds are given
beside them.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import is_han

SAMPLE = 1 << 16  # bytes that are scored; all bytes are decoded
ENOUGH = 0.35  # of 1: true Chinese has 0.6 and more, Latin or Cyrillic read as GB18030 below 0.25
ENOUGH_WIDE = 0.6  # of UTF-16 without a byte-order mark: ASCII with one bad byte reaches 0.5
ENOUGH_OTHER = 0.6  # of Japanese and Korean, which have few letters: true texts have 0.8 and more

_COMMON_HANGUL = frozenset(
    "이다는을의에가고하한로지사기인도서시대어리자보정를은과나수있해일주부전상"
)
_SIGNS = (("\u2000", "\u23ff"), ("\u3000", "\u303f"), ("\uff01", "\uff5e"))
_KANA = (("\u3040", "\u30ff"),)
_ODD = (("\x80", "\x9f"), ("\u30a0", "\u30ff"), ("\ue000", "\uf8ff"))  # controls, katakana, private
_HIRAGANA = (("\u3040", "\u309f"),)
_HALF_WIDTH = (("\uff61", "\uff9f"),)  # single-byte katakana: GB18030 read as Shift_JIS
# The most frequent characters of Chinese and those of reports: bytes decoded wrongly have few.
_SIMPLIFIED = """
的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起
看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政
美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变
四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象
完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔述职责报告总结工作履行完成推进落实问题不足措施下步计划单位领
导同志党委组织会议精神贯彻学习服务群众安全检查整改监督考核负责按照根据关于通知请示批复意见函局处室科长县镇乡村街道办公厅省州区组班主任副书记廉洁自律
六七八九零百千亿元年季度月底以来期间首先其次再次最后是有加强提高深入积极认真努力方面情况存在进一步今后打算汇报审议谢谢大家特此专此妥否敬礼
"""
_TRADITIONAL = """
這個們來為國說時會對於著後過發裡裏種經現當動還進開從實軍無與長機業關點將兩間問應戰頭體見產給門兒東聲員論處義幾認條氣題爾變總電數報結務場計資許統區隊
決馬書則聽卻達強難權設記類據張該規萬術領確傳師觀讓識帶導爭運筆責職總結劃單貫徹習眾檢監於請復見縣鎮鄉廳廉組議億積極匯報審謝禮辦黨織實際環節標準歷
壓縮減擴優態圖線級網練終繼續聯驗證調談課護費買賣質輸轉農陽際雙離靜響須頭顯風飛館麗黃齊
"""
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·「」『』　％１２３４５６７８９０"

_COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL + _MARKS) - {"\n"}


class _Way(NamedTuple):
    """An encoding, a function that gives the weight of a character (at most about 1), and the least
    mean weight."""

    name: str
    weight: Callable[[str], float]
    enough: float
    ascii_counts: bool = False


class Guess(NamedTuple):
    """A guessed encoding, and the decoded text."""

    encoding: str  # a name that Python knows
    text: str


def guess(data: bytes, *, nuls: bool) -> Guess | None:
    """The encoding with the highest score, and the text; None if no encoding gives readable text.
    `nuls` is whether `data` contains NUL bytes."""
    ways = _WIDE if nuls else _LEGACY
    scores = {way: _score(data, way) for way in ways}
    for way in sorted(ways, key=scores.__getitem__, reverse=True):
        if scores[way] < way.enough:
            continue
        text = _decoded(data, way.name)
        if text is not None:  # None if a part after the sample is not valid
            return Guess(way.name, text)
    return None if nuls else _latin(data)


def damaged(data: bytes) -> tuple[str, int] | None:
    """The encoding that decodes the bytes well up to an error near the end, and the byte offset of
    that error; None if there is none.

    It is used to report a file that was cut within a character or has one bad byte.
    """
    for way in _LEGACY:
        try:
            data.decode(way.name)
        except UnicodeDecodeError as error:
            sound = data[: error.start]
            if error.start >= len(data) * 0.9 and _score(sound, way) >= way.enough:
                return way.name, error.start
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, way: _Way) -> float:
    """How well `data` reads as text in an encoding, up to about 1; -1 if it is not valid in it."""
    sample = data[:SAMPLE]
    try:
        decoder = codecs.getincrementaldecoder(way.name)()
        text = decoder.decode(sample, len(sample) == len(data))
    except UnicodeDecodeError:
        return -1.0
    weights = [way.weight(char) for char in text if way.ascii_counts or char > "\x7f"]
    return sum(weights) / len(weights) if weights else 0.0


def _chinese(char: str) -> float:
    if char in _COMMON:
        return 1.0
    if is_han(char):
        return _weight_of_han(char)
    if char in "°±×÷·" or _within(char, _SIGNS):
        return 0.5
    if _within(char, _HIRAGANA):  # has the same code in GB18030 as in EUC-JP
        return -4.0
    return -0.5 if char in "\ufffd\ufffe\uffff" or _within(char, _ODD) else 0.0


def _wide(char: str) -> float:
    """The weight of a character of UTF-16 and UTF-32, as `_chinese`. ASCII counts too, since the
    wrong byte order would turn it into other characters."""
    if char <= "\x7f":
        return 0.8 if char >= " " or char in "\t\n\r" else -4.0
    if "\uac00" <= char <= "\ud7a3":
        return 1.0 if char in _COMMON_HANGUL else 0.5
    return 0.8 if _within(char, _KANA) else _chinese(char)


def _weight_of_han(char: str) -> float:
    try:
        raw = char.encode("gb2312")
    except UnicodeEncodeError:
        return 0.2 if _is_frequent(char, "big5", b"\xc6\xa1") else 0.0
    return 0.5 if raw < b"\xd8" else 0.2  # the 3,755 common characters of GB 2312, the others


def _japanese(char: str) -> float:
    """The weight of a character in Japanese: kana are more than a third of a text, and kanji of the
    first level nearly all the rest."""
    if _within(char, _KANA):
        return 1.2
    if is_han(char):
        return 0.45 if _is_frequent(char, "euc_jp", b"\xd0") else 0.1
    if _within(char, _SIGNS):
        return 0.6
    return -1.0 if _within(char, _HALF_WIDTH) else -0.5


def _korean(char: str) -> float:
    """The weight of a character in Korean: a text is nearly all Hangul and signs; Chinese read as
    Korean is half Hanja."""
    if "\uac00" <= char <= "\ud7a3":
        if char in _COMMON_HANGUL:
            return 1.1
        # The other 8,822 syllables are what a byte followed by an ASCII letter decodes to.
        return 0.7 if len(char.encode("euc_kr")) == 2 else -0.5
    return 0.5 if _within(char, _SIGNS) else -0.8


def _is_frequent(char: str, encoding: str, end: bytes) -> bool:
    """Whether the code of `char` in an encoding is less than `end`. The encoding lists frequent
    characters first."""
    try:
        return char.encode(encoding) < end
    except UnicodeEncodeError:
        return False


def _within(char: str, ranges: Iterable[tuple[str, str]]) -> bool:
    return any(first <= char <= last for first, last in ranges)


_LETTERS = frozenset("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸàâäçèéêëîïôöùûüßæÆœŒñÑáíóúÁÍÓÚãõÃÕìòåÅøØ")
_LATIN_SIGNS = frozenset("“”‘’–—…«»°§€·¿¡ºª©®±×½\xa0")
_MOST_LATIN = 0.25  # share of non-ASCII bytes in any language of Western Europe


def _latin(data: bytes) -> Guess | None:
    """The guess of cp1252, for a text in a language of Western Europe: mostly ASCII, with single
    accented letters among ASCII letters; None for any other."""
    text = _decoded(data, "cp1252")
    if text is None or sum(byte > 0x7F for byte in data[:SAMPLE]) > _MOST_LATIN * len(data):
        return None
    sample = text[:SAMPLE]
    if not all(map(_is_latin, sample)):
        return None
    letters = [at for at, char in enumerate(sample) if char in _LETTERS]
    within = sum(_is_in_word(sample, at) for at in letters)
    return Guess("cp1252", text) if within and len(letters) - within <= within // 4 else None


def _is_latin(char: str) -> bool:
    """Whether a character may occur in a text of Western Europe; control characters for layout
    may."""
    if char > "\x7f":
        return char in _LETTERS or char in _LATIN_SIGNS
    return char >= " " or char in "\t\n\r\f"


def _is_in_word(text: str, at: int) -> bool:
    """Whether the letter at `at` has an ASCII letter beside it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return any(char.isascii() and char.isalpha() for char in (before, after))


# At equal scores the first is taken; cp950 and big5hkscs add characters to Big5.
_LEGACY = (
    _Way("gb18030", _chinese, ENOUGH),
    _Way("big5", _chinese, ENOUGH),
    _Way("cp950", _chinese, ENOUGH),
    _Way("big5hkscs", _chinese, ENOUGH),
    _Way("euc_jp", _japanese, ENOUGH_OTHER),
    _Way("cp932", _japanese, ENOUGH_OTHER),
    _Way("cp949", _korean, ENOUGH_OTHER),
    _Way("utf-16-le", _wide, ENOUGH_WIDE, ascii_counts=True),
    _Way("utf-16-be", _wide, ENOUGH_WIDE, ascii_counts=True),
)
_WIDE = (
    _Way("utf-32-le", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-32-be", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-16-le", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-16-be", _wide, ENOUGH, ascii_counts=True),
)
