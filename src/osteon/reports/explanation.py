"""What an explanation says, before it is laid out: chain, contributions, limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from osteon.model.roster import Key, places
from osteon.reports.attribution import Attribution, attribution_of
from osteon.reports.chain import Chain, chain_of
from osteon.reports.link import Link
from osteon.reports.setting import Setting, last
from osteon.reports.sources import sources_of
from osteon.strategies.in_words import phrases
from osteon.strategies.notes import notes_of
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Explanation:
    """Why a strategy does to BMD at a site what the simulation says it does."""

    setting: Setting
    site: Site

    @cached_property
    def chain(self) -> Chain:
        """Return the causal chain."""
        return chain_of(self.setting, self.site)

    @cached_property
    def attribution(self) -> Attribution:
        """Return what each part of the strategy contributes."""
        return attribution_of(self.setting)

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


def as_json(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation for a program; percent as plain numbers, None where there is none.

    `change_percent` is since month 0, `effect_percent` against doing only what is usual.
    """
    setting, outcome = explanation.setting, explanation.chain.outcome
    return {
        "strategy": setting.strategy,
        "month": setting.month,
        "site": str(explanation.site),
        "doing": list(explanation.doing),
        "bmd": _values(outcome),
        "links": [_link(setting, link) for link in explanation.chain.links],
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


def _link(setting: Setting, link: Link) -> dict[str, Any]:
    return {
        "quantity": link.key.name,
        "site": str(link.key.site) if link.key.site else None,
        "part": str(link.part),
        **_values(link),
        "mechanism": link.mechanism.name,
        "grade": str(link.grade),
        "weight": link.weight,
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
    return {
        "months": list(attribution.months),
        **{
            f"bmd_{site}": {
                "strategy": attribution.whole[site].tolist(),
                "usual": attribution.usual[site].tolist(),
                "parts": {name: part[site].tolist() for name, part in attribution.parts.items()},
                "interaction": attribution.interaction(site).tolist(),
                "unit": "%",
            }
            for site in Site
        },
    }


def quantity_as_json(setting: Setting, name: str) -> dict[str, Any]:
    """Return one quantity for a program: its values at month 0, in the month, and as usual."""
    plain, _, site = name.partition("@")
    quantity = setting.model.roster.quantity(plain)
    keys = [Key(plain, place) for place in places(quantity) if not site or place == site]
    return {
        "strategy": setting.strategy,
        "month": setting.month,
        "quantity": plain,
        "unit": quantity.unit,
        "meaning": quantity.meaning,
        "values": [
            {
                "site": str(key.site) if key.site else None,
                "value_now": last(setting.treated, key),
                "value_month_0": float(setting.treated.at(key)[0, 0]),
                "value_usual": last(setting.usual, key),
            }
            for key in keys
        ],
    }
