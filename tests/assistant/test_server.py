"""The tools for an assistant, called by the client of the SDK in a real process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

import anyio
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

REPORT = "述职报告\n\n今年取缔场所XX家。一是抓学习；二是抓作风；四是抓落实。\n"
SERVER = StdioServerParameters(
    command=sys.executable, args=["-m", "reportlint", "mcp", "--lang", "zh"]
)


def called(tool: str, **arguments: Any) -> str:
    """The answer of a tool."""

    async def ask() -> str:
        async with Client(stdio_client(SERVER)) as client:
            result = await client.call_tool(tool, arguments)
            return "\n".join(getattr(part, "text", "") for part in result.content)

    return anyio.run(ask)


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_tools_are_listed_with_what_they_take() -> None:
    async def ask() -> dict[str, set[str]]:
        async with Client(stdio_client(SERVER)) as client:
            tools = (await client.list_tools()).tools
            return {tool.name: set(tool.input_schema["properties"]) for tool in tools}

    assert anyio.run(ask) == {
        "check": {"text", "path", "type"},
        "fix": {"text", "path", "type", "unsafe"},
        "explain": {"rule"},
        "types": set(),
        "new": {"type", "values"},
    }


def test_check_names_place_rule_and_cure() -> None:
    answer = called("check", text=REPORT, path="a.txt")
    assert "3:7 error placeholder" in answer
    assert "ordinal-gap" in answer
    assert "修法（unsafe）：3:23 改为“三”" in answer
    assert called("check", text="情况如常。\n") == "没有发现问题。"


def test_fix_new_explain_and_types() -> None:
    assert "三是抓落实" in called("fix", text=REPORT, path="a.txt", unsafe=True)
    assert "述职报告" in called("new", type="duty-report")
    assert "模板里的空" in called("explain", rule="placeholder")
    assert "duty-report 述职报告" in called("types")


def test_what_is_wrong_with_a_question_is_said() -> None:
    assert "placeholder" in called("explain", rule="placeholdr")
    assert "duty-report" in called("new", type="duty-raport")
