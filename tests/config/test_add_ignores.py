"""Entries of `ignore` are inserted into a file that its author wrote by hand."""

from __future__ import annotations

import pytest

from reportlint.config.add_ignores import add_ignores
from reportlint.core.errors import UserError

ENTRY = {"files": "/a.txt", "rule": "placeholder", "text": "XX路"}
ROW = "- {files: /a.txt, rule: placeholder, text: XX路}\n"


@pytest.mark.parametrize("text", ["ignore: [1\n", "a: [\n"])
def test_what_is_no_yaml_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        add_ignores(text, "c.yaml", [ENTRY])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"ignore:\n{ROW}"),
        ("# mine\n", f"# mine\nignore:\n{ROW}"),
        ("language: zh  # why\n", f"language: zh  # why\nignore:\n{ROW}"),
        ("exclude:\n    - 'x/**'\n", f"exclude:\n    - 'x/**'\nignore:\n    {ROW}"),
        ("ignore: []\nlanguage: zh\n", f"ignore:\n{ROW}language: zh\n"),
        ("ignore:\n- {files: b, rule: c} # d\n# end\n", None),
        ("language: zh\r\n", f"language: zh\nignore:\n{ROW}".replace("\n", "\r\n")),
    ],
)
def test_all_else_stays(text: str, expected: str | None) -> None:
    new = add_ignores(text, "c.yaml", [ENTRY])
    if expected is not None:
        assert new == expected
    assert set(text.splitlines()) - {"ignore: []"} <= set(new.splitlines())


def test_the_file_beside_is_a_list() -> None:
    assert add_ignores("", "i.yaml", [ENTRY], listed=True) == ROW
    assert add_ignores("- {files: b, rule: c}\n", "i.yaml", [ENTRY], listed=True).endswith(ROW)
