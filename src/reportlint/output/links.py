"""Where people read more."""

from __future__ import annotations

from reportlint.core.rule import Rule

HOME = "https://github.com/reportlint/reportlint"
CORE = "core"  # the pack that all shipped rules live in


def rule_link(rule: Rule | None) -> str:
    """The address of a shipped rule's own file, which holds its reasons and examples; "" for a rule of somebody else's."""
    return (
        f"{HOME}/blob/main/rules/{CORE}/{rule.id}.yaml"
        if rule is not None and rule.pack == CORE
        else ""
    )
