"""Compiles the shipped rules when a wheel is built, so that an installed reportlint parses no YAML of its own."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `reportlint/rules/compiled.json` to the wheel. An editable install has none: there YAML just edited counts."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rules with the code that is being packed. A rule that is not sound ends the build."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from reportlint.config.loader import compile_shipped
        from reportlint.config.shipped import COMPILED
        from reportlint.files.reader import Disk
        from reportlint.kinds import KINDS

        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name, COMPILED)
        made.write_text(
            compile_shipped(Disk(), KINDS, (root / "rules").as_posix()), encoding="utf-8"
        )
        build_data["force_include"][str(made)] = f"reportlint/rules/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what is in the wheel now."""
        if version != "editable":
            self.folder.cleanup()
