"""The approximate number of syllables of a word, from its groups of vowels and the spelling rules
of its language."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy

# One syllable.
_ONE: Mapping[str, re.Pattern[str]] = {
    "de": lazy("aa|ee|oo|ai|ay|au|äu|ei|ey|eu|ie|qu[aeiouyäöü]|[aeiouyäöü]"),
    "es": lazy("(?:qu|gu(?=[eiéí]))?[iuü]?[aeoáéó][iuy]?(?![aeoáéó])|[aeoáéóíú]|[iuü]+|y\\b"),
    "pt": lazy("(?:qu|gu(?=[eiéêí]))?(?:ão|ãe|õe|[aeoáéóâêôã][iu]?|[aeoíúiu])"),
    "fr": lazy("eau|[aeiouyàâäéèêëîïôöùûüœæ]+"),
    "it": lazy("[aeiouàèéìòù]+"),
    "en": lazy("[aeiouy]+"),
}
_SILENT: Mapping[str, re.Pattern[str]] = {  # an ending that is written but not pronounced
    "en": lazy(
        "(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxcg])(?<![cs]h)es$"
    ),
    "fr": lazy("(?<=[^aeiouyéèêëàâîïôùû])e(?:s|nt)?$"),
}
# Two vowels of English that are two syllables: idea, media, poet, going; not those of -tion, -cial
# and -gious.
_HIATUS = lazy(
    "(?<![tscg])i[ao](?!u)|(?<=[tscg])i(?=ate|ety)|eo(?=[lrn]|$)|[aeiou]ing$|ue[nl]|ui(?=d|ty)|oe[mt]|ya|creat|"
    "(?<![tc])ie(?=t$|nc|nt)|(?<=sc)ie(?=nc)|(?<=[aeiou][^aeiou])ea$"
)


def syllables(word: str, language: str) -> int:
    """The number of syllables of a word of letters, at least one."""
    folded = word.casefold()
    ends = _SILENT.get(language)
    spoken = ends.sub("", folded) if ends is not None else folded
    number = len(_ONE[language].findall(spoken))
    if language == "en":
        number += len(_HIATUS.findall(spoken))
    return max(number, 1)
