"""A thing is done again when files have changed, and wrong files are waited for."""

from __future__ import annotations

import pytest

from reportlint.cli.watch import watch
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text


def test_it_runs_again_after_a_change_and_ends_with_an_interrupt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runs: list[int] = []
    stamp = [0]

    def once() -> int:
        runs.append(stamp[0])
        if len(runs) == 2:
            raise UserError([Problem(Text("错了", "it is wrong"))])
        return 0

    def wait(seconds: float) -> None:
        stamp[0] += 1
        if stamp[0] > 2:
            raise KeyboardInterrupt

    assert watch(once, lambda: stamp[0], "en", wait) == 0
    assert runs == [0, 1, 2]
    assert "it is wrong" in capsys.readouterr().err
