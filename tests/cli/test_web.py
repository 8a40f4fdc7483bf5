"""`reportlint web` from the command line."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from types import ModuleType

import pytest

from reportlint.cli.main import main


class _Page:
    address = "http://127.0.0.1:1/secret/"

    @staticmethod
    def run() -> None:
        raise KeyboardInterrupt


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """The served page and the opened URL."""
    seen: list[object] = []
    fake = ModuleType("reportlint.web.serve")
    fake.served = lambda *arguments: seen.append(arguments) or _Page  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reportlint.web.serve", fake)
    monkeypatch.setattr(webbrowser, "open", seen.append)
    monkeypatch.chdir(tmp_path)
    return seen


@pytest.mark.parametrize(
    ("arguments", "served"),
    [
        ([], (".", 0, "en")),
        (["reports"], ("reports", 0, "en")),
        (["--port", "8123", "--lang", "zh"], (".", 8123, "zh")),
    ],
)
def test_the_page_is_served_and_opened_until_ctrl_c(
    arguments: list[str],
    served: tuple[object, ...],
    opened: list[object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    if "--lang" not in arguments:
        arguments = [*arguments, "--lang", "en"]
    assert main(["web", *arguments]) == 0
    assert opened == [served, _Page.address]
    assert capsys.readouterr().out == f"{_Page.address}\n"


@pytest.mark.parametrize(
    ("locale", "language"), [("zh_CN.UTF-8", "zh"), ("en_US.UTF-8", "en"), ("C", "")]
)
def test_the_page_speaks_as_the_locale_does_else_as_the_browser(
    locale: str, language: str, opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    assert main(["web", "--no-open"]) == 0
    assert opened == [(".", 0, language)]


def test_no_browser_is_opened_where_none_is_wanted(opened: list[object]) -> None:
    assert main(["web", "--no-open", "--lang", "en"]) == 0
    assert opened == [(".", 0, "en")]


def test_a_port_is_a_number(opened: list[object]) -> None:
    assert main(["web", "--port", "x"]) == 2
    assert opened == []


def test_a_missing_package_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("reportlint.web.serve", "reportlint.web.app"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["web", "--lang", "en"]) == 2
    assert "pip install 'reportlint[web]'" in capsys.readouterr().err
