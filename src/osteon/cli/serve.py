"""`osteon serve`: the studio and the REST API, for this machine or, with a password, for others."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final

import typer

from osteon.cli.screen import CALM
from osteon.errors import InputError, MissingExtraError, OsteonError

_THIS_MACHINE: Final = "127.0.0.1"
_EVERY_ADDRESS: Final = ("0.0.0.0", "::")

Port = Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")]
Host = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Listen on this address of the machine, so that others reach it; needs a password "
        "and TLS in front. Left out: this machine alone.",
        show_default=False,
    ),
]
KnownAs = Annotated[
    list[str] | None,
    typer.Option(
        "--known-as",
        metavar="NAME",
        help="A name by which browsers call it, as behind a proxy; may be said several times.",
        show_default=False,
    ),
]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        help="Holds the password for --host; else $OSTEON_PASSWORD, else you are asked.",
        show_default=False,
    ),
]


def serve(
    port: Port = 8765,
    host: Host = None,
    known_as: KnownAs = None,
    password_file: PasswordFile = None,
) -> None:
    """Open the studio: one page to compare strategies with own numbers.

    Only this machine can reach it, and only with the address that is printed: it carries a token
    that is made new at every start. With --host others can, who know the password. Nothing is sent
    anywhere.
    """
    import secrets

    from osteon.cli.password import password_from

    if host is None and (known_as or password_file):
        raise InputError("--known-as and --password-file go with --host ADDRESS")
    hosts = None if host is None else _names(host, known_as or [])
    secret = None if host is None else password_from(password_file)
    try:
        from osteon.web.app import ASSETS, application
        from osteon.web.guard import HOSTS
        from osteon.web.password import Password
        from osteon.web.server import serve_on
    except ImportError as missing:
        raise MissingExtraError.of("the studio", "serve", missing) from missing
    password = None if secret is None else Password(secret)
    if not (ASSETS / "index.html").is_file():
        raise OsteonError("the page of the studio is not built; in the checkout: make studio")
    token = secrets.token_urlsafe(24)
    # Ctrl-C is how it is meant to end.
    with suppress(KeyboardInterrupt), _listening(host or _THIS_MACHINE, port) as listener:
        app = application(token, hosts=HOSTS | (hosts or frozenset()), password=password)
        port = listener.getsockname()[1]
        serve_on(listener, app, opened=lambda: _announce(host, port, token))


def _announce(host: str | None, port: int, token: str) -> None:
    if host is None:
        print(f"The studio is open at http://{_THIS_MACHINE}:{port}/#{token}", flush=True)
    else:
        place = _THIS_MACHINE if host in _EVERY_ADDRESS else _in_address(host)
        print(f"The studio is open at http://{place}:{port}/ to those who know the password.")
        print("What travels there is not encrypted: put TLS in front before others use it.")
        print(f"A program brings this token: {token}", flush=True)
    print(f"Stop it with Ctrl+C. {CALM}", flush=True)


def _names(host: str, known_as: list[str]) -> frozenset[str]:
    """Return the names by which a browser may call a server on an address."""
    if host in _EVERY_ADDRESS and not known_as:
        raise InputError(
            f"--host {host} listens on every address of this machine; say with --known-as NAME "
            "how browsers call it"
        )
    own = () if host in _EVERY_ADDRESS else (_in_address(host),)
    return frozenset(name.lower() for name in (*own, *known_as))


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket on which callers may arrive."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except socket.gaierror as fault:
        listener.close()
        raise InputError(f"--host: '{host}' is no address of this machine") from fault
    except OSError as fault:
        listener.close()
        if host == _THIS_MACHINE:
            raise InputError(
                f"port {port} is taken; name another: osteon serve --port 0"
            ) from fault
        raise InputError(
            f"cannot listen on {host}, port {port}: it is taken, or no address of this machine"
        ) from fault
    return listener
