"""`reportlint check --show-config FILE`: the configuration that a file is checked with, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.errors import UserError
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.run.show import Because, Shown


def run(language: str, paths: Sequence[str], values: Mapping[str, Any]) -> int:
    """Print the configuration of the file; return the exit status. Raises UserError."""
    from reportlint.cli import options
    from reportlint.run.show import name_of, show

    if paths:
        message = Text(
            "--show-config 只带一个文件，不再写路径",
            "--show-config takes one file, and no paths beside it",
        )
        raise UserError.of(message)
    settings = options.settings(dict(values))
    shown = show(values["show_config"], settings)
    if "json" in values["form"]:
        from reportlint.output.safe_text import to_json

        options.emit(to_json(_data(shown, language), indent=2) + "\n")
        return 0
    page = _page(shown, name_of(shown, settings, language), language)
    options.emit_page(line.rstrip() for line in page)
    return 0


def _data(shown: Shown, language: str) -> dict[str, Any]:
    def because(value: Because) -> dict[str, str]:
        return {"value": value.value, "why": value.why.to(language)}

    return {
        "path": shown.path,
        "config": because(shown.config),
        "packs": [because(pack) for pack in shown.packs],
        "excluded": shown.excluded,
        "overrides": [list(globs) for globs in shown.overrides],
        "type": {**because(shown.type), "confidence": shown.confidence},
        "encoding": because(shown.encoding),
        "language": because(shown.language),
        "fail_on": because(shown.fail_on),
        "rules": [
            {
                "id": rule.id,
                "severity": rule.severity,
                "why": rule.why.to(language),
                "here": rule.here,
            }
            for rule in shown.rules
        ],
    }


def _page(shown: Shown, name: str, language: str) -> Iterator[str]:
    from reportlint.cli.table import table
    from reportlint.output.safe_text import one_line

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    def value(because: Because) -> str:
        return because.value or say("无", "none")

    rows = [
        (say("配置", "configuration"), value(shown.config), shown.config.why.to(language)),
        *((say("规则包", "pack"), value(pack), pack.why.to(language)) for pack in shown.packs),
        (
            say("文种", "report type"),
            f"{value(shown.type)} {name}".rstrip(),
            _sure(shown, language),
        ),
        (say("编码", "encoding"), value(shown.encoding), shown.encoding.why.to(language)),
        (say("消息的语言", "messages in"), value(shown.language), shown.language.why.to(language)),
        (say("不通过的级别", "fails on"), value(shown.fail_on), shown.fail_on.why.to(language)),
    ]
    joint = say("、", ", ")
    rows += [
        (say("套用的 overrides", "override"), joint.join(globs), "") for globs in shown.overrides
    ]
    yield one_line(shown.path)
    if shown.excluded:
        yield say(
            "  配置的 exclude 排除了它：直接写出才会检查",
            "  excluded by the configuration: checked only if named itself",
        )
    yield from ("  " + line for line in table(rows))
    yield ""
    yield from (
        "  " + line
        for line in table([(rule.severity, rule.id, rule.why.to(language)) for rule in shown.rules])
    )


def _sure(shown: Shown, language: str) -> str:
    why = shown.type.why.to(language)
    if not 0 < shown.confidence < 1:
        return why
    sure = round(shown.confidence * 100)
    return Text(f"{why}（把握 {sure}%）", f"{why} ({sure}% sure)").to(language)
