"""Write the parts of the documentation that repeat what the code says, or, with `--check`, say whether they are current.

python tools/gen_docs.py            # writes README.md, README.zh-CN.md
python tools/gen_docs.py --check    # exit status 1 if one is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
READMES = {"en": "README.md", "zh": "README.zh-CN.md"}
HEADS = {
    "rules": {
        "en": "| rule | severity | what it says |\n|---|---|---|",
        "zh": "| 规则 | 级别 | 提示 |\n|---|---|---|",
    },
    "types": {
        "en": "| report type | name | pack |\n|---|---|---|",
        "zh": "| 文种 | 名称 | 规则包 |\n|---|---|---|",
    },
}
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示", "off": "默认关闭"}


def read_all(folder: Path, pattern: str) -> list[tuple[Path, dict[str, Any]]]:
    """Every YAML file under `folder` that matches, in the order of its name."""
    yaml = YAML(typ="safe", pure=True)
    found = [(path, yaml.load(path)) for path in folder.glob(pattern) if path.name != "pack.yaml"]
    return sorted(found, key=lambda pair: pair[0].stem)


def local(text: str | dict[str, str], language: str) -> str:
    """A LOCAL of a rule file in one language, on one line, safe inside a table."""
    said = text if isinstance(text, str) else text.get(language) or next(iter(text.values()))
    return " ".join(said.split()).replace("|", "\\|").replace("{", "‹").replace("}", "›")


def rule_table(rules: Path, language: str) -> str:
    """The shipped rules: id, severity, message."""
    rows = [HEADS["rules"][language]]
    for path, rule in read_all(rules, "*/*.yaml"):
        severity = (
            str(rule.get("severity", "warning")) if rule.get("severity") is not False else "off"
        )
        shown = SEVERITIES[severity] if language == "zh" else severity
        rows.append(f"| `{path.stem}` | {shown} | {local(rule['message'], language)} |")
    return "\n".join(rows)


def type_table(rules: Path, language: str) -> str:
    """The shipped report types: id, name, pack."""
    rows = [HEADS["types"][language]]
    for path, report_type in read_all(rules, "*/types/*.yaml"):
        rows.append(
            f"| `{path.stem}` | {local(report_type['name'], language)} | `{path.parents[1].name}` |"
        )
    return "\n".join(rows)


def replaced(text: str, part: str, table: str) -> str:
    """`text` with what stands between the two marks of `part` replaced. Raises ValueError where a mark is missing."""
    start, end = f"<!-- generated: {part} -->", f"<!-- end: {part} -->"
    before, mark, rest = text.partition(start)
    _, closing, after = rest.partition(end)
    if not mark or not closing:
        raise ValueError(f"no {start} … {end}")
    return f"{before}{start}\n{table}\n{end}{after}"


def current(root: Path, language: str) -> str:
    """What the README in `language` must look like now."""
    text = (root / READMES[language]).read_text(encoding="utf-8")
    text = replaced(text, "rules", rule_table(root / "rules", language))
    return replaced(text, "types", type_table(root / "rules", language))


def main(args: list[str]) -> int:
    """Write or check; the exit status."""
    stale = [
        name
        for language, name in READMES.items()
        if current(ROOT, language) != (ROOT / name).read_text(encoding="utf-8")
    ]
    if "--check" in args:
        for name in stale:
            print(f"{name} is out of date: run `python tools/gen_docs.py`", file=sys.stderr)
        return 1 if stale else 0
    for language, name in READMES.items():
        (ROOT / name).write_text(current(ROOT, language), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
