"""What there is in some files → their baselines."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.baseline import known as pure
from reportlint.baseline.session import Baseline, Baselines, Ran
from reportlint.baseline.value import NAME, Entry
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.atomic import write_output
from reportlint.files.origin import Origin
from reportlint.run.check import check
from reportlint.run.list import here


class Recorded(NamedTuple):
    """What became of one baseline."""

    path: str
    number: int  # of findings that it now knows
    added: int
    gone: int


class _Recorder(Baselines):
    """Takes down what is found in each file."""

    def __init__(self, settings: Settings, origin: Origin) -> None:
        super().__init__(settings._replace(no_baseline=False, isolated=False), origin)
        self.found: dict[str, tuple[list[Diagnostic], str, Ran]] = {}

    def fresh(
        self, found: Sequence[Diagnostic], text: str, path: str, ran: Ran
    ) -> list[Diagnostic]:
        """All of it."""
        self.found[path] = list(found), text, ran
        return list(found)


def record(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None] = lambda done, total: None,
    *,
    prune: bool = False,
) -> list[Recorded]:
    """Write what there is in the files at `paths` into their baselines; with `prune`, only take out what is no longer there.

    What is known of files that are not checked now, and by rules that do not run now, stays. Raises UserError.
    """
    if STDIN in paths:
        raise UserError([Problem(Text("标准输入没有基线", "standard input has no baseline"))])
    origin = Origin()
    told = os.path.abspath(settings.baseline).replace(os.sep, "/") if settings.baseline else ""
    if told and origin.reader.read(told) is None:
        settings = settings._replace(baseline="")
    recorder = _Recorder(settings, origin)
    check(paths, settings._replace(everything=True), tell, baselines=recorder)
    known: dict[str, Baseline] = {}
    entries: dict[str, list[Entry]] = {}
    checked: dict[str, dict[str, Ran]] = {}
    for path, (found, text, ran) in recorder.found.items():
        one = (None if told and not settings.baseline else recorder.of(path)) or Baseline(
            told or _place(settings, origin), ()
        )
        known.setdefault(one.path, one)
        own = one.own(path)
        checked.setdefault(one.path, {})[own] = ran
        entries.setdefault(one.path, []).extend(pure.record(own, found, text))
    made = [
        _write(one, entries[path], checked[path], origin, prune=prune)
        for path, one in sorted(known.items())
    ]
    return [one for one in made if one is not None]


def _place(settings: Settings, origin: Origin) -> str:
    """Where a new baseline goes: beside the configuration, else to the root of the repository, else into the current folder."""
    current = os.getcwd().replace(os.sep, "/")
    return f"{here(settings).config.folder or origin.root_of(current) or current}/{NAME}"


def _write(
    one: Baseline, now: list[Entry], checked: dict[str, Ran], origin: Origin, *, prune: bool
) -> Recorded | None:
    """Put the entries of the files checked in place of what was known of them; None where there is nothing to write."""
    old = {(entry.path, entry.key): entry.number for entry in one.all()}
    new = {(entry.path, entry.key): entry.number for entry in now}
    if prune:
        new = {key: min(number, old[key]) for key, number in new.items() if key in old}
    for (path, key), number in old.items():
        ran = checked.get(path)
        if not ran(key.rule) if ran else origin.exists(f"{one.folder}/{path}"):
            new[path, key] = number
    added = sum(max(0, number - old.get(key, 0)) for key, number in new.items())
    gone = sum(max(0, number - new.get(key, 0)) for key, number in old.items())
    written = pure.written(Entry(path, *key, number) for (path, key), number in new.items())
    if prune and not origin.exists(one.path):
        return None
    if origin.reader.read(one.path) != written:
        write_output(one.path, written)
    return Recorded(one.path, sum(new.values()), added, gone)
