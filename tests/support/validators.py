"""The programs and schemas of the readers of our formats, which `python tools/validators.py`
installs.

Tests that need them are marked with `needs_validators`; `pytest -m e2e tests/output` runs them.
They are skipped if the validators are not installed, except in CI.
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
    """Mark a test that needs the validators."""
    reason = "the validators are not there: python tools/validators.py"
    return pytest.mark.e2e(pytest.mark.skipif(not FETCHED, reason=reason)(test))


def node(script: str, value: Any) -> Any:
    """The result of a JavaScript function body with the argument `input`, which is `value`."""
    program = shutil.which("node")
    assert program, "npm came without node"
    end = "x => process.stdout.write(JSON.stringify(x)), e => {console.error(e); process.exit(1)}"
    read = "const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
    done = subprocess.run(
        [program, "-e", f"{read}\n(async () => {{{script}}})().then({end})"],
        input=json.dumps(value).encode(),
        capture_output=True,
        check=False,
        cwd=FOLDER,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def errors_of(schema: Path, document: Any) -> list[str]:
    """The errors of a document according to a JSON Schema."""
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(json.loads(schema.read_text(encoding="utf-8-sig")))
    return [
        f"{list(error.instance_path)}: {error.message[:300]}"
        for error in validator.iter_errors(document)
    ]
