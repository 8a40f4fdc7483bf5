"""Who may send requests to the server of the page, and what its responses may do: each row of the
threat model in docs/security.md."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from reportlint.web.guard import Guard

TOKEN = "a-token-of-some-length"
HOST = ("host", "127.0.0.1:8000")
ORIGIN = ("origin", "http://127.0.0.1:8000")


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Respond with the path and the number of received bytes."""
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": f"{scope['path']} {size}".encode()})


def request(
    path: str, *headers: tuple[str, str], method: str = "GET", bodies: tuple[bytes, ...] = (b"",)
) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of the response."""
    sent: list[Any] = []
    waiting = [
        {"type": "http.request", "body": body, "more_body": at < len(bodies) - 1}
        for at, body in enumerate(bodies)
    ]

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }
    asyncio.run(Guard(_app, TOKEN, 8000, most=10)(scope, receive, send))
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answered, sent[1]["body"].decode()


@pytest.mark.parametrize(
    ("path", "headers", "method", "why"),
    [
        (f"/{TOKEN}/", (HOST,), "GET", "the page"),
        (f"/{TOKEN}/", (("host", "localhost:8000"),), "GET", "the other name of this machine"),
        (f"/{TOKEN}/x", (HOST, ORIGIN), "POST", "a question of the page"),
        (f"/{TOKEN}/", (HOST, ("sec-fetch-site", "none")), "GET", "typed by a person"),
        (f"/{TOKEN}/x", (HOST, ORIGIN, ("sec-fetch-site", "same-origin")), "POST", "a browser"),
    ],
)
def test_the_page_is_let_through(path: str, headers: Any, method: str, why: str) -> None:
    status, _, body = request(path, *headers, method=method)
    assert (status, body) == (200, f"{path.removeprefix('/' + TOKEN)} 0")


@pytest.mark.parametrize(
    ("status", "path", "headers", "method", "why"),
    [
        (404, "/", (HOST,), "GET", "no token"),
        (404, f"/{TOKEN}", (HOST,), "GET", "a token that is no folder"),
        (404, f"/{TOKEN[:-1]}/", (HOST,), "GET", "another token"),
        (404, f"/{TOKEN}x/", (HOST,), "GET", "a longer token"),
        (404, f"//{TOKEN}/", (HOST,), "GET", "a token in another place"),
        (404, "/秘密/", (HOST,), "GET", "a token that is no ASCII"),
        (403, f"/{TOKEN}/", (), "GET", "no host"),
        (
            403,
            f"/{TOKEN}/",
            (("host", "evil.example:8000"),),
            "GET",
            "a name bound anew to 127.0.0.1",
        ),
        (403, f"/{TOKEN}/", (("host", "127.0.0.1:8001"),), "GET", "another port"),
        (403, f"/{TOKEN}/", (("host", "127.0.0.1"),), "GET", "no port"),
        (403, f"/{TOKEN}/", (HOST, HOST), "GET", "two hosts"),
        (403, f"/{TOKEN}/", (HOST, ("origin", "http://evil.example")), "POST", "another page"),
        (403, f"/{TOKEN}/", (HOST, ("origin", "null")), "POST", "a page without an origin"),
        (403, f"/{TOKEN}/", (HOST, ("origin", "https://127.0.0.1:8000")), "POST", "another scheme"),
        (403, f"/{TOKEN}/", (HOST,), "POST", "a form of no page"),
        (403, f"/{TOKEN}/", (HOST, ("sec-fetch-site", "cross-site")), "GET", "a link elsewhere"),
        (403, f"/{TOKEN}/", (HOST, ("sec-fetch-site", "same-site")), "GET", "another local page"),
        (403, "/", (("host", "evil.example"),), "GET", "a stranger learns nothing of tokens"),
    ],
)
def test_all_others_are_refused(
    status: int, path: str, headers: Any, method: str, why: str
) -> None:
    assert request(path, *headers, method=method)[::2] == (status, "")


@pytest.mark.parametrize(
    ("headers", "bodies", "status"),
    [
        ((), (b"x" * 10,), 200),
        ((), (b"x" * 5, b"x" * 5), 200),
        ((), (b"x" * 11,), 413),
        ((), (b"x" * 5, b"x" * 6), 413),
        ((("content-length", "11"),), (b"",), 413),
        ((("content-length", "3"),), (b"x" * 11,), 413),
    ],
)
def test_no_more_is_taken_than_is_allowed(
    headers: Any, bodies: tuple[bytes, ...], status: int
) -> None:
    answer = request(f"/{TOKEN}/x", HOST, ORIGIN, *headers, method="POST", bodies=bodies)
    assert answer[0] == status


@pytest.mark.parametrize("path", [f"/{TOKEN}/", "/"])
def test_what_an_answer_may_do_is_little(path: str) -> None:
    headers = request(path, HOST)[1]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "trusted-types 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


def test_web_sockets_are_not_answered() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": f"/{TOKEN}/", "headers": []}
    asyncio.run(Guard(_app, TOKEN, 8000)(scope, None, send))  # type: ignore[arg-type]
    assert sent == []
