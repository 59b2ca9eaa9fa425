"""The application: the API under /api, and the page that asks it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from osteon import __version__
from osteon.web.entrance import PATH, Entrance
from osteon.web.guard import HOSTS, Guard
from osteon.web.own import furnish
from osteon.web.password import Password
from osteon.web.problems import RESPONSES, answer_problems
from osteon.web.routes import (
    case,
    cases,
    compare,
    evidence,
    explain,
    gym,
    jobs,
    kitchen,
    pathway,
    plan,
    quantity,
    report,
    simulate,
    trial,
    units,
)
from osteon.web.warm import warm

ASSETS = Path(__file__).parent / "assets"
_ROUTES = (
    *(case, cases, simulate, compare, explain, report),
    *(pathway, quantity, kitchen, gym, units),
    *(plan, trial, jobs, evidence),
)


def application(
    token: str,
    *,
    warmed: bool = True,
    assets: Path = ASSETS,
    hosts: frozenset[str] = HOSTS,
    password: Password | None = None,
) -> FastAPI:
    """Return the application.

    Parameters
    ----------
    token:
        What every request under /api must bring.
    warmed:
        Whether the kernel is made ready in the background at start-up.
    assets:
        Where the built page lies; without it only the API answers.
    hosts:
        The names by which the server may be called.
    password:
        What others than this machine must know; None: only this machine is let in.
    """

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        if warmed:
            threading.Thread(target=warm, name="warm", daemon=True).start()
        yield
        board.close()

    app = FastAPI(
        title="osteon",
        version=__version__,
        summary="What drugs, diet and training do to bone density, turnover and fractures.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=life,
    )
    board = furnish(app)
    answer_problems(app)
    for idea in _ROUTES:
        app.include_router(idea.router, prefix="/api", responses=RESPONSES)
    entrance = None if password is None else Entrance(password, token)
    if entrance is not None:
        app.add_route(PATH, entrance.answer, ["GET", "POST"], include_in_schema=False)
    if (assets / "index.html").is_file():
        app.mount("/", StaticFiles(directory=assets, html=True), name="page")
    app.add_middleware(Guard, token=token, hosts=hosts, entrance=entrance)
    return app
