"""The page is served only on this machine, at a URL that cannot be guessed."""

from __future__ import annotations

import socket
import threading
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from reportlint import UserError
from reportlint.web.serve import served


def test_it_answers_at_its_address_and_no_other(tmp_path: Path) -> None:
    page = served(str(tmp_path), 0, "zh")
    assert page.address.startswith("http://127.0.0.1:")
    assert len(page.address.split("/")[3]) >= 32
    running = threading.Thread(target=page.run)
    running.start()
    try:
        with urllib.request.urlopen(page.address, timeout=10) as answer:
            assert b"<!doctype html>" in answer.read()
            assert "server" not in answer.headers
        port = int(page.address.split(":")[2].split("/")[0])
        with pytest.raises(OSError, match=r".*"):
            socket.create_connection(("127.0.0.2", port), timeout=1).close()
        with pytest.raises(UserError):
            served(str(tmp_path), port, "zh")
    finally:
        page.close()
        running.join(10)


def test_each_page_has_a_token_of_its_own(tmp_path: Path) -> None:
    pages = [served(str(tmp_path), 0, "") for _ in range(2)]
    first, second = (page.address.split("/")[3] for page in pages)
    for page in pages:
        page.close()
    assert first != second


def test_what_cannot_be_served_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        served(str(tmp_path / "none"), 0, "")
    with pytest.raises(UserError):
        served(str(tmp_path), 99999, "")
