"""The server of the page as a browser sees it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("httpx", reason="starlette's client needs it")

from starlette.requests import Request
from starlette.testclient import TestClient

from reportlint.web.app import PAGE, _body, make

TOKEN = "t" * 32
REPORT = "述职报告\n\n今年取缔场所XX家。\n"
ORIGIN = {"origin": "http://127.0.0.1:8000"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("folder")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    app = make(str(folder), TOKEN, 8000, "zh")
    return TestClient(app, base_url=f"http://127.0.0.1:8000/{TOKEN}/")


def posted(client: TestClient, name: str, **values: Any) -> Any:
    return client.post(f"api/{name}", json={"lang": "zh", **values}, headers=ORIGIN)


def test_the_page_and_its_parts_are_served(client: TestClient) -> None:
    page = client.get("")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    parts = re.findall(r'(?:href|src)="([^"#]+)"', page.text)
    assert {"style.css", "main.js", "icon.svg"} <= set(parts)
    for part in parts:
        assert client.get(part).status_code == 200
    assert client.get("main.js").headers["content-type"].startswith("text/javascript")


def test_the_page_bears_the_language_that_it_speaks(client: TestClient, tmp_path: Path) -> None:
    assert 'data-language="zh"' in client.get("").text
    of_the_browser = TestClient(make(str(tmp_path), TOKEN, 8000), base_url=client.base_url)
    assert 'data-language=""' in of_the_browser.get("").text


@pytest.mark.parametrize("path", ["x.js", "../app.py", "%2e%2e/app.py", "page/main.js", "api/x"])
def test_nothing_else_is(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_stranger_gets_nothing(client: TestClient) -> None:
    assert client.get(f"http://127.0.0.1:8000/{'s' * 32}/").status_code == 404
    assert client.get("", headers={"host": "evil.example"}).status_code == 403
    assert client.post("api/check", json={"text": REPORT}).status_code == 403


def test_the_questions_of_the_page_are_answered(client: TestClient) -> None:
    start = client.get("api/start", params={"lang": "zh"}).json()
    assert "述职报告" in {of["name"] for of in start["types"]}
    assert posted(client, "check", text=REPORT).json()["counts"]["error"] == 1
    assert posted(client, "fix", text=REPORT).json()["text"] == REPORT
    assert client.get("api/explain", params={"rule": "placeholder", "lang": "zh"}).json()["bad"]
    assert posted(client, "new", type="duty-report", values={}, format="txt").json()["missing"]
    made = posted(client, "new", type="duty-report", values={}, format="docx").content
    for name in ("read", "word"):
        response = client.post(
            f"api/{name}", params={"name": "a.docx"}, content=made, headers=ORIGIN
        )
        assert "述职报告" in response.json()["text"]
    copy = client.post("api/annotate", params={"name": "a.docx"}, content=made, headers=ORIGIN)
    assert copy.content.startswith(b"PK")
    assert client.get("api/folder", params={"lang": "zh"}).json()["files"][0]["path"] == "a.txt"
    assert client.get("api/file", params={"path": "a.txt"}).text == REPORT


def test_what_the_person_can_mend_is_told_in_words(client: TestClient) -> None:
    refused = posted(client, "new", type="no-such", values={}, format="md")
    assert refused.status_code == 422
    assert "文种" in refused.json()["problems"][0]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"[" * 100_000, b'{"text": 1}', b'{"text": "", "name": []}', b"\xff"]
)
def test_what_the_page_never_asks_is_refused(client: TestClient, body: bytes) -> None:
    assert client.post("api/check", content=body, headers=ORIGIN).status_code == 400


def test_half_a_character_does_no_harm(client: TestClient) -> None:
    body = b'{"text": "\\ud800 \\u4e00\\u662fXX\\u5bb6", "lang": "zh"}'
    assert client.post("api/check", content=body, headers=ORIGIN).status_code == 200


def test_the_page_names_no_address_but_its_own() -> None:
    paths = list(Path(PAGE).iterdir())
    assert len(paths) >= 3
    for path in paths:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//[a-z]+\.|innerHTML|\beval\b|\son\w+=\"|style=\"", text), (
            path
        )


def test_the_page_has_all_its_words_in_both_languages() -> None:
    words = Path(PAGE, "words.js").read_text(encoding="utf-8")
    pairs = dict(re.findall(r"^  (\w+): \[(.*?)\],$", words, re.MULTILINE | re.DOTALL))
    for key, pair in pairs.items():
        zh, en = re.findall(r'"((?:[^"\\]|\\.)*)"', pair)
        assert set(re.findall(r"\{\w+\}", zh)) == set(re.findall(r"\{\w+\}", en)), key
        assert not re.search("[\u3400-\u9fff]", en) or key == "otherLanguage"
    used = set()
    for path in Path(PAGE).iterdir():
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'\bsay\("(\w+)"', text))
        used |= set(re.findall(r'data-(?:say|label)="(\w+)"', text))
    assert used <= set(pairs)


def test_who_goes_away_while_sending_is_no_crash() -> None:
    async def gone() -> dict[str, object]:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": []}, gone)
    assert asyncio.run(_body(request)) == b""
