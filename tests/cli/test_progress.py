"""The progress of a long run is shown to those who look on."""

from __future__ import annotations

import io
import sys

import pytest

from reportlint.cli.progress import CLEAR, Progress, wanted, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "quiet", "shown"),
    [
        ({}, io.StringIO(), False, False),
        ({"PRE_COMMIT": "1"}, Terminal(), False, False),
        ({"CI": "true"}, Terminal(), False, False),
        ({"TERM": "dumb"}, Terminal(), False, False),
        ({}, Terminal(), True, False),
        ({}, Terminal(), False, True),
    ],
)
def test_progress_is_for_those_who_look_on(
    environment: dict[str, str], stream: io.StringIO, quiet: bool, shown: bool
) -> None:
    assert wanted(environment, stream, quiet=quiet) is shown


def test_progress_is_shown_only_in_a_long_run_and_goes_away() -> None:
    stream = Terminal()
    times = iter([0.0, 0.1, 0.9, 1.1, 1.1, 1.15, 1.3, 1.3, 1.5])
    progress = Progress("en", stream, lambda: next(times))
    for done in (1, 2):
        progress(done, 9)
    progress.clear()
    assert stream.getvalue() == ""
    for done in (3, 4, 5):
        progress(done, 9)
    progress.clear()
    assert stream.getvalue() == f"{CLEAR}3 of 9 files checked{CLEAR}5 of 9 files checked{CLEAR}"


@pytest.mark.parametrize(("quiet", "shown"), [(True, ""), (False, f"{CLEAR}1 of 9 files checked")])
def test_it_is_written_to_standard_error(
    quiet: bool, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("reportlint.cli.progress.PATIENCE", -1.0)
    for name in ("PRE_COMMIT", "CI", "TF_BUILD", "TEAMCITY_VERSION", "TERM"):
        monkeypatch.delenv(name, raising=False)
    watched("en", quiet=quiet)(1, 9)
    assert stream.getvalue() == shown
