"""`GET /api/quantities/{name}`: one quantity of the map in words, at three depths."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from osteon.errors import UnknownNameError
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.pathway.chart import chart_of
from osteon.reports.pathway.told import Teller, tell
from osteon.vocabulary.site import Site
from osteon.web.mathematics import mathml

router = APIRouter(tags=["explanation"])


class ToldFigure(BaseModel):
    """A number that stands in an equation, where it comes from and how well it is known."""

    name: str
    meaning: str
    value: str
    origin: str
    certainty: str


class ToldMechanism(BaseModel):
    """What one mechanism says of a quantity.

    Attributes
    ----------
    plain:
        Without symbols; empty if it says nothing so.
    equations:
        As MathML.
    causes:
        The quantities of the map that act through it.
    """

    name: str
    title: str
    grade: str
    grade_means: str
    summary: str
    plain: str
    assumes: str
    leaves_out: str
    equations: list[str]
    figures: list[ToldFigure]
    causes: list[str]


class ToldSource(BaseModel):
    """A publication behind a number."""

    citation: str
    doi: str | None


class QuantityTold(BaseModel):
    """A quantity in words: who gives it, who acts on it, and the literature."""

    name: str
    meaning: str
    role: str
    symbol: str
    giver: ToldMechanism
    others: list[ToldMechanism]
    sources: list[ToldSource]


@router.get("/quantities/{name}")
def quantity_told(name: str, site: Site = Site.LUMBAR_SPINE) -> QuantityTold:
    """Tell what a quantity of the map is, at a site, with equations, numbers and sources."""
    return _told(name, site)


def _told(name: str, site: Site) -> QuantityTold:
    chart = chart_of(standard(), site)
    if name not in chart.names:
        raise UnknownNameError.of("quantity on the map", name, chart.names)
    told = tell(chart, current_layer(), name)
    quantity = chart.model.roster.quantity(name)
    return QuantityTold(
        name=name,
        meaning=quantity.meaning,
        role=told.role,
        symbol=mathml(quantity.symbol),
        giver=_mechanism(told.giver),
        others=[_mechanism(one) for one in told.others],
        sources=[
            ToldSource(
                citation=f"{one.author} ({one.year}). {one.title}. {one.where}.",
                doi=one.doi or None,
            )
            for one in told.sources
        ],
    )


def _mechanism(one: Teller) -> ToldMechanism:
    grade = one.mechanism.grade
    return ToldMechanism(
        name=one.mechanism.name,
        title=one.title,
        grade=str(grade),
        grade_means=grade.meaning,
        summary=one.summary,
        plain=one.plain,
        assumes=one.assumes,
        leaves_out=one.leaves_out,
        equations=[mathml(latex) for latex in one.equations],
        figures=[ToldFigure(**vars(figure)) for figure in one.figures],
        causes=list(one.causes),
    )
