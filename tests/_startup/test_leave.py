"""Exit at once, but only if nothing is left to do. `tests/cli/test_leaving.py` tests whole
processes."""

from __future__ import annotations

import atexit
import gc
import io
import sys

import pytest

from reportlint._startup import leave


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing waits for the exit."""
    monkeypatch.setattr(atexit, "_ncallbacks", lambda: 0, raising=False)
    return monkeypatch


def test_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atexit, "_ncallbacks", lambda: 1, raising=False)
    assert not leave.all_is_written()


def test_another_python_does_not_say_whether_somebody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(atexit, "_ncallbacks", raising=False)
    assert not leave.all_is_written()


def test_a_stream_that_cannot_be_written(quiet: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError("full")

    closed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    closed.close()
    for stream in (Full(), closed, None):
        quiet.setattr(sys, "stdout", stream)
        assert not leave.all_is_written()


def test_nothing_is_left(quiet: pytest.MonkeyPatch) -> None:
    assert leave.all_is_written()


@pytest.mark.parametrize("written", [True, False])
def test_the_status(written: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    statuses = []
    threshold = gc.get_threshold()
    monkeypatch.setattr(leave, "all_is_written", lambda: written)
    monkeypatch.setattr(leave.os, "_exit", statuses.append)
    try:
        with pytest.raises(SystemExit) as raised:
            leave.run_and_leave(lambda: 3)
    finally:
        gc.set_threshold(*threshold)
    assert raised.value.code == 3
    assert statuses == [3] * written
