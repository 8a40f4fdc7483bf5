"""Run a program at a pseudo-terminal, type keys and read its screen."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LIMIT = 60.0  # seconds that a machine with much to do may take


class Terminal:
    """A running program, as a context manager that ends it."""

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str]) -> None:
        import pty

        self._here, program_side = pty.openpty()
        self._seen = b""
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=program_side,
            stdout=program_side,
            stderr=program_side,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(program_side)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._here)

    def type(self, text: str) -> None:
        """Type keys."""
        os.write(self._here, text.encode())

    def until(self, mark: str) -> str:
        """The output up to and including `mark`, or up to the end of the program."""
        end = time.monotonic() + LIMIT
        while mark.encode() not in self._seen and time.monotonic() < end:
            if select.select([self._here], [], [], 0.1)[0]:
                try:
                    part = os.read(self._here, 1 << 16)
                except OSError:  # Linux says so where the program has ended
                    part = b""
                if not part:
                    break
                self._seen += part
        at = self._seen.find(mark.encode()) + len(mark.encode())
        shown, self._seen = self._seen[:at], self._seen[at:]
        return shown.decode("utf-8", "replace")

    def end(self) -> tuple[str, int]:
        """The output up to the end of the program, and its exit status."""
        shown = self.until("\0")
        shown += self._seen.decode("utf-8", "replace")
        return shown, self.process.wait(LIMIT)


def _take_terminal() -> None:
    """Make the terminal the controlling one, from which Ctrl-C comes."""
    os.close(os.open(os.ttyname(0), os.O_RDWR))
