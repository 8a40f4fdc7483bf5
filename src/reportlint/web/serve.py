"""The server of the page: one URL on this machine, while the command runs."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.web.app import make
from reportlint.web.guard import ADDRESS


class Served(NamedTuple):
    """A page at its address; it answers once `run` is called."""

    address: str
    run: Callable[[], None]  # serves until interrupted
    close: Callable[[], None]  # stops it, from another thread or before it runs


def served(folder: str, port: int, language: str) -> Served:
    """The page for a folder, at `port`; 0 is any free port. Raises UserError if the port is taken
    or the configuration of the folder is bad."""
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
        log_config=None,  # the log would contain the token of the URL
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
    """A socket that listens on this machine only."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((ADDRESS, port))
        listener.listen(32)
    except (OSError, OverflowError) as error:
        listener.close()
        message = Text(f"端口 {port} 用不了", f"port {port} cannot be used")
        raise UserError.of(message) from error
    return listener
