"""Commands and options that users of other tools try, and what to use instead."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportlint.cli.commands import DEFAULT
from reportlint.core.text import Text

_DASHES = "-‐‑‒–—―－−"  # characters that keyboards and word processors put in place of a hyphen

_FIX = Text("改正用 reportlint check --fix", "to fix: reportlint check --fix")
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
    "放过一处写 <!-- reportlint-disable-next-line 规则 -->，放过现有的全部用 reportlint suppress"
    " 或 baseline",
    "to silence one place: <!-- reportlint-disable-next-line RULE -->; all that is there:"
    " reportlint suppress or baseline",
)
_EXCLUDE = Text(
    '不查的文件用 --exclude "草稿/**"，或写在 .reportlint.yaml：exclude: ["草稿/**"]',
    'files not to check: --exclude "drafts/**", or in .reportlint.yaml: exclude: ["drafts/**"]',
)
_WATCH = Text("文件一改就再查用 check --watch", "to check at each change: check --watch")
_VERBOSE = Text(
    "各阶段用时用 --profile，所用配置用 --show-config 文件，版本号用 --version",
    "for times: --profile; for the configuration in use: --show-config FILE; for the version:"
    " --version",
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
_UNSAFE = Text("全部改正用 --fix --unsafe-fixes", "to fix all: --fix --unsafe-fixes")
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


_NUMBER = Text(
    "查序号用 reportlint check，改序号用 reportlint check --fix",
    "for the numbering: reportlint check; to fix it: reportlint check --fix",
)
_WORD = Text(
    "Word 文档直接写路径；看读到的正文用 reportlint text",
    "name the Word document itself; for the text that is read: reportlint text",
)
_PRINT = Text(
    "打印或转 PDF：用 --format html -o 文件 写成网页，在浏览器里打印",
    "to print, or for a PDF: --format html -o FILE, and print it in the browser",
)
_COMPARE = Text(
    "同先前的结果比：--format json -o 旧.json，以后 --format html --compare 旧.json -o 文件",
    "to compare with an earlier run: --format json -o old.json, later --format html --compare"
    " old.json -o FILE",
)
_TWICE = Text(
    "命令写了两遍；检查用 reportlint check", "it is there twice; to check: reportlint check"
)
_OUTLINE = Text("看读到的正文用 reportlint text", "for the text that is read: reportlint text")
_MCP = Text("给 AI 助手用 reportlint mcp", "for an AI assistant: reportlint mcp")
_LSP = Text("给编辑器用 reportlint server", "for an editor: reportlint server")
_UPDATE = Text(
    "升级用当初安装它的工具，如 pipx upgrade reportlint",
    "to upgrade, the tool that installed it: pipx upgrade reportlint",
)
_NEW_RULE = Text("写一条规则用 reportlint new-rule 文件", "for a rule: reportlint new-rule FILE")
_PATH = Text("直接写路径：reportlint check 路径", "name the path itself: reportlint check PATH")
_TYPE = Text("指定文种用 --type", "to name the report type: --type TYPE")
_CONSENT = Text("不会问；改正直接用 --fix", "nothing is asked; to fix: --fix")
_SAFE = Text(
    "--fix 只做放心改的，其余加 --unsafe-fixes", "--fix applies safe fixes, --unsafe-fixes the rest"
)
_ENCODING = Text(
    "UTF-8、GB 18030 等编码自动识别，不用指定；检查用 reportlint check",
    "encodings are recognised; to check: reportlint check",
)
_RULES_DIR = Text(
    "自己的规则包写在 .reportlint.yaml：extends: [core, ./规则包]；试一个规则文件用 --rule-file",
    "a pack of your own goes into .reportlint.yaml: extends: [core, ./pack]; to try one file:"
    " --rule-file FILE",
)
_R = Text(
    "输出格式用 --format 名称；文件夹总是连同子文件夹检查",
    "for the output format: --format NAME; folders are walked anyway",
)


def _table(*rows: tuple[str, Text]) -> Mapping[str, Text]:
    return {name: answer for names, answer in rows for name in names.split()}


COMMANDS = _table(
    ("help man usage docs doc ? /? /h /help 帮助 说明书", _HELP),
    ("fix format autofix repair mend correct 改正 修复 修改 纠错 纠正", _FIX),
    (
        (
            "lint run scan verify validate analyze analyse audit review proofread 检查 校对 查错 自查"
            " 审核 检测"
        ),
        _CHECK,
    ),
    ("reportlint", _TWICE),
    ("number numbering renumber 编号 序号", _NUMBER),
    ("word docx convert", _WORD),
    ("pdf print export 打印 导出", _PRINT),
    ("compare 比较 对比", _COMPARE),
    ("outline toc extract 大纲 正文", _OUTLINE),
    ("ai assistant claude", _MCP),
    ("lsp language-server", _LSP),
    ("update upgrade self-update 升级 更新", _UPDATE),
    ("add add-rule", _NEW_RULE),
    ("ci github gitlab", _AUTO),
    ("list ls rule show-rules list-rules 规则 列表", _RULES),
    ("type templates list-types 文种 模板", _TYPES),
    ("show info describe about 说明 解释", _EXPLAIN),
    ("create template scaffold generate draft write init-report 新建 生成 起草 撰写", _NEW),
    ("version 版本", _VERSION),
    ("diff preview", _DIFF),
    ("json", _JSON),
    ("html report", _HTML),
    ("serve gui ui browser page 网页 界面", _WEB),
    ("stats statistics summary count 统计", _STATISTICS),
    ("staged", _STAGED),
    ("config settings configure doctor 配置 设置", _CONFIG),
    ("ignore noqa disable silence 忽略", _SILENCE),
    ("watch monitor", _WATCH),
    ("history trends progress 趋势 变化", _TREND),
    ("install install-hook hook hooks pre-commit precommit git commit 钩子 安装 提交", _HOOK),
    ("learn infer", _DERIVE),
    ("selftest test-rules", _TEST),
)
OPTIONS = _table(
    (
        "--extend-exclude --skip --ignore-path --exclude-dir --ignore-file --ignore-pattern",
        _EXCLUDE,
    ),
    ("--monitor --continuous -w", _WATCH),
    ("-v --verbose --debug -d", _VERBOSE),
    ("--output-format --reporter --formatter --style --fmt", _FORMAT),
    ("-r", _R),
    ("--path --paths --file --files --dir --folder --input --target --docx --word", _PATH),
    ("--template", _TYPE),
    ("--yes -y --interactive --no-input", _CONSENT),
    ("--safe --safe-fixes --no-fix", _SAFE),
    ("--encoding --charset", _ENCODING),
    ("--rules-dir --rulesdir --plugin --plugins --pack", _RULES_DIR),
    ("--pre-commit --hook", _HOOK),
    ("--pdf --print", _PRINT),
    ("--diff-with --against --old", _COMPARE),
    ("--version", _VERSION),
    ("-? --?", _HELP),
    ("--json", _JSON),
    ("--html --report --page", _HTML),
    ("--add-noqa --noqa --ignore-noqa --disable-line", _SILENCE),
    ("--extend-select --enable --disable --rule --rules --extend-ignore --only", _SELECT),
    ("--per-file-ignores", _OVERRIDES),
    ("--dry-run --show-fixes --preview", _DIFF),
    ("--write --autofix --fix-only --in-place -i", _FIX),
    ("--fix-all --all --aggressive -a", _UNSAFE),
    ("--strict --severity --minAlertLevel --min-severity --max-warnings --level --error", _FAIL_ON),
    ("--silent -s --no-progress --brief", _QUIET),
    ("--no-color --no-colour --colour --plain --no-emoji", _COLOR),
    ("--output --save --to", _OUTPUT),
    ("--stdin --stdin-file-path", _STDIN),
    ("--threads --parallel --workers -p", _JOBS),
    ("--language --locale -l", _LANG),
    ("--no-config", _ISOLATED),
    ("--config-file --rcfile -c", _CONFIG_FILE),
    ("--recursive --recurse -R --glob --ext --include --extensions", _FOLDERS),
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


# For commands other than `check`.
_OF_COMMAND: Mapping[tuple[str, str], Text] = {
    ("new", "--type"): Text(
        "文种直接写：reportlint new 述职报告", "name the type itself: reportlint new duty-report"
    ),
    ("new", "-f"): Text(
        "格式用 --format md、txt 或 docx", "for the format: --format md, txt or docx"
    ),
    ("types", "--pack"): Text(
        "每个文种所属的包在列表里；说明用 reportlint explain 文种",
        "the list names the pack of each; for one: reportlint explain TYPE",
    ),
    ("rules", "--pack"): Text("只列几条用 --select", "for some of them: --select GLOB"),
    ("rules", "--type"): Text(
        "一个文种要求什么用 reportlint explain 文种",
        "for what a report type demands: reportlint explain TYPE",
    ),
    ("explain", "--all"): Text(
        "全部规则用 reportlint rules 列出", "for all rules: reportlint rules"
    ),
    ("completion", "--shell"): Text(
        "直接写：completion bash", "name the shell itself: completion bash"
    ),
    ("baseline", "--update"): Text(
        "再运行一次 reportlint baseline，就照现在的记下",
        "run reportlint baseline again: it records the current findings",
    ),
    ("trend", "--from"): Text("起点用 --since 2025-01", "for the start: --since 2025-01"),
    ("init", "--force"): Text(
        "已有的文件不会被改；要重来，先把它改名",
        "a file that is there is never changed: rename it first",
    ),
    ("test", "--rule"): Text(
        "直接写规则文件：reportlint test 规则.yaml", "name its file: reportlint test RULE.yaml"
    ),
}


def command(name: str) -> Text | None:
    """The answer to an unknown command, with what to use instead; None if no command is similar."""
    answer = COMMANDS.get(name.lower())
    if answer is None:
        from reportlint.cli.commands import COMMANDS as KNOWN
        from reportlint.config.problems import nearest

        near = nearest(name, KNOWN)
        if near == name:
            return _TWICE
        if not near:
            return None
        answer = Text(f"是不是 reportlint {near}？", f"did you mean reportlint {near}?")
        return Text(
            f"没有这个文件，也没有这个命令；{answer.zh}", f"no such file or command; {answer.en}"
        )
    return Text(f"没有这个命令；{answer.zh}", f"no such command; {answer.en}")


def option(name: str, command: str = DEFAULT) -> Text | None:
    """The answer to an unknown option of a command, with what to use instead. None if nothing is
    known, or if the answer names an option that the command does not have."""
    answer = _OF_COMMAND.get((command, name)) or OPTIONS.get(name) or _in_chinese(name)
    if answer is None:
        return None
    if not (command == DEFAULT or (command, name) in _OF_COMMAND or _is_for(answer, command)):
        return None
    return Text(f"没有这个选项；{answer.zh}", f"no such option; {answer.en}")


def _in_chinese(name: str) -> Text | None:
    """The answer to an option that is a Chinese word: --修复. None if it is unknown."""
    word = name.lstrip(_DASHES)
    return None if word.isascii() else COMMANDS.get(word)


def _is_for(answer: Text, command: str) -> bool:
    """Whether an answer names a whole command line, or only options of the command."""
    from reportlint.cli.option_table import options_of

    if "reportlint " in answer.en:
        return True
    known = {name for option in options_of(command) for name in option.names}
    used = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", answer.en)
    return bool(used) and known.issuperset(used)


def dashes(argument: str) -> Text | None:
    """The answer to an option of `check` with other dashes than two hyphens: -fix, —fix, －－fix.
    None for any other argument."""
    from reportlint.cli.option_table import options_of

    name = argument.lstrip(_DASHES)
    long = f"--{name.partition('=')[0]}"
    if argument.startswith("--") or len(name) < 2 or argument == name:
        return None
    if long not in {
        "--help",
        "--version",
        *(dashed for has in options_of(DEFAULT) for dashed in has.names),
    }:
        return None
    return misspelt(long)


def misspelt(option: str) -> Text:
    """The answer to a misspelling of an option."""
    return Text(f"没有这个选项；是不是 {option}？", f"no such option; did you mean {option}?")
