"""Measure the cost of many rules of the user: a pack of word rules or of regex rules, generated
from the same seed on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import corpus
from measure import Case, Table
from tables import LINT

WORDS_OF_A_RULE = 6
FROM_TEXTS = 0.04  # share of words that are cut from the texts, so that there are findings


def many_rules(folder: Path, texts: str, rounds: int) -> Iterator[Table]:
    """No, 20, 100 and 500 word rules, and 500 regex rules, over 300 generated reports, or over the
    folder `texts` unless it is ""."""
    reports = Path(texts) if texts else folder / "for-rules"
    if not texts:
        corpus.write_many(reports, 300)
    pool = [path for path in sorted(reports.rglob("*")) if path.suffix in (".txt", ".md", ".rst")]
    cases = []
    for kind, count in (("word", 0), ("word", 20), ("word", 100), ("word", 500), ("regex", 500)):
        config = pack(folder / f"rules-{kind}-{count}", kind, count, pool)
        command = (LINT, "check", "-q", "--no-cache", "--jobs", "1", "--config", str(config))
        name = f"{count} {kind} rules" if count else "no rules of its own"
        task = "built-in rules and those; findings are looked for, not counted"
        cache = {"REPORTLINT_CACHE_DIR": str(folder / "cache-rules")}
        cases.append(Case(name, (*command, str(reports)), task, cache))
    title = f"many rules, {len(pool)} {'real' if texts else 'made'} reports"
    yield Table(title, cases, cases[0].name, cases[-2].name, rounds)


def pack(folder: Path, kind: str, count: int, pool: list[Path]) -> Path:
    """Write a configuration with `count` rules; its path."""
    rng = random.Random(kind)
    house = folder / "house"
    house.mkdir(parents=True)
    config = folder / ".reportlint.yaml"
    house_pack = ", ./house" if count else ""
    config.write_text(f"extends: [core, zh-official{house_pack}]\n", encoding="utf-8")
    (house / "pack.yaml").write_text("id: house\nname: {zh: 本单位, en: house}\n", encoding="utf-8")
    for number in range(count):
        words = [word(rng, pool) for _ in range(WORDS_OF_A_RULE)]
        sources = "".join(f"  - '{text[0]}[一-龥]{{0,3}}{text[1:]}'\n" for text in words[:2])
        find = f"words: [{', '.join(words)}]\n" if kind == "word" else f"regex:\n{sources}"
        (house / f"house-{number:03}.yaml").write_text(
            "kind: pattern\nseverity: info\nmessage: {zh: '“{found}”不妥', en: '{found}'}\n"
            f"why: {{zh: 用词。, en: wording.}}\n{find}",
            encoding="utf-8",
        )
    return config


def word(rng: random.Random, pool: list[Path]) -> str:
    """Two to four Han characters; some are cut from a text of `pool`."""
    size = rng.choice((2, 3, 4))
    if rng.random() < FROM_TEXTS:
        text = rng.choice(pool).read_text(encoding="utf-8", errors="replace")
        at = rng.randrange(max(1, len(text) - size))
        if all("\u4e00" <= char <= "\u9fff" for char in text[at : at + size]):
            return text[at : at + size]
    return "".join(chr(0x4E00 + rng.randrange(6000)) for _ in range(size))
