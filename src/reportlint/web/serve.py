"""The server of the page: one address on this machine, for as long as the command runs."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.web.app import make
from reportlint.web.guard import ADDRESS


class Served(NamedTuple):
    """A page that can be opened; it answers once it is run."""

    address: str
    run: Callable[[], None]  # until somebody ends it
    close: Callable[[], None]  # ends it, from another thread or before it is run


def served(folder: str, port: int, language: str) -> Served:
    """A page for a folder, at `port`, 0 is any that is free. Raises UserError where the port is
    taken or the folder's configuration is bad."""
    listening = _listening(port)
    token = secrets.token_urlsafe(24)
    free = listening.getsockname()[1]
    try:
        app = make(folder, token, free, language)
    except BaseException:
        listening.close()
        raise
    config = uvicorn.Config(
        app,
        log_config=None,  # an address in a log would be a token in a log
        access_log=False,
        lifespan="off",
        http="h11",
        ws="none",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=32,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)

    def close() -> None:
        server.should_exit = True
        if not server.started:
            listening.close()

    address = f"http://{ADDRESS}:{free}/{token}/"
    return Served(address, lambda: server.run(sockets=[listening]), close)


def _listening(port: int) -> socket.socket:
    """A socket of this machine alone."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((ADDRESS, port))
        listener.listen(32)
    except (OSError, OverflowError) as error:
        listener.close()
        message = Text(f"端口 {port} 用不了", f"port {port} cannot be used")
        raise UserError([Problem(message)]) from error
    return listener
