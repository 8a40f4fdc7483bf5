"""Write the generated parts of the documentation, or check that they are up to date.

python tools/gen_docs.py            # writes outdated parts
python tools/gen_docs.py --check    # exit status 1 if a part is outdated
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import gen_config_docs
import gen_man
import gen_pages
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.text import Text
from reportlint.output.formats import AUTO, DEFAULT, FORMATS, Format, every

ROOT = Path(__file__).parents[1]
SEVERITY_NAMES = {"error": "错误", "warning": "警告", "info": "提示", "off": "默认关闭"}

Part = Callable[[str], str]  # a language → the text of a generated part


def read_all(pattern: str) -> list[tuple[Path, dict[str, Any]]]:
    """Every rule or type file in `rules/` that matches the glob, with its contents, ordered by
    name."""
    yaml = YAML(typ="safe", pure=True)
    paths = [path for path in (ROOT / "rules").glob(pattern) if path.name != "pack.yaml"]
    return [(path, yaml.load(path)) for path in sorted(paths, key=lambda path: path.stem)]


def local(text: str | dict[str, str], language: str) -> str:
    """A bilingual text of a rule file in one language, on one line and escaped for a table."""
    chosen = text if isinstance(text, str) else text.get(language) or next(iter(text.values()))
    return " ".join(chosen.split()).replace("|", "\\|").replace("{", "‹").replace("}", "›")


def rule_table(language: str) -> str:
    """The shipped rules: id, severity, message."""
    head = Text("| 规则 | 级别 | 提示 |", "| rule | severity | message |").to(language)
    rows = [head, "|---|---|---|"]
    for path, rule in read_all("*/*.yaml"):
        severity = rule.get("severity", "warning")
        severity = "off" if severity is False else str(severity)
        shown = SEVERITY_NAMES[severity] if language == "zh" else severity
        page = f"docs/rules/{path.stem}{'.zh-CN' if language == 'zh' else ''}.md"
        rows.append(f"| [`{path.stem}`]({page}) | {shown} | {local(rule['message'], language)} |")
    return "\n".join(rows)


def type_table(language: str) -> str:
    """The shipped report types: id, name, pack."""
    head = Text("| 文种 | 名称 | 规则包 |", "| report type | name | pack |").to(language)
    rows = [head, "|---|---|---|"]
    for path, report_type in read_all("*/types/*.yaml"):
        name = local(report_type["name"], language)
        page = f"docs/types/{path.stem}{'.zh-CN' if language == 'zh' else ''}.md"
        rows.append(f"| [`{path.stem}`]({page}) | {name} | `{path.parents[1].name}` |")
    return "\n".join(rows)


def _listed(names: list[str], language: str) -> str:
    """The names as code, separated as in this language."""
    return Text("、", ", ").to(language).join(f"`{name}`" for name in names)


def format_names(language: str) -> str:
    """A sentence that lists the values of `--format`."""
    sentence = Text(
        "`--format` 可取 {}，以及 `{}`（所在 CI 认得的格式）。",
        "`--format` takes {}, and `{}`, which selects the format of the CI service in use.",
    )
    return sentence.to(language).format(_listed(list(FORMATS), language), AUTO)


def format_table(language: str) -> str:
    """All formats: readers, syntax, columns, severities, validator."""
    head = Text(
        "| 格式 | 给谁读 | 语法 | 列按什么数 | 级别 error、warning、info 叫作 | 检验 |",
        "| format | readers | syntax | columns count | error, warning, info are | validated with |",
    )
    rows = [head.to(language), "|---|---|---|---|---|---|"]
    for form in every():
        names = [form.severities.get(severity, severity) for severity in SEVERITIES]
        stream = Text("，可边查边出", ", a stream").to(language) if form.stream else ""
        cells = (
            f"`{form.name}`",
            form.readers.to(language),
            form.syntax + stream,
            form.columns.to(language),
            ", ".join(names) if form.severities else "-",
            form.validator or "-",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def services(language: str) -> str:
    """A sentence that lists which format `auto` selects for which CI service."""
    known = [(form.name, form.service) for form in every() if form.service]
    pairs = [
        Text(
            f"有 `{service.variable}` 时为 `{name}`",
            f"`{name}` if `{service.variable}` is set",
        )
        for name, service in known
    ]
    listed = Text("，", ", ").to(language).join(pair.to(language) for pair in pairs)
    sentence = Text("`{}`：{}；否则为 `{}`。", "`{}` is {}, else `{}`.")
    return sentence.to(language).format(AUTO, listed, DEFAULT)


def paths(language: str) -> str:
    """A sentence that lists the formats whose paths are relative to the checkout."""

    def names(wanted: Callable[[Format], bool]) -> str:
        return _listed([form.name for form in every() if wanted(form)], language)

    variables = [form.service.workspace for form in every() if form.service]
    sentence = Text(
        "{} 里的路径从检出的根算起（{}），没有则从仓库的根算起；其余照命令行所写。",
        "Paths in {} are relative to the checkout ({}), or if none is set to the root of the"
        " repository; in the other formats they are as given.",
    )
    listed = _listed([name for name in variables if name], language)
    return sentence.to(language).format(names(lambda form: form.from_root), listed)


README: Mapping[str, Part] = {"rules": rule_table, "types": type_table, "formats": format_names}
FORMAT_PAGE: Mapping[str, Part] = {"formats": format_table, "auto": services, "paths": paths}
PAGES: Mapping[str, tuple[str, Mapping[str, Part]]] = {  # path → its language, its generated parts
    "README.md": ("en", README),
    "README.zh-CN.md": ("zh", README),
    "docs/formats.md": ("en", FORMAT_PAGE),
    "docs/formats.zh-CN.md": ("zh", FORMAT_PAGE),
    "docs/configuration.md": ("en", gen_config_docs.PARTS),
    "docs/configuration.zh-CN.md": ("zh", gen_config_docs.PARTS),
}


def replaced(text: str, part: str, content: str) -> str:
    """`text` with the content between the two marks of `part` replaced.

    Raises ValueError if a mark is missing.
    """
    start, end = f"<!-- generated: {part} -->", f"<!-- end: {part} -->"
    before, mark, rest = text.partition(start)
    _, closing, after = rest.partition(end)
    if not mark or not closing:
        raise ValueError(f"no {start} … {end}")
    return f"{before}{start}\n{content}\n{end}{after}"


def current(page: str) -> str:
    """The text of a page with up-to-date generated parts."""
    language, parts = PAGES[page]
    text = (ROOT / page).read_text(encoding="utf-8")
    for name, part in parts.items():
        text = replaced(text, name, part(language))
    return text


def main(arguments: list[str]) -> int:
    """Write or check all pages; the exit status."""
    whole_pages = gen_pages.pages()
    wanted = {**{page: current(page) for page in PAGES}, **whole_pages, **gen_man.pages()}
    obsolete = gen_pages.left_over(whole_pages)
    stale = [page for page, text in wanted.items() if text != _read(page)]
    for page in obsolete:
        if "--check" in arguments:
            print(f"{page} has no rule or type: run `python tools/update.py`", file=sys.stderr)
        else:
            (ROOT / page).unlink()
    for page in stale:
        if "--check" in arguments:
            print(f"{page} is out of date: run `python tools/update.py`", file=sys.stderr)
        else:
            (ROOT / page).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / page).write_text(wanted[page], encoding="utf-8", newline="\n")
    return int(bool(stale or obsolete) and "--check" in arguments)


def _read(page: str) -> str:
    """The text of a page on disk; "" if it does not exist."""
    path = ROOT / page
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
