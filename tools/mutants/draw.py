"""Select the mutants to try. The same seed gives the same selection."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import zip_longest

from tools.mutants.changes import Mutant, mutants

_SURVIVOR = re.compile(r"(?m)^survived \(.*?\): (.+?)\.py:\d+: change (\d+): ")


def survivors(texts: Mapping[str, str], printed: str) -> list[tuple[str, Mutant]]:
    """The survivors in the output of a run that are in these modules (name → source). The sources
    must not have changed since that run."""
    return [
        (match[1], mutants(texts[match[1]])[int(match[2])])
        for match in _SURVIVOR.finditer(printed)
        if match[1] in texts
    ]


def draw(texts: Mapping[str, str], number: int, seed: int) -> list[tuple[str, Mutant]]:
    """`number` random mutants of the modules (name → source), all with the same probability."""
    mutants_of_all = [
        (module, mutant) for module in sorted(texts) for mutant in mutants(texts[module])
    ]
    return random.Random(seed).sample(mutants_of_all, min(number, len(mutants_of_all)))


def by_turns(texts: Mapping[str, str], each: int, seed: int) -> list[tuple[str, Mutant]]:
    """At most `each` random mutants of each module (name → source), one of each in turn."""
    series = []
    for module, text in texts.items():
        candidates = mutants(text)
        random.Random(f"{seed}:{module}").shuffle(candidates)
        series.append([(module, mutant) for mutant in candidates[:each]])
    return [pair for turn in zip_longest(*series) for pair in turn if pair is not None]
