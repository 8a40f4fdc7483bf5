"""Which of all mutants are tried. A seed makes a draw again."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import zip_longest

from tools.mutants.changes import Mutant, mutants

_NOT_NOTICED = re.compile(r"(?m)^not noticed \(.*?\): (.+?)\.py:\d+: change (\d+): ")


def named(texts: Mapping[str, str], printed: str) -> list[tuple[str, Mutant]]:
    """The mutants of the modules (name → source) that the output of a run calls not noticed; the
    sources must be those of that run."""
    return [
        (match[1], mutants(texts[match[1]])[int(match[2])])
        for match in _NOT_NOTICED.finditer(printed)
        if match[1] in texts
    ]


def draw(texts: Mapping[str, str], number: int, seed: int) -> list[tuple[str, Mutant]]:
    """So many mutants of the modules (name → source), each as likely as any other."""
    every = [(module, mutant) for module in sorted(texts) for mutant in mutants(texts[module])]
    return random.Random(seed).sample(every, min(number, len(every)))


def by_turns(texts: Mapping[str, str], each: int, seed: int) -> list[tuple[str, Mutant]]:
    """So many mutants of each module, one of each in turn."""
    series = []
    for module, text in texts.items():
        every = mutants(text)
        random.Random(f"{seed}:{module}").shuffle(every)
        series.append([(module, mutant) for mutant in every[:each]])
    return [one for turn in zip_longest(*series) for one in turn if one is not None]
