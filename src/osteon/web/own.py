"""What each application has of its own, handed to its routes: a desk for work, a board for jobs."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, FastAPI, Request

from osteon.web.jobs.board import Board
from osteon.web.work import Desk


def furnish(app: FastAPI) -> Board:
    """Give an application a desk and a board; return the board, to be closed with it."""
    app.state.desk, app.state.board = Desk(), Board()
    return cast(Board, app.state.board)


async def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


async def _board(request: Request) -> Board:
    return cast(Board, request.app.state.board)


OwnDesk = Annotated[Desk, Depends(_desk)]
OwnBoard = Annotated[Board, Depends(_board)]
