"""How easy a text is to read: an easy text and a hard one of each language that has a formula."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import readability
from support.kinds import check, hits

EASY = {
    "en": "We went to the town. It was a hot day and we had to walk. The dog was with us. ",
    "de": "Wir sind in der Stadt. Es war ein Tag im Juni und der Hund lief mit. Das war gut. ",
    "fr": "Nous sommes dans la ville. Le chien est avec nous. Il fait chaud et on boit. ",
    "es": "Los dos van a la casa. El sol sale y no hay mal. El pan es de hoy y la sal no. ",
    "pt": "O sol sai e não chove. Ele vai com a mãe. Os dois têm pão e sal para a casa. ",
    "it": "Il sole non c'è. Noi due non siamo a casa. Il pane è di oggi e va con il sale. ",
}
HARD = {
    "en": "The implementation of organisational responsibilities necessitates considerable administrative"
    " coordination with the participating institutions that are responsible for the implementation, ",
    "de": "Die Berücksichtigung organisatorischer Verantwortlichkeiten erfordert die Zusammenarbeit der"
    " beteiligten Verwaltungseinrichtungen und nicht die Vernachlässigung der Zuständigkeiten, ",
    "fr": "La considération des responsabilités organisationnelles nécessite une coordination administrative"
    " considérable pour les institutions participantes dans la réalisation, ",
    "es": "La consideración de las responsabilidades organizativas necesita una coordinación administrativa"
    " considerable con las instituciones participantes en la realización, ",
    "pt": "A consideração das responsabilidades organizacionais necessita uma coordenação administrativa"
    " considerável com as instituições participantes para a realização, ",
    "it": "La considerazione delle responsabilità organizzative il coordinamento amministrativo considerevole"
    " delle istituzioni partecipanti che non sono il presupposto della realizzazione, ",
}
ITEMS = "- We went to the town and it was good.\n" * 20


def ease(language: str, **more: Any) -> dict[str, Any]:
    return {"language": language, "min": 50, **more}


SILENT: list[tuple[dict[str, Any], str]] = [
    *((ease(language), text * 8) for language, text in EASY.items()),
    (ease("en"), HARD["en"]),  # too short for a formula
    (ease("en"), HARD["de"] * 9),  # in another language
    (ease("de"), HARD["en"] * 9),
    (ease("en"), "本单位认真落实各项工作要求。" * 40),
    (ease("en"), ITEMS),
    (ease("en", formula="grade", min=None, max=9), EASY["en"] * 8),
    (ease("en"), "```\n" + HARD["en"] * 9 + "\n```\n"),
    (ease("en"), ""),
]
FIRES: list[tuple[dict[str, Any], str]] = [
    *((ease(language), f"# ⟦A⟧\n\n{text * 9}\n") for language, text in HARD.items()),
    (ease("en", formula="grade", min=None, max=9), f"# ⟦A⟧\n\n{HARD['en'] * 9}\n"),
    (ease("en", **{"least-words": 10, "of": "paragraph"}), f"⟦{HARD['en'].strip()}⟧\n"),
    (
        ease("en", of="section"),
        f"# A\n\n## B\n\n{EASY['en'] * 8}\n\n## ⟦C⟧\n\n{HARD['en'] * 9}\n",
    ),
    (ease("en", of="section-with-subsections"), f"# A\n\n## ⟦B⟧\n\n{HARD['en'] * 9}\n"),
    (ease("en", min=None, max=80), f"# ⟦A⟧\n\n{EASY['en'] * 8}\n"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("readability", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("readability", options, text)


def test_the_score_is_that_of_the_formula() -> None:
    # 7 words a sentence, 1 syllable a word: 206.835 - 1.015 * 7 - 84.6 = 115.13
    text = "We went up the hill and sat. " * 16
    (hit,) = hits("readability", {"language": "en", "max": 100}, text)
    assert (hit.values["score"], hit.values["words"]) == ("115", "112")


@pytest.mark.parametrize(
    ("options", "to_blame"),
    [
        ({"language": "zh", "min": 50}, ["language"]),
        ({"language": "ja", "min": 50}, ["language"]),
        ({"language": "de", "formula": "grade", "max": 9}, ["formula"]),
        ({"language": "en"}, ["kind"]),
        ({"language": "en", "min": 50, "max": 40}, ["min"]),
        (ease("en"), []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in readability.complaints(options)] == to_blame
