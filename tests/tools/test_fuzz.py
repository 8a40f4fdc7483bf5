"""The fuzzer: inputs are reproducible, failures are counted, and each target passes on a few
inputs."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from tools.fuzz import __main__ as fuzz
from tools.fuzz.targets import TARGETS, BrokenPromiseError

QUICK = sorted(set(TARGETS) - {"runs"})


def test_an_input_is_made_again_by_its_number() -> None:
    assert fuzz.input_of("markdown", 1, 5) == fuzz.input_of("markdown", 1, 5)
    assert fuzz.input_of("markdown", 1, 5) != fuzz.input_of("markdown", 2, 5)


@pytest.mark.parametrize("target", QUICK)
def test_some_inputs(target: str) -> None:
    inputs = [fuzz.input_of(target, 3, number) for number in range(3)]
    for data in inputs:
        TARGETS[target](data)
    assert len(set(inputs)) == 3


def test_a_character_with_two_codes_keeps_the_one_that_it_has() -> None:
    text = "日本語の報告書です。これは試験であります。".encode("cp932")
    text = text[:4] + b"\xfa\x4d" + text[4:]  # the other code of this is \x87\x57
    assert text.decode("cp932").encode("cp932") != text
    TARGETS["encodings"](text)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs an alarm")
def test_what_goes_wrong_is_counted_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    turns = iter(range(100))  # turn 0 is the one in which a target loads what it needs

    def target(data: bytes) -> None:
        turn = next(turns)
        if turn == 1:
            raise ZeroDivisionError
        if turn == 2:
            raise BrokenPromiseError("no")
        end = time.process_time() + (5 if turn == 3 else 0.005)
        while time.process_time() < end:
            pass

    monkeypatch.setitem(fuzz.TARGETS, "patch", target)  # type: ignore[arg-type]
    alarms = signal.SIGALRM, signal.SIGPROF
    before = [signal.getsignal(alarm) for alarm in alarms]
    figures = fuzz.run(["patch"], 1, 0.6, 0.05, tmp_path)["patch"]
    for alarm, handler in zip(alarms, before, strict=True):
        signal.signal(alarm, handler)
    assert (figures.crashes, figures.broken, figures.hangs) == (1, 1, 1)
    assert figures.inputs > 4
    assert len(list(tmp_path.iterdir())) == 3
    assert "seed 1, input 0: ZeroDivisionError" in capsys.readouterr().out
