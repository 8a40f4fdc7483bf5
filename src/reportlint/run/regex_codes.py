"""The shipped rules → what a wheel has of them besides their compiled YAML: the compiled codes of
all regexes in them and in the program, for `_startup/regex_codes.py`, and the values for
`_startup/shipped_data.py`.

Most regexes exist once the rules are prepared. Some are built from phrases found in a text, so the
examples of all rules and report types and a new report of each type are checked as well. Those that
find ordinals depend on the marker styles of all packs in use, so they are made for each usual
selection of packs. A regex that none of these needs is compiled when a text needs it.
"""

from __future__ import annotations

import gc
import marshal
import pkgutil
import sys
from array import array
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import combinations
from types import ModuleType

import reportlint
from reportlint._startup.lazy_pattern import LazyPattern
from reportlint._startup.regex_codes import Codes, key
from reportlint._startup.typed import Any
from reportlint.config.config import Config
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.merge import combine_lexicons
from reportlint.config.shipped import Shipped, pack_names
from reportlint.config.stored import PREFILTERS, shipped_library
from reportlint.core.pack import Library, Pack, Reader
from reportlint.core.request import Settings
from reportlint.files.decode import Decoded
from reportlint.files.sources import Source
from reportlint.kinds import KINDS
from reportlint.lint.check import prepare
from reportlint.ordinals.matcher import Matcher
from reportlint.patterns.phrases import PhrasePattern
from reportlint.run.file import check_text
from reportlint.run.setup import Setup
from reportlint.scaffold.new import FORMATS, draft

CORE = "core"  # the pack that nearly every configuration extends
_MOST_BESIDE_CORE = 2
_ORDINALS = "1. a\n第一章 b\nPhase 2\n"  # a text for which each of these regexes is needed
# Subpackages that read and check a report and output the findings.
_ROOMS = frozenset(
    "core patterns ordinals text structure kinds suppression lint files changes output".split()
)
_ENDINGS = {"markdown": "md", "rst": "rst"}  # file endings by format; txt for all others


def codes(reader: Reader, folder: str) -> Codes:
    """The codes of the regexes that the packs in `folder` and the program need. Raises UserError if
    a pack is invalid."""
    by_regex: Codes = {}
    for pattern in patterns(reader, folder):
        name = key(pattern.engine, pattern.source, pattern.source_flags, pattern.words)
        if name not in by_regex:
            by_regex[name] = code_of(pattern)
    return by_regex


def data(reader: Reader, folder: str) -> dict[str, Any]:
    """The values for `ShippedData`: the packs in `folder`, and the prefilters of the regexes of
    their rules and types. Raises as `codes` does."""
    library = _library(reader, folder)
    used = list(_used(library))
    prefilters = library.lexicon.prefilters.shipped_form()
    used.clear()
    return {PREFILTERS: prefilters, **shipped_library(library, folder)}


def patterns(reader: Reader, folder: str) -> Iterator[LazyPattern]:
    """The regexes themselves, possibly repeated; all other lazy patterns of this process are
    included."""
    library = _library(reader, folder)
    kept = [_modules(), *_used(library)]  # keeps the patterns alive
    kept += [_used_for_ordinals(selection) for selection in _selections(library)]
    objects = gc.get_objects()
    kept += [phrases.whole() for phrases in objects if isinstance(phrases, PhrasePattern)]
    yield from [pattern for pattern in gc.get_objects() if isinstance(pattern, LazyPattern)]
    kept.clear()


def code_of(pattern: LazyPattern) -> bytes:
    """The code of a regex, marshalled: the arguments that its compiler passes to the engine, except
    the source. Raises the `error` of its engine."""
    where, name = ("re._compiler", "_sre") if pattern.engine == "re" else ("regex._main", "_regex")
    import_module(pattern.engine).purge()  # otherwise the pattern may come from its cache
    compiler: Any = sys.modules[where]
    engine = getattr(compiler, name)
    recorder = _Recorder(engine)
    setattr(compiler, name, recorder)
    try:
        pattern.from_source()
    finally:
        setattr(compiler, name, engine)
    _, flags, numbers, *others = recorder.given
    return marshal.dumps((int(flags), array("I", numbers).tobytes(), *map(_plain, others)))


class _Recorder:
    """Stands in for an engine and records the arguments of `compile`."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.given: tuple[Any, ...] = ()

    def compile(self, *given: Any) -> Any:
        """Record the arguments and call `compile` of the engine."""
        self.given = given
        return self._engine.compile(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def _plain(value: Any) -> Any:
    """A number without its enum type, which `marshal` cannot write; any other value unchanged."""
    return int(value) if isinstance(value, int) else value


def _modules() -> list[ModuleType]:
    """All modules that read and check a report; importing them creates their regexes."""
    walked = pkgutil.walk_packages(reportlint.__path__, f"{reportlint.__name__}.")
    return [import_module(name) for _, name, _ in walked if name.split(".")[1] in _ROOMS]


def _library(reader: Reader, folder: str) -> Library:
    names = tuple(pack_names(reader, folder))
    wanted = [WantedPack(name, folder) for name in names]
    return Loader(reader, Shipped(names, folder), KINDS).load(wanted)


def _selections(library: Library) -> Iterator[tuple[Pack, ...]]:
    """The selections of built-in packs that most configurations extend: `core`, alone or with one
    or two others."""
    core = [pack for pack in library.packs if pack.id == CORE]
    others = [pack for pack in library.packs if pack.id != CORE]
    for size in range(_MOST_BESIDE_CORE + 1):
        for beside in combinations(others, size):
            yield *core, *beside


def _used_for_ordinals(packs: Sequence[Pack]) -> Matcher:
    """The object that holds the regexes with which `packs` find ordinals."""
    matcher = Matcher(combine_lexicons(pack.lexicon for pack in packs))
    matcher.scan(_ORDINALS)
    return matcher


def _used(library: Library) -> Iterator[Any]:
    """The objects that hold the regexes of a library, after all its texts have been checked with
    it."""
    setup = Setup(Config(), lambda: library, Settings())
    prepared = prepare(library.rules.values(), library.lexicon)
    yield [prepared.ready.of(rule) for rule in prepared.rules]
    yield setup
    for number, (text, ending) in enumerate(_texts(library)):
        name = f"{number}.{ending}"
        check_text(Source(name, Decoded(text, "utf-8", bom=False)), name, setup, Settings())


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    """The texts of all examples, and a new report of each type, each with a file ending."""
    examples = [sample for rule in library.rules.values() for sample in rule.examples]
    examples += [sample for type_ in library.types.values() for sample in type_.examples]
    for example in examples:
        yield example.text, _ENDINGS.get(example.format, "txt")
    for type_ in library.types.values():
        for form in FORMATS:
            yield draft(type_, {}, form).text, form
