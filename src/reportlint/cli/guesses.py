"""What people type who come from other tools: commands and options that there are none of, and what does the job."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportlint.cli.commands import DEFAULT
from reportlint.core.text import Text

_DASHES = "-‐‑‒–—―－−"  # what keyboards and word processors make of a hyphen

_FIX = Text("改正用 reportlint check --fix", "to mend: reportlint check --fix")
_CHECK = Text("检查用 reportlint check", "to check: reportlint check")
_HELP = Text("帮助用 reportlint --help", "for help: reportlint --help")
_RULES = Text("规则用 reportlint rules 列出", "for the rules: reportlint rules")
_TYPES = Text("文种用 reportlint types 列出", "for the report types: reportlint types")
_EXPLAIN = Text("说明用 reportlint explain 规则", "for an explanation: reportlint explain RULE")
_NEW = Text("新建报告用 reportlint new 文种", "for a new report: reportlint new TYPE")
_VERSION = Text("版本号用 reportlint --version", "for the version: reportlint --version")
_DIFF = Text("只看会改什么用 check --diff", "to see what would change: check --diff")
_FORMAT = Text("输出格式用 --format 名称[:文件]", "for the output format: --format NAME[:FILE]")
_JSON = Text("用 --format json", "use --format json")
_HTML = Text("用 --format html -o 文件", "use --format html -o FILE")
_WEB = Text("在浏览器里查用 reportlint web", "to check in the browser: reportlint web")
_STATISTICS = Text("计数用 check --statistics", "for counts: check --statistics")
_STAGED = Text("查将要提交的内容用 check --staged", "for what a commit would hold: check --staged")
_SINCE = Text("只查改动用 --since 版本", "for changes only: --since REV")
_CONFIG = Text(
    "看一个文件的配置用 check --show-config 文件",
    "for the configuration of a file: check --show-config FILE",
)
_SILENCE = Text(
    "放过一处写 <!-- reportlint-disable-next-line 规则 -->，放过现有的全部用 reportlint suppress 或 baseline",
    "to silence one place: <!-- reportlint-disable-next-line RULE -->; all that is there: reportlint suppress or baseline",
)
_EXCLUDE = Text(
    '不查的文件用 --exclude "草稿/**"，或写在 .reportlint.yaml：exclude: ["草稿/**"]',
    'files not to check: --exclude "drafts/**", or in .reportlint.yaml: exclude: ["drafts/**"]',
)
_WATCH = Text("文件一改就再查用 check --watch", "to check at each change: check --watch")
_VERBOSE = Text(
    "各阶段用时用 --profile，所用配置用 --show-config 文件，版本号用 --version",
    "for times: --profile; for the configuration in use: --show-config FILE; for the version: --version",
)
_TREND = Text("逐月变化用 reportlint trend", "for what came and went: reportlint trend")
_HOOK = Text(
    "提交前检查：钩子写在 .pre-commit-config.yaml 里，见 README",
    "to check at each commit: put the hook into .pre-commit-config.yaml, see the README",
)
_SELECT = Text("选规则用 --select 和 --ignore", "to choose rules: --select and --ignore")
_OVERRIDES = Text(
    "按文件改规则写在 .reportlint.yaml 的 overrides",
    "rules by file go into overrides in .reportlint.yaml",
)
_FAIL_ON = Text("哪一级算失败用 --fail-on", "which severity fails the run: --fail-on")
_QUIET = Text("少说用 --quiet", "to say less: --quiet")
_COLOR = Text("颜色用 --color never|always", "for colour: --color never|always")
_UNSAFE = Text("全部改正用 --fix --unsafe-fixes", "to mend all: --fix --unsafe-fixes")
_OUTPUT = Text("写到文件用 -o 文件", "to write to a file: -o FILE")
_STDIN = Text("查标准输入写 -", "to check standard input: -")
_JOBS = Text("进程数用 --jobs", "for processes: --jobs N")
_LANG = Text("语言用 --lang zh|en", "for the language: --lang zh|en")
_ISOLATED = Text("不用配置用 --isolated", "for no configuration: --isolated")
_CONFIG_FILE = Text("指定配置用 --config 文件", "to name a configuration: --config FILE")
_FOLDERS = Text(
    "文件夹总是连同子文件夹检查，直接写路径", "folders are walked anyway: name the path"
)
_ZERO = Text("有问题也以 0 退出用 --exit-zero", "to exit with 0 whatever is found: --exit-zero")
_MAX = Text("限制条数用 --max-findings 数目", "to list no more than N: --max-findings N")
_NO_CACHE = Text("不用缓存用 --no-cache", "for no cache: --no-cache")
_AUTO = Text("CI 里用 --format auto", "in CI: --format auto")
_DERIVE = Text(
    "从现有报告得出文种用 reportlint derive", "for a type of reports you have: reportlint derive"
)
_TEST = Text("试规则用 reportlint test", "to test rules: reportlint test")


def _table(*rows: tuple[str, Text]) -> Mapping[str, Text]:
    return {name: answer for names, answer in rows for name in names.split()}


COMMANDS = _table(
    ("help man usage docs doc 帮助", _HELP),
    ("fix format autofix repair mend correct 改正 修复", _FIX),
    ("lint run scan verify validate analyze analyse audit 检查 校对", _CHECK),
    ("list ls rule show-rules list-rules 规则 列表", _RULES),
    ("type templates list-types 文种 模板", _TYPES),
    ("show info describe about 说明 解释", _EXPLAIN),
    ("create template scaffold generate init-report 新建 生成", _NEW),
    ("version 版本", _VERSION),
    ("diff preview", _DIFF),
    ("json", _JSON),
    ("html report", _HTML),
    ("serve gui ui browser page 网页 界面", _WEB),
    ("stats statistics summary count 统计", _STATISTICS),
    ("staged", _STAGED),
    ("config settings configure 配置", _CONFIG),
    ("ignore noqa disable silence 忽略", _SILENCE),
    ("watch monitor", _WATCH),
    ("history trends progress 趋势 变化", _TREND),
    ("install install-hook hook hooks pre-commit 钩子", _HOOK),
    ("learn infer", _DERIVE),
    ("selftest test-rules", _TEST),
)
OPTIONS = _table(
    ("--extend-exclude --skip --ignore-path --exclude-dir", _EXCLUDE),
    ("--monitor --continuous -w", _WATCH),
    ("-v --verbose --debug -d", _VERBOSE),
    ("--output-format --reporter --formatter --style -r", _FORMAT),
    ("--json", _JSON),
    ("--html", _HTML),
    ("--add-noqa --noqa --ignore-noqa --disable-line", _SILENCE),
    ("--extend-select --enable --disable --rule --rules --extend-ignore --only", _SELECT),
    ("--per-file-ignores", _OVERRIDES),
    ("--dry-run --show-fixes --preview", _DIFF),
    ("--write --autofix --fix-only --in-place -i", _FIX),
    ("--fix-all --all --aggressive -a", _UNSAFE),
    ("--strict --severity --minAlertLevel --max-warnings --level --error", _FAIL_ON),
    ("--silent -s", _QUIET),
    ("--no-color --no-colour --colour", _COLOR),
    ("--output", _OUTPUT),
    ("--stdin --stdin-file-path", _STDIN),
    ("--threads --parallel --workers -p", _JOBS),
    ("--language --locale -l", _LANG),
    ("--no-config", _ISOLATED),
    ("--config-file --rcfile -c", _CONFIG_FILE),
    ("--recursive -R --glob --ext", _FOLDERS),
    ("--changed --modified --diff-filter", _SINCE),
    ("--cached --index", _STAGED),
    ("--print-config --show-settings", _CONFIG),
    ("--no-fail --soft-fail --no-error", _ZERO),
    ("--limit --max -n", _MAX),
    ("--clear-cache --cache-dir", _NO_CACHE),
    ("--ci --github", _AUTO),
    ("--list-rules", _RULES),
    ("--list-types --types", _TYPES),
    ("--explain", _EXPLAIN),
    ("--stats --count", _STATISTICS),
    ("-V", _VERSION),
)


def command(name: str) -> Text | None:
    """What does the job of a command that there is none of; None where nobody knows what was meant."""
    answer = COMMANDS.get(name.lower())
    if answer is None:
        from reportlint.cli.commands import COMMANDS as KNOWN
        from reportlint.config.problems import nearest

        near = nearest(name, KNOWN)
        if not near:
            return None
        answer = Text(f"是不是 reportlint {near}？", f"did you mean reportlint {near}?")
        return Text(
            f"没有这个文件，也没有这个命令；{answer.zh}", f"no such file or command; {answer.en}"
        )
    return Text(f"没有这个命令；{answer.zh}", f"no such command; {answer.en}")


def option(name: str, command: str = DEFAULT) -> Text | None:
    """What does the job of an option that a command has not; None where nobody knows, or it is no option of this command either."""
    answer = OPTIONS.get(name)
    if answer is None or not (command == DEFAULT or _is_for(answer, command)):
        return None
    return Text(f"没有这个选项；{answer.zh}", f"no such option; {answer.en}")


def _is_for(answer: Text, command: str) -> bool:
    """Whether an answer names a whole command line, or nothing but options of the command."""
    from reportlint.cli.option_table import options_of

    if "reportlint " in answer.en:
        return True
    known = {name for one in options_of(command) for name in one.names}
    used = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", answer.en)
    return bool(used) and known.issuperset(used)


def dashes(argument: str) -> Text | None:
    """What was meant by an option of `check` behind other dashes than two: -fix, —fix, －－fix; None for all else."""
    from reportlint.cli.option_table import options_of

    name = argument.lstrip(_DASHES)
    long = f"--{name.partition('=')[0]}"
    if argument.startswith("--") or len(name) < 2 or argument == name:
        return None
    if long not in {
        "--help",
        "--version",
        *(one for has in options_of(DEFAULT) for one in has.names),
    }:
        return None
    return Text(f"没有这个选项；是不是 {long}？", f"no such option; did you mean {long}?")
