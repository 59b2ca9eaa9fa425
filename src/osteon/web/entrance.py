"""Where someone from another machine comes in: a page that asks for the password, then a cookie.

    GET  /enter     the page
    POST /enter     the password; right: a cookie for this start of the server, and on to the studio

The cookie is sent to no other site, is read by no script, and is worth nothing after a restart.
What changes anything is taken with it only from the studio's own page.
"""

from __future__ import annotations

import base64
import hashlib
import math
from html import escape
from typing import Final
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response

from osteon.web.password import Password
from osteon.web.same import same

PATH: Final = "/enter"
COOKIE: Final = "osteon"
_READING: Final = frozenset({"GET", "HEAD"})
_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{margin:0;min-height:90vh;display:grid;place-content:center;gap:16px;padding:16px;"
    "font:16px/1.5 system-ui,sans-serif}"
    "h1{margin:0;font-size:24px;letter-spacing:-.02em}p{margin:0;max-width:34rem}"
    "form{display:flex;flex-wrap:wrap;gap:8px;align-items:end}label{display:grid;gap:4px}"
    "input,button{font:inherit;padding:4px 8px;min-height:32px;border:1px solid;border-radius:4px}"
)
_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; img-src data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Entrance:
    """Who has come in with the password.

    Parameters
    ----------
    password:
        What opens it.
    token:
        What the cookie holds; made at every start.
    """

    def __init__(self, password: Password, token: str) -> None:
        self._password, self._token = password, token

    def admits(self, method: str, headers: dict[bytes, str]) -> bool:
        """Return whether a request brings the cookie, and may do with it what it asks."""
        held = cookie_parser(headers.get(b"cookie", "")).get(COOKIE)
        if held is None or not same(held, self._token):
            return False
        return method in _READING or _own_page(headers)

    async def answer(self, request: Request) -> Response:
        """Show the page, or look at a password."""
        if request.method in _READING:
            return _page("")
        if request.method != "POST" or not _own_page(dict(_decoded(request))):
            return _page("That did not come from this page.", 403)
        body = await request.body()  # nothing is awaited between the limit and the try
        address = request.client.host if request.client else ""
        if wait := self._password.wait(address):
            seconds = math.ceil(wait)
            words = f"Too many wrong tries. The next may be in {seconds} seconds."
            return _page(words, 429, {"Retry-After": str(seconds)})
        given = parse_qs(body.decode("utf-8", "replace")).get("password", [""])
        if not self._password.opens(given[0], address):
            return _page("That is not the password.", 403)
        inside = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        inside.set_cookie(COOKIE, self._token, httponly=True, samesite="strict", secure=secure)
        return inside


def _own_page(headers: dict[bytes, str]) -> bool:
    """Return whether a request comes from a page of this server, or from no page at all."""
    site = headers.get(b"sec-fetch-site", "same-origin")
    origin = headers.get(b"origin")
    own = origin is None or urlsplit(origin).netloc == headers.get(b"host")
    return own and site in ("same-origin", "none")


def _decoded(request: Request) -> list[tuple[bytes, str]]:
    return [(name, value.decode("latin-1")) for name, value in request.headers.raw]


def _page(words: str, status: int = 200, headers: dict[str, str] | None = None) -> HTMLResponse:
    told = f'<p role="alert">{escape(words)}</p>' if words else ""
    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        '<link rel="icon" href="data:,"/>'
        f"<title>osteon: password</title><style>{_STYLE}</style></head><body><main>"
        "<h1>osteon</h1><p>This studio is open to those who know its password.</p>"
        f'{told}<form method="post" action="{PATH}"><label>Password<input type="password" '
        'name="password" autocomplete="current-password" required autofocus/></label>'
        "<button>Enter</button></form></main></body></html>",
        status,
        {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"} | (headers or {}),
    )
