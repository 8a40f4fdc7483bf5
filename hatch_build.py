"""Compile the shipped rules and regexes when a wheel is built, so that an installed reportlint does
not compile them at each start."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Add the compiled rules and the compiled regexes and modules to the wheel. An editable install
    gets none of them, so that edits take effect at once."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rules with the code that is being packaged. An invalid rule stops the
        build."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from reportlint._startup import module_codes, regex_codes, shipped_data
        from reportlint.config.loader import compile_shipped
        from reportlint.config.shipped import COMPILED
        from reportlint.files.reader import Disk
        from reportlint.kinds import KINDS
        from reportlint.run.regex_codes import codes, data

        rules = (root / "rules").as_posix()
        self.folder = tempfile.TemporaryDirectory()
        compiled = Path(self.folder.name, COMPILED)
        compiled.write_text(compile_shipped(Disk(), KINDS, rules), encoding="utf-8")
        build_data["force_include"][str(compiled)] = f"reportlint/rules/{COMPILED}"
        regexes = Path(self.folder.name, regex_codes.FILE)
        regex_codes.write_codes(str(regexes), codes(Disk(), rules))
        modules = Path(self.folder.name, module_codes.FILE)
        module_codes.write_codes(str(modules), str(root / "src" / "reportlint"))
        values = Path(self.folder.name, shipped_data.FILE)
        shipped_data.write_data(str(values), data(Disk(), rules))
        for path in (regexes, modules, values):
            build_data["force_include"][str(path)] = f"reportlint/_startup/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary files after they have been packaged."""
        if version != "editable":
            self.folder.cleanup()
