"""The roles of a short text, for the tests of roles."""

from __future__ import annotations

from shipped import MATCHER, parse

from reportlint.structure.roles import with_roles

BODY = "现将有关情况通报，请认真贯彻执行，不得有误。"


def roles_of(text: str) -> dict[int, str]:
    """By line, the roles but that of the body. A "+" before the text means Markdown."""
    format = "markdown" if text.startswith("+") else "text"
    document = with_roles(parse(text.removeprefix("+"), format), MATCHER)
    roles = {}
    for block in document.blocks:
        first, last = map(document.index.line_of, block.span)
        if block.role:
            roles |= dict.fromkeys(range(first, last + 1), block.role)
    return roles
