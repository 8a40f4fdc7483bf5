"""A folder of reports → the files to start checking it with: a configuration, and the lines for
pre-commit."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from reportlint import __version__
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import NO_FOLDER, UserError
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.files.atomic import create
from reportlint.files.origin import Origin
from reportlint.files.paths import absolute
from reportlint.output.addresses import HOME
from reportlint.run.check import check

CONFIG = ".reportlint.yaml"
HOOKS = ".pre-commit-config.yaml"
_CONFIGS = (CONFIG, ".reportlint.yml")
_MOST = 6  # types named at the top of the configuration
_HEAD = {
    "zh": (
        "# reportlint 的配置。改好后运行 reportlint check 看效果；查某个文件用了什么配置："
        "reportlint check --show-config 文件\n"
    ),
    "en": (
        "# Configuration of reportlint. Try it with `reportlint check`; `reportlint check"
        " --show-config FILE` says what a file gets.\n"
    ),
}
_BODY = {
    "zh": """
language: zh        # 提示用中文；英文写 en
fail-on: warning    # 从哪一级起算不通过：error、warning、info；never 只报不拦

# 不查的文件，写法同 .gitignore：
# exclude: ["归档/**"]

# 调整规则：关掉，改级别，或放过某些写法。
# rules:
#   ordinal-lone: off
#   placeholder: {allow: [XX大道]}

# 认不出文种的，按路径指定；有哪些文种：reportlint types
# overrides:
#   - files: "述职/**"
#     type: duty-report
""",
    "en": """
language: en        # of the messages; zh is Chinese
fail-on: warning    # from which severity on a run fails: error, warning, info; never

# Files that are not checked; globs as in .gitignore:
# exclude: ["archive/**"]

# Change rules: off, another severity, or texts to let pass.
# rules:
#   ordinal-lone: off
#   placeholder: {allow: [XX Avenue]}

# Name the report type where none is recognised; `reportlint types` lists them:
# overrides:
#   - files: "incidents/**"
#     type: incident-report
""",
}


class Begun(NamedTuple):
    """A folder's reports in numbers, and the files to create there."""

    files: int
    types: Mapping[str, int]  # number of reports by type name, most frequent first
    untyped: int  # reports of no known type
    findings: int
    new: Mapping[str, str]  # texts of the files to write, by path
    kept: tuple[str, ...]  # files that exist already
    # lines to add to an existing pre-commit configuration, "" if none are needed
    hook: str


def begin(folder: str, settings: Settings) -> Begun:
    """Check the reports under `folder` and plan the files to create; nothing is written. Raises
    UserError if there is no such folder."""
    if not os.path.isdir(folder):
        raise UserError.of(NO_FOLDER, folder)
    report = check([folder], settings._replace(language="", locale=""))
    types = _types_of(report.files)
    untyped = sum(file.untyped for file in report.files)
    new: dict[str, str] = {}
    kept = [path for path in (_in(folder, name) for name in _CONFIGS) if os.path.lexists(path)]
    if not kept:
        language = settings.language or _language(report.files, settings.locale)
        new[_in(folder, CONFIG)] = _config(language, len(report.files), types, untyped)
    hooks, hook = _hooks(folder)
    if os.path.lexists(hooks):
        kept.append(hooks)
    elif hook:
        new[hooks], hook = f"repos:\n{hook}", ""
    findings = sum(len(file.diagnostics) for file in report.files)
    return Begun(len(report.files), types, untyped, findings, new, tuple(kept), hook)


def _types_of(files: Iterable[FileReport]) -> Mapping[str, int]:
    """The number of reports by type name, most frequent first."""
    return dict(Counter(file.type for file in files if file.type).most_common())


def write(begun: Begun) -> None:
    """Write the new files. Raises UserError if one of them exists by now."""
    for path, text in begun.new.items():
        create(path, text)


def _in(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name))


def _language(files: Iterable[FileReport], locale: str) -> str:
    """The language of most reports; without reports, that of the environment."""
    counted = Counter(file.language for file in files if file.language)
    return counted.most_common(1)[0][0] if counted else locale or "en"


def _config(language: str, files: int, types: Mapping[str, int], untyped: int) -> str:
    named = list(types.items())[:_MOST]
    if language == "zh":
        seen = "、".join(f"{name} {number} 份" for name, number in named)
        rest = f"，认不出文种的 {untyped} 份" if untyped else ""
        line = f"# 找到 {files} 份报告" + (f"：{seen}{rest}" if seen or rest else "") + "。\n"
    else:
        seen = ", ".join(f"{number} {name}" for name, number in named)
        rest = f"{', ' if seen else ''}{untyped} of no known type" if untyped else ""
        line = f"# Reports found: {files}" + (f" ({seen}{rest})" if seen or rest else "") + ".\n"
    return _HEAD[language] + line.replace("：，", "：") + _BODY[language]


def _hooks(folder: str) -> tuple[str, str]:
    """The path of the repository's pre-commit configuration, "" outside a repository; and the lines
    to add to it, "" if it has them."""
    root = Origin().root_of(absolute(folder))
    if not root:
        return "", ""
    path = os.path.relpath(os.path.join(root, HOOKS))
    lines = f"  - repo: {HOME}\n    rev: v{__version__}\n    hooks:\n      - id: reportlint\n"
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            has = "reportlint" in stream.read()
    except OSError:
        has = False
    return path, "" if has else lines
