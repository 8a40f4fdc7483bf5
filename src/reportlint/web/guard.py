"""Protection of the page's server: authentication of requests, and security headers in responses.
It precedes everything else.

The page is for the one person who started it. Other programs and users on the machine do not know
the token in the URL; other pages in the same browser are refused by their host and origin headers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, MutableMapping, Sequence
from secrets import compare_digest

from reportlint._startup.typed import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

ADDRESS = "127.0.0.1"
MOST_BYTES = 20_000_000  # of a request; a Word document is mostly its pictures
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
_OWN_SITES = {b"same-origin", b"none"}  # the page itself, and a URL that a person has opened


class _TooLargeError(Exception):
    """The request body is larger than allowed."""


class Guard:
    """An ASGI application that passes on the page's requests, and refuses others with a bare
    status."""

    def __init__(self, app: App, token: str, port: int, most: int = MOST_BYTES) -> None:
        self._app = app
        self._token = token.encode()
        self._hosts = tuple(f"{name}:{port}".encode() for name in (ADDRESS, "localhost"))
        self._origins = {b"http://" + host for host in self._hosts}
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return  # no web sockets; lifespan events need no answer
        status = self._refused(scope)
        if status:
            await _refuse(status, send)
            return
        began = False

        async def guarded_send(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                message = {**message, "headers": [*message.get("headers", ()), *HEADERS]}
            await send(message)

        rest = scope["path"][len(self._token) + 1 :]
        inner = {**scope, "path": rest, "raw_path": rest.encode(), "root_path": ""}
        try:
            await self._app(inner, _counted(receive, self._most), guarded_send)
        except _TooLargeError:
            if not began:
                await _refuse(413, send)

    def _refused(self, scope: Scope) -> int:
        """The status of a refusal, 0 for none. The host and origin are checked first, so that
        others learn nothing about the token."""
        headers: Sequence[tuple[bytes, bytes]] = scope["headers"]
        if not self._is_from_page(headers, reads=scope["method"] in ("GET", "HEAD")):
            return 403
        first, slash, _ = scope["path"].removeprefix("/").partition("/")
        if not compare_digest(first.encode(), self._token) or not slash:
            return 404
        return 413 if _announced(headers) > self._most else 0

    def _is_from_page(self, headers: Sequence[tuple[bytes, bytes]], *, reads: bool) -> bool:
        """Whether a request comes from the page itself, by its headers. A request that only `reads`
        may lack an origin."""
        if [*_all(headers, b"host")] not in [[host] for host in self._hosts]:
            return False
        origins = {*_all(headers, b"origin")}
        sites = {*_all(headers, b"sec-fetch-site")}
        if not origins <= self._origins or not sites <= _OWN_SITES:
            return False
        return reads or bool(origins)


def _all(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> Iterator[bytes]:
    return (value for key, value in headers if key.lower() == name)


def _announced(headers: Sequence[tuple[bytes, bytes]]) -> int:
    """The size of the body in bytes, by the headers of a request."""
    return max((int(n) for n in _all(headers, b"content-length") if n.isdigit()), default=0)


def _counted(receive: Receive, most: int) -> Receive:
    """`receive`, raising _TooLargeError after `most` bytes."""
    left = most

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise _TooLargeError
        return message

    return counted


async def _refuse(status: int, send: Send) -> None:
    headers = [(b"content-length", b"0"), (b"connection", b"close"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
