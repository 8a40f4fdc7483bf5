"""What there is in some files → their baselines, written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from reportlint.baseline.record import Recorder
from reportlint.baseline.record import Rewritten as Rewritten
from reportlint.baseline.session import NAME
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.atomic import write_output
from reportlint.files.origin import Origin
from reportlint.run.check import check
from reportlint.run.list import here


def record(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None] = lambda done, total: None,
    *,
    prune: bool = False,
) -> list[Rewritten]:
    """Write what there is in the files at `paths` into their baselines; with `prune`, only take out
    what is no longer there.

    Where nothing is to be known, no new file is made, unless `settings` names it. What is known
    of files that are not checked now, and by rules that do not run now, stays. Raises UserError.
    """
    if STDIN in paths:
        raise UserError([Problem(Text("标准输入没有基线", "standard input has no baseline"))])
    origin = Origin()
    named = os.path.abspath(settings.baseline).replace(os.sep, "/") if settings.baseline else ""
    new = named if named and origin.reader.read(named) is None else ""
    recorder = Recorder(settings, origin, new)
    check(paths, settings._replace(everything=True), tell, baselines=recorder)
    baselines = recorder.rewritten(lambda: _place(settings, origin), prune=prune)
    # A new file would have no entry: nothing is to be known. A path that was told gets its file,
    # since `check --baseline` wants it there.
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
    """Where a new baseline goes: beside the configuration, else to the root of the repository, else
    into the current folder."""
    current = os.getcwd().replace(os.sep, "/")
    return f"{here(settings).config.folder or origin.root_of(current) or current}/{NAME}"
