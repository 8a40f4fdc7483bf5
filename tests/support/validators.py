"""The programs and schemas of those who read our formats, where `python tools/validators.py` has
fetched them.

Tests that need them are marked with `needs_validators`: `pytest -m e2e tests/output` runs them.
Where the validators are not there they are skipped, but not in CI.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(os.environ.get("REPORTLINT_VALIDATORS") or Path(__file__).parents[2] / ".validators")
FETCHED = (FOLDER / "contents.txt").exists()
if FETCHED:
    sys.path.append(str(FOLDER / "python"))
elif os.environ.get("REPORTLINT_NEEDS_VALIDATORS"):
    pytest.fail(f"there are no validators in {FOLDER}", pytrace=False)


def needs_validators(test: Callable[..., None]) -> Callable[..., None]:
    """Marks a test that is run where the validators are."""
    reason = "the validators are not there: python tools/validators.py"
    return pytest.mark.e2e(pytest.mark.skipif(not FETCHED, reason=reason)(test))


def node(script: str, given: Any) -> Any:
    """What a script says; it finds `given` in `input`, and returns."""
    program = shutil.which("node")
    assert program, "npm came without node"
    end = "x => process.stdout.write(JSON.stringify(x)), e => {console.error(e); process.exit(1)}"
    read = "const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
    done = subprocess.run(
        [program, "-e", f"{read}\n(async () => {{{script}}})().then({end})"],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
        cwd=FOLDER,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def errors_of(schema: Path, document: Any) -> list[str]:
    """What a JSON Schema has against a document."""
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(json.loads(schema.read_text(encoding="utf-8-sig")))
    return [
        f"{list(error.instance_path)}: {error.message[:300]}"
        for error in validator.iter_errors(document)
    ]
