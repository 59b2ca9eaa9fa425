"""What an explanation says, before it is laid out: chain, what passes, contributions, limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from osteon.errors import InputError, UnknownNameError
from osteon.language.endpoints import EVENTS
from osteon.model.influences import readers_of
from osteon.model.roster import Key, places
from osteon.reports.attribution import SO_FAR, Attribution, adds_up, attribution_of
from osteon.reports.chain import Chain, chain_of
from osteon.reports.link import Link, Part
from osteon.reports.passing import held
from osteon.reports.setting import Setting
from osteon.reports.sources import sources_of
from osteon.simulation.engine import engine_name
from osteon.strategies.in_words import phrases
from osteon.strategies.notes import notes_of
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Explanation:
    """Why a strategy does to a quantity what the simulation says it does.

    Attributes
    ----------
    site:
        The site that is looked at, or told on the way to a quantity of the whole person.
    quantity:
        What is explained, BMD if nothing else is said.
    """

    setting: Setting
    site: Site = Site.LUMBAR_SPINE
    quantity: str = BMD.name

    @property
    def target(self) -> Key:
        """Return the quantity at its place."""
        sites = places(self.setting.model.roster.quantity(self.quantity))
        return Key(self.quantity, self.site if self.site in sites else None)

    @cached_property
    def chain(self) -> Chain:
        """Return the causal chain."""
        return chain_of(self.setting, self.site, self.target)

    @cached_property
    def attribution(self) -> Attribution:
        """Return what each part of the strategy contributes."""
        return attribution_of(self.setting, self.quantity)

    @cached_property
    def held(self) -> Mapping[str, float]:
        """Return what the quantity would be with each link held; empty where none can be.

        Holding needs a C++ compiler.
        """
        links = [*self.chain.part(Part.CHAIN)[:-1], *self.chain.part(Part.FEEDBACK)]
        if engine_name() == "portable" or not links:
            return {}
        return held(self.setting, self.target, [link.key.name for link in links])

    def without(self, link: Link) -> float | None:
        """Return the effect on the quantity while a link is held, as `effect` counts it.

        None for a link that only sums up others, through which nothing passes on, and for one that
        cannot be held.
        """
        if not readers_of(self.setting.model)[link.key]:
            return None
        value = self.held.get(link.key.name)
        return None if value is None else self._effect(value)

    def through(self, link: Link) -> float | None:
        """Return how much of the effect passes through a link, as `effect` counts it."""
        left = self.without(link)
        return None if left is None else self.effect - left

    @property
    def effect(self) -> float:
        """Return the effect: in percent, or in the quantity's own unit."""
        return self._effect(self.chain.outcome.value_now)

    @property
    def counted(self) -> bool:
        """Return whether it adds up from month 0, as fractures do."""
        return adds_up(self.quantity)

    @property
    def in_percent(self) -> bool:
        """Return whether the effect is counted in percent: not where zero or a sign forbids it."""
        return self.chain.outcome.fold is not None

    def _effect(self, value: float) -> float:
        usual = self.chain.outcome.value_usual
        return 100.0 * (value / usual - 1.0) if self.in_percent else value - usual

    @property
    def doing(self) -> tuple[str, ...]:
        """Return what the strategy adds to what is usual, in words."""
        return phrases(self.setting.case.strategies[self.setting.strategy])

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what limits the explanation."""
        setting = self.setting
        plans = {setting.strategy: setting.plan}
        limits = notes_of(setting.case, plans, setting.layer, setting.treated)
        if not setting.case.measurements:
            return limits
        return (*limits, "measurements since month 0 are not used: this is the typical person")


def explanation_of(setting: Setting, quantity: str | None, site: Site) -> Explanation:
    """Return the explanation that was asked for by name: `ctx`, `rankl@total_hip`, `bmd_total_hip`.

    Raises
    ------
    UnknownNameError
        If the model holds no such quantity or site; names the nearest.
    InputError
        If it is a fracture and the person is a man.
    """
    name, _, place = (quantity or BMD.name).partition("@")
    if name in {f"{BMD.name}_{one}" for one in Site}:
        name, place = BMD.name, name.removeprefix(f"{BMD.name}_")
    if name in EVENTS:
        name = f"{name}{SO_FAR}"
    if name.removesuffix(SO_FAR) in EVENTS and setting.case.person.sex == "male":
        raise InputError("fractures are not told in men; ask for BMD or a marker, as ctx")
    known = places(setting.model.roster.quantity(name))
    if place and place not in set(Site):
        raise UnknownNameError.of("site", place, Site)
    if place and known == (None,):
        raise UnknownNameError(f"'{name}' exists once in a person; leave out '@{place}'")
    return Explanation(setting, Site(place) if place else site, name)


def as_json(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation for a program; percent as plain numbers, None where there is none.

    `change_percent` is since month 0, `effect_percent` against what is usual, or against the
    strategy `versus`. `passes` of a link is how much of the effect is lost while the link is held,
    in percent as the effect or, where that has no meaning, in the quantity's unit.
    """
    setting, outcome = explanation.setting, explanation.chain.outcome
    return {
        "strategy": setting.strategy,
        "versus": setting.versus,
        "month": setting.month,
        "site": str(explanation.site),
        "quantity": explanation.quantity,
        "meaning": outcome.quantity.meaning,
        "doing": list(explanation.doing),
        explanation.quantity: _values(outcome),
        "links": [_link(explanation, link) for link in explanation.chain.links],
        "attribution": _attribution(explanation.attribution),
        "grades": {str(grade): grade.meaning for grade in Grade},
        "notes": list(explanation.notes),
        "layer": setting.layer.name if setting.layer else None,
    }


def _values(link: Link) -> dict[str, Any]:
    return {
        "unit": link.quantity.unit,
        "value_now": link.value_now,
        "value_month_0": link.value_month_0,
        "value_usual": link.value_usual,
        "change_percent": link.change_percent,
        "effect_percent": link.effect_percent,
    }


def _link(explanation: Explanation, link: Link) -> dict[str, Any]:
    setting = explanation.setting
    return {
        "quantity": link.key.name,
        "site": str(link.key.site) if link.key.site else None,
        "part": str(link.part),
        **_values(link),
        "mechanism": link.mechanism.name,
        "grade": str(link.grade),
        "weight": link.weight,
        "passes": explanation.through(link),
        "causes": [
            {
                "quantity": cause.quantity.name,
                "mechanism": cause.mechanism.name,
                "grade": str(cause.mechanism.grade),
                "raises": cause.push > 0,
                "share": cause.share,
            }
            for cause in link.main_causes
        ],
        "sources": [
            {
                "parameter": source.parameter,
                "value": source.value,
                "unit": source.unit,
                "method": str(source.method),
                "citation": source.citation,
                "locus": source.locus,
                "reason": source.reason,
            }
            for source in sources_of(setting, link)
        ],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    name = attribution.quantity
    return {
        "months": list(attribution.months),
        **{
            name if site is None else f"{name}_{site}": {
                "strategy": attribution.whole[site].tolist(),
                "usual": attribution.usual[site].tolist(),
                "parts": {part: share[site].tolist() for part, share in attribution.parts.items()},
                "unit": attribution.unit,
            }
            for site in attribution.whole
        },
    }
