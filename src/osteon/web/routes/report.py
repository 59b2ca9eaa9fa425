"""`POST /api/report.pdf` and `/api/report.html`: two pages for a visit."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from osteon.reports.visit import Report, check_strategies, pdf, report_of, web_page
from osteon.strategies.simulate import simulate
from osteon.web.asked import Asked
from osteon.web.own import OwnDesk

router = APIRouter(tags=["report"])
_PDF, _HTML = "application/pdf", "text/html"


def _file(media_type: str, words: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {media_type: {}}, "description": words}}


@router.post(
    "/report.pdf", response_class=Response, responses=_file(_PDF, "A PDF of two pages, A4")
)
async def report_as_pdf(asked: Asked, desk: OwnDesk) -> Response:
    """Make the report for a visit as a PDF of two pages."""
    return _answer(await desk.do(lambda: pdf(_report(asked))), _PDF, "visit.pdf")


@router.post(
    "/report.html", response_class=Response, responses=_file(_HTML, "One HTML file, whole")
)
async def report_as_html(asked: Asked, desk: OwnDesk) -> Response:
    """Make the report for a visit as one HTML file that loads nothing."""
    page = await desk.do(lambda: web_page(_report(asked)))
    return _answer(page.encode(), f"{_HTML}; charset=utf-8", "visit.html")


def _report(asked: Asked) -> Report:
    case = asked.described()
    check_strategies(case)
    return report_of(
        simulate(case, members=asked.members, seed=asked.seed, followed=asked.followed)
    )


def _answer(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
