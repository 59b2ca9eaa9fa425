"""When a drug is given: its dose, how often, from when until when, how faithfully taken."""

from __future__ import annotations

import math
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, ModelWrapValidatorHandler, model_validator
from pydantic_core import CoreSchema

from osteon.errors import InputError
from osteon.language import sentence
from osteon.language.amounts import DOSE, Share
from osteon.language.described import Described
from osteon.language.dosing import beyond_study
from osteon.language.drugs import ROUTES_OF
from osteon.language.faults import misplaced
from osteon.language.names import DrugName, RouteName
from osteon.language.times import Every, Point
from osteon.language.wording import as_fault


class Leaving(Described):
    """How many people leave something, as a share of those still there per year.

    Parameters
    ----------
    per_year:
        The share that leaves within a year ('12 %'; inside, 0.12).
    """

    per_year: Share


class DrugSchedule(Described):
    """A course of one drug; a sentence ('denosumab 60 mg every 6 months') says the same.

    Parameters
    ----------
    drug:
        Its name.
    route:
        oral, transdermal or intravenous, where a drug is given in several ways; oral if not said.
    dose:
        The amount of one dose, mg inside ('20 ug' is 0.02).
    every:
        The time from one dose to the next, days inside.
    from_:
        When it begins (in files: `from`), days inside; month 0 if not said.
    until:
        When it ends, days inside; doses fall strictly before. None: it goes on.
    once:
        The time of a single dose, instead of `every`, `from` and `until`.
    adherence:
        The share of doses that is taken, 0 to 1; of injections some are missed, evenly spaced.
    stop:
        How many people stop taking it.

    Raises
    ------
    InputError
        If it ends before it begins, is given both once and again, or never, or holds more than
        was ever studied of the drug.
    """

    drug: DrugName
    route: RouteName | None = None
    dose: Annotated[float, DOSE]
    every: Every | None = None
    from_: Point = Field(default=0.0, alias="from")
    until: Point | None = None
    once: Point | None = None
    adherence: Share = 1.0
    stop: Leaving | None = None

    @property
    def start(self) -> float:
        """Return the day of the first dose."""
        return self.from_ if self.once is None else self.once

    def doses(self, horizon: float) -> int:
        """Return how many doses fall before `until` and `horizon`."""
        if self.every is None:
            return int(self.start < horizon)
        end = horizon if self.until is None else min(self.until, horizon)
        return max(0, math.ceil((end - self.from_) / self.every - 1e-9))

    def dose_times(self, horizon: float) -> tuple[float, ...]:
        """Return the days of the doses: from, from + every, ... before `until` and `horizon`."""
        every = self.every or 0.0
        return tuple(self.start + number * every for number in range(self.doses(horizon)))

    @model_validator(mode="wrap")
    @classmethod
    def _read_sentence(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(written, str):
            try:
                written = sentence.read(written)
            except InputError as fault:
                raise as_fault(fault) from fault
        return handler(written)

    @model_validator(mode="after")
    def _check(self) -> Self:
        routes = ROUTES_OF[self.drug]
        if self.route is not None and not routes:
            known = ", ".join(drug for drug, ways in ROUTES_OF.items() if ways)
            raise misplaced(f"is said only of {known}; leave it out", "route")
        if self.route is not None and self.route not in routes:
            raise misplaced(f"is {' or '.join(routes)} for {self.drug}", "route")
        if self.once is not None:
            for name, value in (("every", self.every), ("until", self.until)):
                if value is not None:
                    raise misplaced(f"'once' and '{name}' exclude each other; keep one", name)
            if "from_" in self.model_fields_set:
                raise misplaced("'once' and 'from' exclude each other; keep one", "from")
        elif self.every is None:
            message = "is missing; add for example 'every: 6 months' or 'once: month 0'"
            raise misplaced(message, "every")
        elif self.until is not None and self.until <= self.from_:
            raise misplaced("ends before it begins; 'until' must be later than 'from'", "until")
        if (beyond := beyond_study(self.drug, self.route, self.dose, self.every)) is not None:
            raise misplaced(beyond[1], beyond[0])
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        words = {"type": "string", "examples": ["risedronate 35 mg weekly for 3 years"]}
        return {"anyOf": [handler(schema), words]}
