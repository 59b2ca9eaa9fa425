"""The application: the API under /api, and the page that asks it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from osteon import __version__
from osteon.web.guard import Guard
from osteon.web.problems import RESPONSES, answer_problems
from osteon.web.routes import case, compare, explain, gym, kitchen, pathway, quantity, simulate
from osteon.web.warm import warm

ASSETS = Path(__file__).parent / "assets"
_ROUTES = (case, simulate, compare, explain, pathway, quantity, kitchen, gym)


def application(token: str, *, warmed: bool = True, assets: Path = ASSETS) -> FastAPI:
    """Return the application.

    Parameters
    ----------
    token:
        What every request under /api must bring.
    warmed:
        Whether the kernel is made ready in the background at start-up.
    assets:
        Where the built page lies; without it only the API answers.
    """

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        if warmed:
            threading.Thread(target=warm, name="warm", daemon=True).start()
        yield

    app = FastAPI(
        title="osteon",
        version=__version__,
        summary="What drugs, diet and training do to bone density, turnover and fractures.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=life,
    )
    answer_problems(app)
    for idea in _ROUTES:
        app.include_router(idea.router, prefix="/api", responses=RESPONSES)
    if (assets / "index.html").is_file():
        app.mount("/", StaticFiles(directory=assets, html=True), name="page")
    app.add_middleware(Guard, token=token)
    return app
