"""Who may ask, how much, and what a browser may do with the answer.

host     only the names it is known by, so that no foreign page reaches it by a name of its own
token    made at every start; asked of everything under /api
password asked of everyone, where others than this machine are let in (entrance.py)
size     a body is counted as it comes and refused when it grows too large
policy   the page loads nothing from elsewhere and stands in no foreign frame
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from osteon.web.entrance import PATH, Entrance
from osteon.web.problems import problem
from osteon.web.same import same

LARGEST_BODY = 256 * 1024
_TOO_LARGE = f"the request is too large; it may hold {LARGEST_BODY // 1024} KiB"
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """The application behind its limits.

    Parameters
    ----------
    token:
        What a request under /api must bring.
    hosts:
        The names by which the server may be called.
    entrance:
        Where others than this machine come in; None: nowhere.
    """

    def __init__(
        self,
        app: ASGIApp,
        token: str,
        hosts: frozenset[str] = HOSTS,
        entrance: Entrance | None = None,
    ) -> None:
        self._app, self._token, self._hosts, self._entrance = app, token, hosts, entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer what is wrong with it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = {name for name, _ in message["headers"]}
                ours = [header for header in _HEADERS if header[0] not in own]
                message = {**message, "headers": [*message["headers"], *ours]}
                if scope["path"].startswith("/api"):
                    message["headers"].append((b"cache-control", b"no-store"))
            await send(message)

        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        try:
            await self._app(scope, _counted(receive), guarded)
        except Exception:  # the last word of the server: what failed is not told to the outside
            if begun:
                return
            answer = problem(500, "the work failed", "an error inside osteon; nothing was kept")
            await answer(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: dict[bytes, str]) -> ASGIApp | None:
        host = headers.get(b"host", "").rsplit(":", 1)[0].lower()
        if host not in self._hosts:
            known = " or ".join(sorted(self._hosts - {"[::1]"}))
            return problem(400, "refused", f"this server answers only as {known}")
        length = headers.get(b"content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            return problem(413, "refused", _TOO_LARGE)
        return self._kept_out(scope["method"], scope["path"], headers)

    def _kept_out(self, method: str, path: str, headers: dict[bytes, str]) -> ASGIApp | None:
        """Return what is answered to someone who may not ask this; None to someone who may."""
        given = headers.get(b"authorization", "").removeprefix("Bearer ")
        inside, of_api = same(given, self._token), path.startswith("/api")
        if self._entrance is None:
            detail = "the token is missing or wrong; open the address that osteon serve printed"
            return problem(401, "refused", detail) if of_api and not inside else None
        if inside or path == PATH or self._entrance.admits(method, headers):
            return None
        if of_api:
            return problem(401, "refused", f"the password is asked for at {PATH}")
        return RedirectResponse(PATH, 303)


def _counted(receive: Receive) -> Receive:
    """Return a receiver that stops reading where a body grows too large."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST_BODY:
            raise HTTPException(413, _TOO_LARGE)
        return message

    return counted
