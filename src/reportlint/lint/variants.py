"""A rule with one part changed: the change in its hits shows the purpose of the part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import OFF
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import ALWAYS, Rule
from reportlint.kinds import KINDS, scopes

FINDS = ("words", "regex", "swap", "forms")
EXCUSES = ("unless", "allow")
PATTERNS = "patterns"
EVERYWHERE = (*scopes.BLOCK_SCOPES, *scopes.ZONE_SCOPES)


class Entry(NamedTuple):
    """One entry of a list of a rule, such as `words`, or of one of its named patterns (`family`;
    "": the rule itself)."""

    family: str
    key: str
    value: str


def entries(options: Mapping[str, Any], keys: Iterable[str]) -> Iterator[Entry]:
    """The entries of the lists `keys` of a rule, family by family."""
    keys = tuple(keys)
    for family, group in (("", options), *_families(options)):
        for key in keys:
            for value in group.get(key) or ():
                yield Entry(family, key, str(value))


def without(options: Mapping[str, Any], entry: Entry) -> dict[str, Any]:
    """The options without one entry."""
    keys = _own(options, entry.family)
    values = keys[entry.key]
    if isinstance(values, Mapping):
        left: Any = {key: value for key, value in values.items() if str(key) != entry.value}
    else:
        left = [value for value in values if str(value) != entry.value]
    return _with(options, entry.family, {entry.key: left})


def instead(options: Mapping[str, Any], entry: Entry, value: str) -> dict[str, Any]:
    """The options with `value` in place of a word or regex."""
    values = _own(options, entry.family)[entry.key]
    changed = [value if str(item) == entry.value else item for item in values]
    return _with(options, entry.family, {entry.key: changed})


def only(options: Mapping[str, Any], entry: Entry) -> dict[str, Any]:
    """The options with one entry as the only one to search for."""
    variant = dict(options)
    for family in ("", *(name for name, _ in _families(options))):
        keys = _own(options, family)
        kept = {key: _kept(keys[key], entry, family, key) for key in FINDS if keys.get(key)}
        off = {"prompts": False, "blanks": False} if family else {}
        variant = _with(variant, family, {**kept, **{k: v for k, v in off.items() if k in keys}})
    return variant


def _kept(values: Any, entry: Entry, family: str, key: str) -> Any:
    if (family, key) != (entry.family, entry.key):
        return {} if isinstance(values, Mapping) else []
    if isinstance(values, Mapping):
        return {name: value for name, value in values.items() if str(name) == entry.value}
    return [value for value in values if str(value) == entry.value]


def everywhere(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options with every place in their scope."""
    return _all(options, {"scope": list(EVERYWHERE), "which": ""})


def unexcused(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options without exceptions."""
    return _all(options, {key: [] for key in EXCUSES})


def switched_on(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options with all named patterns switched on."""
    variant = dict(options)
    for family, keys in _families(options):
        if keys.get("severity") == OFF:
            variant = _with(variant, family, {"severity": ""})
    return variant


def hits_with(
    rule: Rule, options: Mapping[str, Any], reading: Reading, lexicon: Lexicon
) -> list[Hit]:
    """The hits of a rule in a whole report, if it had these options."""
    kind = KINDS[rule.kind]
    return list(kind.find(reading, kind.prepare(options, lexicon)))


def anywhere(rule: Rule) -> Rule:
    """The rule without its `when`."""
    return rule._replace(when=ALWAYS)


def source_of(
    rule: Rule, hit: Hit, reading: Reading, lexicon: Lexicon, limit: int = 200
) -> Entry | None:
    """The word, regex, form or swap that a hit comes from; None if it cannot be determined. Only
    the `limit` most likely entries are tried."""
    text = hit.span.cut(reading.document.text).casefold()
    likely = [
        entry
        for entry in entries(rule.options, FINDS)
        if entry.key in ("regex", "forms")
        or entry.value.startswith("/")
        or entry.value.casefold() in text
    ]
    for entry in _longest_first(likely)[:limit]:
        hits = hits_with(rule, only(rule.options, entry), reading, lexicon)
        if any(other.span == hit.span for other in hits):
            return entry
    return None


def _longest_first(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.key in ("regex", "forms"), -len(entry.value)))


def _families(options: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    families = options.get(PATTERNS) or {}
    return [(name, keys) for name, keys in families.items() if isinstance(keys, Mapping)]


def _own(options: Mapping[str, Any], family: str) -> Mapping[str, Any]:
    keys: Mapping[str, Any] = options[PATTERNS][family] if family else options
    return keys


def _with(options: Mapping[str, Any], family: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    if not family:
        return {**options, **changes}
    patterns = options[PATTERNS]
    return {**options, PATTERNS: {**patterns, family: {**patterns[family], **changes}}}


def _all(options: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The options with `changes` applied to the keys that the rule has, and in each family to the
    keys that the family sets itself."""
    variant = {**options, **{key: value for key, value in changes.items() if key in options}}
    for family, keys in _families(options):
        own_changes = {key: value for key, value in changes.items() if keys.get(key)}
        variant = _with(variant, family, own_changes)
    return variant
