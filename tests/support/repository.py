"""Real repositories with real Git, independent of the settings of the machine and the user."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from reportlint.cli.main import main

IN_PROCESS = "REPORTLINT_TESTS_IN_PROCESS"
"""Set by `tools.mutants`, whose changed code is in this process alone: `lint` runs here too
then.
"""

BAD = "# 走访随记\n\n今年共走访企业XX家，解决难题三十二件。\n"
GOOD = BAD.replace("XX", "三十七")


class Repository:
    """A folder with a repository; runs Git and reportlint in it."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env

    def run(
        self, *command: str, data: bytes = b"", at: str = ".", **env: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command,
            cwd=self.folder / at,
            env={**self.env, **env},
            input=data,
            capture_output=True,
            check=False,
        )
        out, err = (
            stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr)
        )
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def git(self, *arguments: str, ok: bool = True, **env: str) -> str:
        done = self.run("git", *arguments, **env)
        assert done.returncode == 0 or not ok, done.stdout + done.stderr
        return done.stdout + done.stderr if not ok else done.stdout.strip()

    def lint(
        self, *arguments: str, data: bytes = b"", at: str = ".", **env: str
    ) -> subprocess.CompletedProcess[str]:
        if IN_PROCESS in os.environ:
            return self._lint_here(*arguments, data=data, at=at, **env)
        return self.run(sys.executable, "-m", "reportlint", *arguments, data=data, at=at, **env)

    def _lint_here(
        self, *arguments: str, data: bytes, at: str, **env: str
    ) -> subprocess.CompletedProcess[str]:
        streams = [
            io.TextIOWrapper(io.BytesIO(content), "utf-8", "surrogateescape", write_through=True)
            for content in (data, b"", b"")
        ]
        with (
            contextlib.chdir(self.folder / at),
            mock.patch.dict(os.environ, {**self.env, **env}, clear=True),
            mock.patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]),
        ):
            try:
                status = main(list(arguments))
            except SystemExit as left:
                status = int(left.code or 0)
        out, err = (
            stream.buffer.getvalue().decode("utf-8", "surrogateescape")  # type: ignore[attr-defined]
            for stream in streams[1:]
        )
        return subprocess.CompletedProcess(arguments, status, out, err)

    def found(
        self, *arguments: str, data: bytes = b"", at: str = ".", only: str = "", **env: str
    ) -> list[str]:
        """The reported findings as `path:line rule`, for rules whose ids start with `only`. Fails
        on wrong usage and on a crash.

        It runs in the process of the tests, which saves most of the time.
        """
        out = io.StringIO()
        stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        with (
            contextlib.chdir(self.folder / at),
            mock.patch.dict(os.environ, {**self.env, **env}, clear=True),
            mock.patch.object(sys, "stdin", stdin),
            contextlib.redirect_stdout(out),
        ):
            status = main(["check", "--format", "json", *arguments])
        assert status in (0, 1)
        rows: list[dict[str, Any]] = json.loads(out.getvalue())
        return [
            f"{row['path']}:{row['line']} {row['rule']}"
            for row in rows
            if row["rule"].startswith(only)
        ]

    def write(self, name: str, text: str | bytes = BAD) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)

    def stage(self, name: str, text: str | bytes = BAD) -> None:
        self.write(name, text)
        self.git("add", "-f", "--", name)

    def commit(self, files: dict[str, str | bytes] | None = None) -> str:
        for name, text in (files or {}).items():
            self.stage(name, text)
        self.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "more")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def env() -> dict[str, str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "PRE_COMMIT"))
    }
    identity = {
        f"GIT_{role}_{variable}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for variable in ("NAME", "EMAIL")
    }
    return {
        **kept,
        **identity,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def make(tmp_path: Path, env: dict[str, str]) -> Callable[..., Repository]:
    """Create a repository with this name."""

    def made(name: str = "报告 库", *arguments: str) -> Repository:
        (tmp_path / name).mkdir(parents=True)
        repository = Repository(tmp_path / name, dict(env))
        repository.git("init", "-q", "-b", "main", *arguments)
        return repository

    return made


@pytest.fixture
def repository(make: Callable[..., Repository]) -> Repository:
    return make()


def dated_commit(branch: str, day: str, files: dict[str, str | None], *more: str) -> bytes:
    """A commit at noon of a day for `git fast-import`; the text None removes a file. `more` are
    lines about merges or the start of a branch."""
    date = datetime.datetime.fromisoformat(f"{day}T12:00:00+08:00")
    lines = [
        f"commit refs/heads/{branch}",
        f"committer A <a@example.org> {date.timestamp():.0f} +0800",
    ]
    lines += ["data 0", *more]
    for name, text in files.items():
        if text is None:
            lines.append(f"D {name}")
        else:
            lines += [f"M 100644 inline {name}", f"data {len(text.encode())}", text]
    return ("\n".join(lines) + "\n\n").encode()


def with_commits(repository: Repository, commits: list[bytes]) -> Repository:
    """The repository with these commits."""
    done = repository.run("git", "fast-import", "--quiet", data=b"".join(commits))
    assert done.returncode == 0, done.stderr
    return repository
