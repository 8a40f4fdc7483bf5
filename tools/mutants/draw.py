"""Which of all mutants are tried. A seed makes a draw again."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import zip_longest

from tools.mutants.changes import Mutant, mutants


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
