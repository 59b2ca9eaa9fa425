"""`osteon serve`: the studio and the REST API on this machine, for a browser on this machine."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from osteon.cli.screen import CALM
from osteon.errors import InputError, MissingExtraError, OsteonError

_ADDRESS = "127.0.0.1"


def serve(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")
    ] = 8765,
) -> None:
    """Open the studio: one page to compare strategies with own numbers.

    Only this machine can reach it, and only with the address that is printed: it carries a token
    that is made new at every start. Nothing is sent anywhere.
    """
    import secrets

    try:
        import uvicorn

        from osteon.web.app import ASSETS, application
    except ImportError as missing:
        raise MissingExtraError.of("the studio", "serve", missing) from missing
    if not (ASSETS / "index.html").is_file():
        raise OsteonError("the page of the studio is not built; in the checkout: make studio")
    token = secrets.token_urlsafe(24)
    with _listening(port) as listener:
        place = f"http://{_ADDRESS}:{listener.getsockname()[1]}/"
        print(f"The studio is open at {place}#{token}", flush=True)
        print(f"Stop it with Ctrl+C. {CALM}", flush=True)
        settings = uvicorn.Config(application(token), log_level="critical", access_log=False)
        uvicorn.Server(settings).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """Return a socket that already takes callers, so that the printed address is good at once."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_ADDRESS, port))
        listener.listen()
    except OSError as fault:
        listener.close()
        raise InputError(f"port {port} is taken; name another: osteon serve --port 0") from fault
    return listener
