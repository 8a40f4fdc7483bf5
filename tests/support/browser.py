"""Headless Chromium, and axe-core, which reports accessibility faults.

`AXE_CORE` is the path of axe.min.js; without it, npm installs it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking"
    " --disable-component-update --disable-sync --lang=zh-CN --force-color-profile=srgb"
).split()


def axe(folder: Path) -> str:
    """The source of axe-core. Skips the test if it is not available."""
    path = os.environ.get("AXE_CORE", "")
    if path:
        return Path(path).read_text(encoding="utf-8")
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("no npm to fetch axe-core with, and AXE_CORE names none")
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core@4"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("npm cannot fetch axe-core")
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(driver: Any, source: str) -> list[str]:
    """The accessibility faults that axe reports in the current document of the browser."""
    driver.execute_script(source)
    results = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document).then(r => done(r.violations), e =>"
        " done([{id: String(e), nodes: []}]))"
    )
    return [
        f"{violation['id']}:"
        f" {json.dumps([node['html'][:150] for node in violation['nodes']], ensure_ascii=False)}"
        for violation in results
    ]
