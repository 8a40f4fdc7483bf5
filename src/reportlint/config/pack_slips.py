"""Checks for valid packs that are probably mistakes: marker styles that match ordinary text,
folders that are never read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from reportlint._startup.typed import Any
from reportlint.config.node import Node
from reportlint.config.problems import Problems, shorten
from reportlint.config.shipped import PACK_FILE, pack_files
from reportlint.core.errors import Problem
from reportlint.core.pack import Reader
from reportlint.core.text import Text
from reportlint.patterns.time_budget import repeats_group

_WORDS = "words"
# Numerals that are frequent in running text: without other text around them, they are no markers.
_RUNNING = frozenset("arabic chinese roman roman-small latin latin-small".split())
_REGEXES = ("before", "after", "doubt", "instead")
_AROUND = frozenset({"prefix", "suffix", "before", "after"})
# Wrong names for the folder of report types, and folders in which rules are wrongly put.
_FOR_TYPES = frozenset({"type", "types-zh", "文种", "类型", "模板"})
_FOR_RULES = frozenset({"rule", "rules", "规则"})


def check_markers(node: Node | None, markers: Mapping[str, Any], problems: Problems) -> None:
    """Add a problem for each marker style that finds nothing, or every number in a text."""
    for name, style in markers.items():
        place = node.get(name) if node is not None else None
        keys = {key.text for key, value in place.pairs if not value.null} if place else set()
        for complaint in _of_style(str((style or {}).get("numerals")), keys):
            problems.add_text(place, complaint)
        for complaint in _of_regexes(style or {}):
            problems.add_text(place, complaint)


def _of_regexes(style: Mapping[str, Any]) -> Iterator[Text]:
    """The complaints about the regexes of a style that may run away."""
    for key in _REGEXES:
        sources = style.get(key) or ()
        for source in (sources,) if isinstance(sources, str) else sources:
            if repeats_group(source):
                yield _runs_away(key, source)


def _runs_away(key: str, source: str) -> Text:
    """The complaint about a regex of a style that repeats a group: markers are searched in every
    line, without a clock."""
    shown = shorten(source)
    return Text(
        f"{key} 的正则 {shown} 重复了一组，可能跑不完；改成不回溯的写法：在 + 或 * 后面再加一个 +",
        f"the regex {shown} of {key} repeats a group and may run away; write it so that it does not"
        " go back: one more + behind the + or *",
    )


def _of_style(numerals: str, keys: Set[str]) -> Iterator[Text]:
    """The messages about a marker style whose keys do not suit its `numerals`."""
    if numerals == _WORDS and "words" not in keys:
        yield Text(
            "numerals: words 要有 words：words: [首先, 其次, 再次]",
            "numerals: words needs words: words: [First, Second, Third]",
        )
    elif numerals != _WORDS and "words" in keys:
        yield Text(
            "words 只和 numerals: words 一起用", "words mean something only with numerals: words"
        )
    if numerals in _RUNNING and not keys & _AROUND:
        yield Text(
            "序号前后没有别的字，正文里的数字都会算；写上 suffix: [、] 或 prefix: [第]",
            "nothing stands around the numeral, so each number of a text would be one; say"
            " suffix: [.] or prefix: [Step ]",
        )


def unread_folders(reader: Reader, folder: str) -> list[Problem]:
    """The problems of subfolders of a pack that hold rules or types, but are not read because of
    their names."""
    problems = []
    for name in reader.list(folder):
        inside = pack_files(reader, f"{folder}/{name}") if name in _FOR_TYPES | _FOR_RULES else ()
        if not inside or any(file.startswith(f"{PACK_FILE}.") for file in inside):
            continue
        if name in _FOR_TYPES:
            message = Text(
                f"文种放在名为 types 的文件夹里，{name} 不会被读取；改名为 types",
                f"report types stand in a folder `types`, and {name} is not read; rename it",
            )
        else:
            message = Text(
                f"规则直接放在 pack.yaml 旁边，文件夹 {name} 不会被读取；把里面的文件移上来",
                f"rules stand beside pack.yaml, and the folder {name} is not read; move its files"
                " up",
            )
        problems.append(Problem(message, f"{folder}/{name}/{inside[0]}", 1, 1))
    return problems
