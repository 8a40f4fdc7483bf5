"""The replacement for `re` behaves as `re` does."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reportlint._startup import late_re

ANY = st.text(max_size=30) | st.text("()[]{}?*+-|^$\\.&~# \t\n\r\v\f\u3000\u00a0甲a", max_size=30)


@given(ANY)
def test_it_escapes_as_re_does(text: str) -> None:
    assert late_re.escape(text) == re.escape(text)


@given(ANY)
def test_it_escapes_as_regex_does(text: str) -> None:
    assert late_re.escape_regex(text) == regex.escape(text)


def test_the_flags_are_those_of_re() -> None:
    assert (late_re.I, late_re.IGNORECASE) == (re.I, re.IGNORECASE)
    assert (late_re.MULTILINE, late_re.DOTALL) == (re.MULTILINE, re.DOTALL)
    assert (regex.I, regex.M, regex.S) == (late_re.I, late_re.MULTILINE, late_re.DOTALL)


def test_its_functions_do_the_same() -> None:
    assert [match.span() for match in late_re.finditer("A", "abA", late_re.I)] == [(0, 1), (2, 3)]
    assert late_re.sub(r"(a)", r"\1\1", "aba") == "aabaa"
    assert late_re.compile("a+").findall("aab a") == ["aa", "a"]
    assert late_re.VERBOSE is re.VERBOSE
    with pytest.raises(AttributeError):
        late_re.nothing_of_that_sort  # noqa: B018


def test_re_is_imported_when_a_pattern_is_compiled() -> None:
    code = (
        "import sys; from reportlint._startup import late_re as re; re.escape('a'); p ="
        " re.compile('a');"
        "assert 're' not in sys.modules; p.search('a'); assert 're' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], env=_path(), check=False)
    assert done.returncode == 0


def _path() -> dict[str, str]:
    import os
    from pathlib import Path

    import reportlint

    return {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
