"""File names in a pack: those that are read or are not YAML, and those that are mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.loader import misnamed_files


@pytest.mark.parametrize(
    "name", ["空话.yaml", "a.yml", "README.md", "a.txt", ".a.yaml.txt", "yaml"]
)
def test_is_no_slip(reader: Any, name: str) -> None:
    assert misnamed_files(reader({f"c/house/{name}": ""}), "c/house") == []


@pytest.mark.parametrize("name", ["空话.yaml.txt", "空话.yml.docx", "空话。yaml", "空话.YAML"])
def test_a_file_that_would_be_passed_over_is_told(reader: Any, name: str) -> None:
    (problem,) = misnamed_files(reader({f"c/house/{name}": ""}), "c/house")
    assert problem.path == f"c/house/{name}"
    assert problem.message.en.endswith("rename it to 空话.yaml")
