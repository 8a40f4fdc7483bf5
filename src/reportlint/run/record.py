"""The findings in some files → their baselines, written to disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from reportlint.baseline.record import Recorder
from reportlint.baseline.record import Rewritten as Rewritten
from reportlint.baseline.session import NAME
from reportlint.core.errors import UserError
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.atomic import write_output
from reportlint.files.origin import Origin
from reportlint.files.paths import absolute, slashed
from reportlint.run.check import check
from reportlint.run.list import here


def record(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None] = lambda done, total: None,
    *,
    prune: bool = False,
) -> list[Rewritten]:
    """Write the findings in the files at `paths` to their baselines; with `prune`, only remove
    entries that match no finding any more.

    If there are no findings, no new file is created, unless `settings` names it. Entries of files
    that are not checked now, and of rules that do not run now, are kept. Raises UserError.
    """
    if STDIN in paths:
        raise UserError.of(Text("标准输入没有基线", "standard input has no baseline"))
    origin = Origin()
    named = absolute(settings.baseline) if settings.baseline else ""
    new = named if named and origin.reader.read(named) is None else ""
    recorder = Recorder(settings, origin, new)
    check(paths, settings._replace(everything=True), tell, baselines=recorder)
    baselines = recorder.rewritten(lambda: _place(settings, origin), prune=prune)
    # A new file without entries would be useless. But a path given by the user gets its file, since
    # `check --baseline` demands that it exists.
    baselines = [
        rewritten
        for rewritten in baselines
        if origin.exists(rewritten.path) or not prune and (rewritten.number or named)
    ]
    for baseline in baselines:
        if origin.reader.read(baseline.path) != baseline.text:
            write_output(baseline.path, baseline.text)
    return baselines


def _place(settings: Settings, origin: Origin) -> str:
    """The path of a new baseline: beside the configuration, else in the root of the repository,
    else in the current folder."""
    current = slashed(os.getcwd())
    return f"{here(settings).config.folder or origin.root_of(current) or current}/{NAME}"
