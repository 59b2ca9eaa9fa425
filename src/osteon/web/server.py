"""The server: it says that it is open only once it answers and once Ctrl-C ends it cleanly."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI


class _Announced(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._opened()


def serve_on(listener: socket.socket, app: FastAPI, opened: Callable[[], None]) -> None:
    """Serve an application until it is stopped.

    Parameters
    ----------
    listener:
        Where callers arrive.
    app:
        What answers them.
    opened:
        Called once, when the first caller would be answered.
    """
    config = uvicorn.Config(app, log_level="critical", access_log=False, server_header=False)
    _Announced(config, opened).run(sockets=[listener])
