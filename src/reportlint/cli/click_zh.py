"""Chinese translations of click's own words in help and usage errors.

Click imports `gettext.gettext` and `gettext.ngettext` and calls them. A catalogue file would have
to be compiled at every build for these few lines, so `main` replaces the two functions, before
click is imported.
"""

from __future__ import annotations

import gettext

WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示本帮助。",
    "Show the version and exit.": "显示版本号。",
    "Try '{command} {option}' for help.": "运行“{command} {option}”看帮助。",
    "Error: {message}": "错误：{message}",
    "default: {default}": "默认：{default}",
    "deprecated": "已弃用",
    "(dynamic)": "（动态）",
    "env var: {var}": "环境变量：{var}",
    "required": "必填",
    "Aborted!": "已中断。",
    "Error: invalid input": "请输入 y 或 n。",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少{param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Choose from:\n\t{choices}": "可选：\n\t{choices}",
    "Choice({choices})": "可选（{choices}）",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Option {name!r} does not take a value.": "选项 {name} 不带值。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要跟一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要跟 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "参数 {name} 要 {nargs} 个值。",
    "Takes {nargs} values but 1 was given.": "要 {nargs} 个值，只给了 1 个。",
    "Takes {nargs} values but {len} were given.": "要 {nargs} 个值，给了 {len} 个。",
    "Got unexpected extra argument ({args})": "多余的参数：{args}",
    "Got unexpected extra arguments ({args})": "多余的参数：{args}",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是不是其中之一：{possibilities}？）",
    "{value!r} is not {choice}.": "“{value}”不是 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在可选值之中：{choices}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是有效的 {number_type}。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”不是真假值，可用：{states}",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "Could not open file {filename!r}: {message}": "无法打开文件 {filename}：{message}",
    "{name} {filename!r} does not exist.": "{name} {filename} 不存在。",
    "{name} {filename!r} is a directory.": "{name} {filename} 是文件夹。",
    "{name} {filename!r} is a file.": "{name} {filename} 是文件。",
    "{name} {filename!r} is not readable.": "{name} {filename} 不可读。",
    "{name} {filename!r} is not writable.": "{name} {filename} 不可写。",
    "{name} {filename!r} is not executable.": "{name} {filename} 不可执行。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "unknown error": "未知错误",
}


def speak_chinese() -> None:
    """Make click write Chinese in this process. Call it before click is first imported."""
    gettext.gettext = _one
    gettext.ngettext = _some


def _one(message: str) -> str:
    return WORDS.get(message, message)


def _some(msgid1: str, msgid2: str, n: int) -> str:
    chosen = msgid1 if n == 1 else msgid2
    return WORDS.get(chosen, chosen)
