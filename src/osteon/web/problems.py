"""What goes wrong, as problem JSON (RFC 9457): what, where, and the way out; never a trace."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from osteon.errors import InputError, OsteonError
from osteon.language.wording import printable

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong, in the words of the command line.

    Attributes
    ----------
    title:
        What kind of fault it is.
    status:
        The HTTP status.
    detail:
        What is wrong, where it stands, and what to do about it.
    """

    title: str
    status: int
    detail: str


class RefusedError(OsteonError):
    """What is asked cannot be answered now."""

    status = 503
    title = "busy"


class BusyError(RefusedError):
    """Too much is being computed at once; the same can be asked again in a moment."""


class FullError(RefusedError):
    """Too many jobs wait already."""

    status, title = 429, "too many jobs"


class NotFoundError(RefusedError):
    """There is nothing of this name."""

    status, title = 404, "not found"


class TooEarlyError(RefusedError):
    """There is no result yet, or there will be none."""

    status, title = 409, "no result"


class TooLongError(RefusedError):
    """Work took longer than a request may, and was ended."""

    status, title = 504, "it took too long"


_MEANING = {
    400: "The request cannot be read",
    401: "The token is missing or wrong",
    404: "There is nothing of this name",
    409: "There is no result, or the name is taken",
    413: "The request is too large",
    422: "What was written cannot be used",
    429: "Too many jobs wait already",
    500: "The work failed",
    503: "Busy; ask again in a moment",
    504: "It took too long and was ended; ask for less",
}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how problems with these statuses are described in the OpenAPI file."""
    return {one: {"model": Problem, "description": _MEANING[one]} for one in statuses}


RESPONSES = responses(400, 401, 413, 422, 500, 503, 504)


def problem(status: int, title: str, detail: str) -> JSONResponse:
    """Return a problem as the answer to a request."""
    content = Problem(title=title, status=status, detail=printable(detail)).model_dump()
    headers = {"Retry-After": "1"} if status in (429, 503) else None
    return JSONResponse(content, status, headers, MEDIA_TYPE)


def answer_problems(app: FastAPI) -> None:
    """Let everything that goes wrong in an application be answered as a problem."""

    @app.exception_handler(InputError)
    async def wrong_input(_: Request, fault: InputError) -> JSONResponse:
        return problem(422, "wrong input", str(fault))

    @app.exception_handler(RefusedError)
    async def not_now(_: Request, fault: RefusedError) -> JSONResponse:
        return problem(fault.status, fault.title, str(fault))

    @app.exception_handler(OsteonError)
    async def failed(_: Request, fault: OsteonError) -> JSONResponse:
        return problem(500, "the work failed", str(fault))

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, fault: RequestValidationError) -> JSONResponse:
        first = fault.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:])
        return problem(422, "wrong input", f"{place or 'the request'}: {first['msg'].lower()}")

    @app.exception_handler(HTTPException)
    async def refused(_: Request, fault: HTTPException) -> JSONResponse:
        answer = problem(fault.status_code, "refused", str(fault.detail))
        answer.headers.update(fault.headers or {})
        return answer
