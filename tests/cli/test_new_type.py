"""`reportlint new-type` has its name, and does not ask with `--no-input`."""

from __future__ import annotations

from reportlint.cli.new_type import command


def test_the_command() -> None:
    made = command("en")
    assert made.name == "new-type"
    assert "--no-input" in {name for parameter in made.params for name in parameter.opts}
