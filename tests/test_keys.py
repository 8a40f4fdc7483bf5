"""Every key of a report type, a pack and a configuration has an example that runs: a file in
`examples/keys` with a small folder, commands and their output. Without one of the keys that it
shows, the output is different.

`--update` rewrites the outputs.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reportlint.cli.main import main

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from gen_config_docs import KEYED, case_of, keys_of

FOLDER = ROOT / "examples" / "keys"
CASES = sorted(FOLDER.glob("*.yaml"))
# What is not printed: where a demand comes from, what a pack is for, a question on a terminal,
# what a test fills in, what only weighs in where a text leaves it open.
UNSEEN = frozenset({"id", "description", "why", "source", "examples", "ask", "blanks"})
UNSEEN_OF = {"pack": frozenset({"language"}), "marker": frozenset({"before", "counts"})}


def load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(path)
    return data


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.mark.parametrize("table", KEYED)
def test_every_key_has_an_example(table: str) -> None:
    assert [key for key in keys_of(KEYED[table]) if not case_of(table, key)] == []


@pytest.mark.parametrize("table", KEYED)
def test_what_is_shown_are_keys(table: str) -> None:
    known = set(keys_of(KEYED[table]))
    shown = {key for path in CASES for key in load(path)["shows"].get(table, ())}
    assert shown <= known


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_example_is_true(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    case = load(path)
    printed = run(case, case["files"], tmp_path, capsys)
    if update:
        head = path.read_text(encoding="utf-8").partition("prints:")[0]
        lines = "".join(f"  {line}\n" if line else "\n" for line in printed.splitlines())
        path.write_text(f"{head}prints: |\n{lines}", encoding="utf-8")
        return
    assert printed.rstrip() == case["prints"].rstrip()


def removals() -> Iterator[Any]:
    for path in CASES:
        for table, names in load(path)["shows"].items():
            for key in names:
                if key.rpartition(".")[2] not in UNSEEN | UNSEEN_OF.get(table, frozenset()):
                    yield pytest.param(path, table, key, id=f"{path.stem}-{table}-{key}")


@pytest.mark.parametrize(("path", "table", "key"), list(removals()))
def test_without_its_key_it_is_not(
    path: Path, table: str, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = load(path)
    files = dict(case["files"])
    changed = False
    for name, text in files.items():
        if name.endswith(".yaml"):
            data = YAML(typ="safe", pure=True).load(text)
            bare = without(data, table, key.split("."))
            if bare != data:
                changed = True
                out = io.StringIO()
                YAML(typ="safe", pure=True).dump(bare, out)
                files[name] = out.getvalue()
    assert changed, f"{key} is in no file"
    assert run(case, files, tmp_path, capsys).rstrip() != case["prints"].rstrip()


WITHIN = {"override": "overrides", "ignore": "ignore", "marker": "markers", "section": "sections"}


def without(data: Any, table: str, keys: Sequence[str]) -> Any:
    """The data of a file without a key of one of its tables."""
    if table not in WITHIN:
        return _without(data, keys)
    if not isinstance(data, dict):
        return data
    parent = WITHIN[table]
    return {
        name: _within(value, keys) if name == parent else without(value, table, keys)
        for name, value in data.items()
    }


def _within(value: Any, keys: Sequence[str]) -> Any:
    """A list or mapping of records, each without the key."""
    if isinstance(value, list):
        return [_without(item, keys) for item in value]
    return {name: _without(item, keys) for name, item in value.items()}


def _without(data: Any, keys: Sequence[str]) -> Any:
    first, *rest = keys
    if isinstance(data, list):
        return [_without(item, keys) for item in data]
    if not isinstance(data, dict):
        return data
    if first in data and not rest:
        return {name: value for name, value in data.items() if name != first}
    if first in data:
        inner = _without(data[first], rest)
        if inner == data[first] and isinstance(inner, dict):  # names of one's own stand between
            inner = {name: _without(value, rest) for name, value in inner.items()}
        return {**data, first: inner}
    return data


def run(
    case: dict[str, Any],
    files: dict[str, str],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> str:
    """The output of the commands in a folder with these files, and the exit status of the last
    command."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(case.get("written", {}).get(name, "utf-8")))
    status = 0
    capsys.readouterr()
    with contextlib.chdir(folder):
        for line in case["command"].splitlines():
            status = main(shlex.split(line)[1:])
    printed = capsys.readouterr()
    transcript = f"{printed.out}{printed.err}exit status {status}\n"
    return transcript.replace(str(datetime.datetime.now().astimezone().year), "2026")
