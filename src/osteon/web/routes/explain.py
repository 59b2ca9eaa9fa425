"""`POST /api/explain`: from what is done to the bone, link by link, in one month."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link
from osteon.reports.setting import Setting, setting_of
from osteon.reports.sources import sources_of
from osteon.vocabulary.site import Site
from osteon.web.asked import case_from
from osteon.web.own import OwnDesk

router = APIRouter(tags=["explanation"])


class WhyAsked(BaseModel):
    """Which strategy of a case is explained, in which month, at which site."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    strategy: str | None = None
    month: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    site: Site = Site.LUMBAR_SPINE


class Cause(BaseModel):
    """One of the quantities that push a link, and whether it raises it."""

    quantity: str
    raises: bool
    share: float | None


class Step(BaseModel):
    """One quantity on the way from what is done to the bone.

    Attributes
    ----------
    effect_percent:
        What the strategy does to it, against doing only what is usual; None where that has no
        meaning.
    grade:
        How well the mechanism behind it is supported.
    sources:
        What its parameters stand on.
    """

    quantity: str
    meaning: str
    unit: str
    value_now: float
    value_usual: float
    effect_percent: float | None
    mechanism: str
    grade: str
    causes: list[Cause]
    sources: list[str]


class Explained(BaseModel):
    """Why a strategy does to BMD what the simulation says."""

    strategy: str
    month: float
    site: Site
    steps: list[Step]
    notes: list[str]


@router.post("/explain")
async def explained(asked: WhyAsked, desk: OwnDesk) -> Explained:
    """Follow what is done through hormones, signals and cells to bone density."""
    return await desk.do(lambda: _explained(asked))


def _explained(asked: WhyAsked) -> Explained:
    case = case_from(asked.case)
    setting = setting_of(standard(), current_layer(), case, asked.strategy, asked.month)
    explanation = Explanation(setting, asked.site)
    return Explained(
        strategy=setting.strategy,
        month=setting.month,
        site=asked.site,
        steps=[_step(setting, link) for link in explanation.chain.links],
        notes=list(explanation.notes),
    )


def _step(setting: Setting, link: Link) -> Step:
    cited = (source.citation for source in sources_of(setting, link))
    return Step(
        quantity=link.key.name,
        meaning=link.quantity.meaning,
        unit=link.quantity.unit,
        value_now=link.value_now,
        value_usual=link.value_usual,
        effect_percent=link.effect_percent,
        mechanism=link.mechanism.name,
        grade=str(link.grade),
        causes=[
            Cause(quantity=one.quantity.name, raises=one.push > 0, share=one.share)
            for one in link.main_causes
        ],
        sources=list(dict.fromkeys(one for one in cited if one)),
    )
