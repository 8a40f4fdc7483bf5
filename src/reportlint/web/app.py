"""The page and its API, as an ASGI application."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportlint import __version__
from reportlint._startup.typed import Any
from reportlint.core.errors import UserError
from reportlint.core.text import LANGUAGES
from reportlint.web.desk import Desk
from reportlint.web.guard import MOST_BYTES, Guard

AT_ONCE = 2  # checks; more would only slow each other down
PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SORTS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


class _BadRequestError(Exception):
    """A request that the page does not make."""


class Question:
    """A request: the parameters of the URL or of a JSON object, or the bytes of a file."""

    def __init__(self, values: Mapping[str, Any], data: bytes = b"") -> None:
        self._values = values
        self.data = data

    def text(self, key: str) -> str:
        """A text parameter; "" if it is missing."""
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise _BadRequestError
        return value

    def flag(self, key: str) -> bool:
        """Whether a parameter is true."""
        return self._values.get(key) is True

    def texts(self, key: str) -> dict[str, str]:
        """A parameter that is a mapping of texts to texts."""
        value = self._values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise _BadRequestError
        return value

    @property
    def language(self) -> str:
        """The language of the page."""
        asked = self.text("lang")
        return asked if asked in LANGUAGES else "en"


Answering = Callable[[Question], Any]


def make(folder: str, token: str, port: int, language: str = "") -> Guard:
    """The application. `language` is that of the page until the user chooses one; "" is that of the
    browser. Raises UserError for a bad configuration."""
    desk = Desk(folder)

    def start(asked: Question) -> Any:
        shown = os.path.basename(desk.folder) or desk.folder
        types = desk.types(asked.language)
        return {"version": __version__, "folder": shown, "types": types}

    def check(asked: Question) -> Any:
        return desk.check(asked.text("text"), *_text_properties(asked))

    def fix(asked: Question) -> Any:
        return desk.fix(asked.text("text"), *_text_properties(asked), unsafe=asked.flag("unsafe"))

    def new(asked: Question) -> Any:
        type, values, form = asked.text("type"), asked.texts("values"), asked.text("format")
        if form == "docx":
            return desk.new_word(type, values)
        return desk.new(type, values, form, asked.language)

    asked_for = [
        Route("/", _files("index.html", language)),
        *(Route(f"/{name}", _files(name, language)) for name in sorted(os.listdir(PAGE))),
        _get("start", start),
        _get(
            "explain",
            lambda asked: desk.explain(asked.text("rule"), asked.text("found"), asked.language),
        ),
        _get("folder", lambda asked: desk.walk(asked.language)),
        _get("file", lambda asked: desk.file(asked.text("path"), MOST_BYTES)),
        _post("check", check),
        _post("fix", fix),
        _post("new", new),
        _upload("read", lambda asked: desk.read(asked.data, asked.text("name"))),
        _upload("word", lambda asked: desk.word(asked.data, *_text_properties(asked))),
        _upload("annotate", lambda asked: desk.annotate(asked.data, *_text_properties(asked))),
    ]
    return Guard(Starlette(routes=asked_for), token, port)


def _text_properties(asked: Question) -> tuple[str, str, str]:
    """The properties of a text in a request: name, report type, language of the messages."""
    return asked.text("name"), asked.text("type"), asked.language


def _files(name: str, language: str) -> Callable[[Request], Any]:
    """A handler that serves one file of the page. The file is read only once, so no URL leads to
    another. index.html contains the language, so the page need not request it."""
    with open(os.path.join(PAGE, name), "rb") as file:
        data = file.read()
    if name == "index.html":
        data = data.replace(b'data-language=""', f'data-language="{language}"'.encode())

    async def give(request: Request) -> Response:
        return Response(data, headers={"content-type": _SORTS[name.rpartition(".")[2]]})

    return give


def _get(name: str, answer: Answering) -> Route:
    async def ask(request: Request) -> Response:
        return await _answered(answer, Question(request.query_params))

    return Route(f"/api/{name}", ask)


async def _body(request: Request) -> bytes:
    """The body of a request; empty if the client has disconnected."""
    try:
        return await request.body()
    except ClientDisconnect:
        return b""


def _post(name: str, answer: Answering) -> Route:
    async def ask(request: Request) -> Response:
        try:
            values = json.loads(await _body(request))
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(values, dict):
            return Response(status_code=400)
        return await _answered(answer, Question(values))

    return Route(f"/api/{name}", ask, methods=["POST"])


def _upload(name: str, answer: Answering) -> Route:
    async def ask(request: Request) -> Response:
        return await _answered(answer, Question(request.query_params, await _body(request)))

    return Route(f"/api/{name}", ask, methods=["POST"])


_limiter: list[CapacityLimiter] = []


async def _answered(answer: Answering, asked: Question) -> Response:
    """The response to a request, computed in a thread. A UserError becomes a response with its
    problems, status 422."""
    if not _limiter:
        _limiter.append(CapacityLimiter(AT_ONCE))
    try:
        answered = await to_thread.run_sync(answer, asked, limiter=_limiter[0])
    except UserError as error:
        messages = [problem.to(asked.language) for problem in error.problems]
        return JSONResponse({"problems": messages}, status_code=422)
    except _BadRequestError:
        return Response(status_code=400)
    if isinstance(answered, bytes):
        return Response(answered, media_type="application/octet-stream")
    return JSONResponse(answered)
