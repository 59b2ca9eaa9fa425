"""One published number: what an arm showed, when, and how sure it is."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, Self

from pydantic import ValidationInfo, field_serializer, field_validator, model_validator

from osteon.errors import InputError
from osteon.language import observed
from osteon.language.described import Described
from osteon.language.endpoints import ENDPOINTS, LEVELS
from osteon.language.faults import misplaced
from osteon.language.names import Counted, Named, Text
from osteon.language.times import Month, Point
from osteon.language.wording import as_fault, shown
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR


class Interval(NamedTuple):
    """A confidence interval, in the unit of the value."""

    low: float
    high: float


class Observation(Described):
    """What was observed in one arm, or between two.

    Parameters
    ----------
    arm, versus:
        The arm, and the arm it is compared with: arm minus versus, arm over versus.
    endpoint:
        What was measured.
    month:
        When, in months.
    since:
        The visit from which a change counts, days inside; month 0 if not said.
    change, difference, hazard_ratio, relative_risk, level, absolute, t_score_change, cumulative:
        The value: exactly one of them. Percent and percentage points as plain numbers (-4.1),
        ratios as ratios, `level` and `absolute` in the endpoint's unit inside. With `versus`,
        `level`, `absolute`, `t_score_change` and `cumulative` are this arm minus the other.
    statistic:
        mean or median.
    ci:
        The 95 % confidence interval, in the unit of the value.
    sd, se, n:
        Standard deviation between people, standard error, number of people.
    source, note:
        Where it was read; any remark.
    confidence:
        high, medium, low or memory.
    role:
        calibration or validation, where it is not the trial's.

    Raises
    ------
    InputError
        If it has no value or several, or the value does not fit the endpoint.
    """

    arm: Text
    versus: Text | None = None
    endpoint: Annotated[str, Named("endpoint", ENDPOINTS)]
    month: Month
    since: Point = 0.0
    change: Annotated[float, observed.CHANGE] | None = None
    difference: Annotated[float, observed.DIFFERENCE] | None = None
    hazard_ratio: Annotated[float, observed.RATIO] | None = None
    relative_risk: Annotated[float, observed.RATIO] | None = None
    level: float | None = None
    absolute: float | None = None
    t_score_change: Annotated[float, observed.T_SCORE_CHANGE] | None = None
    cumulative: Annotated[float, observed.CUMULATIVE] | None = None
    statistic: Annotated[str, Named("statistic", ("mean", "median"))] = "mean"
    ci: Interval | None = None
    sd: float | None = None
    se: float | None = None
    n: Annotated[int, Counted(1, 10_000_000)] | None = None
    source: Text | None = None
    confidence: Annotated[str, Named("confidence", ("high", "medium", "low", "memory"))] | None = (
        None
    )
    role: Annotated[str, Named("role", observed.ROLES)] | None = None
    note: Text | None = None

    @property
    def kind(self) -> str:
        """Return which of the values it carries: 'change', 'difference', ..."""
        return next(name for name in observed.KINDS if getattr(self, name) is not None)

    @property
    def value(self) -> float:
        """Return the value, in `unit`."""
        return float(getattr(self, self.kind))

    @property
    def unit(self) -> str:
        """Return the unit of the value: '%', the endpoint's unit, or ''."""
        measured = observed.KINDS[self.kind]
        return LEVELS[self.endpoint].unit if measured is None else measured.usual

    @property
    def time(self) -> float:
        """Return when it was observed, in days."""
        return self.month * DAYS_PER_MONTH

    @property
    def years(self) -> float:
        """Return how long a change takes, in years."""
        return (self.time - self.since) / DAYS_PER_YEAR

    @property
    def since_month(self) -> float:
        """Return from when a change counts, in months."""
        return self.since / DAYS_PER_MONTH

    @field_validator("level", "absolute", mode="before")
    @classmethod
    def _read_level(cls, written: Any, info: ValidationInfo) -> float | None:
        """Read a value that stands in the endpoint's own unit."""
        endpoint = info.data.get("endpoint")
        return None if endpoint is None else _read(written, str(info.field_name), endpoint)

    @field_validator("sd", "se", mode="before")
    @classmethod
    def _read_width(cls, written: Any, info: ValidationInfo) -> float | None:
        """Read a spread in the unit of the value."""
        kind, endpoint = _kind(info.data), info.data.get("endpoint")
        return None if not kind or endpoint is None else _read(written, kind, endpoint, width=True)

    @field_validator("ci", mode="before")
    @classmethod
    def _read_interval(cls, written: Any, info: ValidationInfo) -> Interval | None:
        """Read both limits in the unit of the value."""
        kind, endpoint = _kind(info.data), info.data.get("endpoint")
        if not kind or endpoint is None:
            return None
        if not isinstance(written, list | tuple) or len(written) != 2:
            message = f"'{shown(written)}' is not an interval; write [low, high]"
            raise as_fault(InputError(message))
        low, high = (_read(limit, kind, endpoint) for limit in written)
        if low > high:
            message = f"'{shown(written)}' begins with its upper limit; swap the two"
            raise as_fault(InputError(message))
        return Interval(low, high)

    @model_validator(mode="after")
    def _check(self) -> Self:
        given = [name for name in observed.KINDS if getattr(self, name) is not None]
        if not given:
            raise misplaced(f"has no value; add one of {', '.join(observed.KINDS)}")
        if len(given) > 1:
            raise misplaced(f"has {len(given)} values ({', '.join(given)}); keep one", given[1])
        kind = given[0]
        if self.versus is None and kind in observed.BETWEEN_ARMS:
            raise misplaced(f"needs a second arm; add 'versus: ...' beside {kind}", kind)
        if self.versus is not None and kind == "change":
            raise misplaced("is for one arm; write 'difference' for one arm against another", kind)
        if self.versus == self.arm:
            raise misplaced("is the same arm; name the other one", "versus")
        if problem := observed.mismatch(kind, self.endpoint):
            raise misplaced(problem, kind)
        if "since" in self.model_fields_set and self.since >= self.time:
            raise misplaced("is not before the month of the observation", "since")
        return self

    @field_serializer("level", "absolute", "sd", "se", when_used="json-unless-none")
    def _write_number(self, value: float) -> Any:
        return observed.meter(self.kind, self.endpoint).write(value)

    @field_serializer("ci", when_used="json-unless-none")
    def _write_interval(self, value: Interval) -> list[Any]:
        return [self._write_number(limit) for limit in value]


def _kind(data: dict[str, Any]) -> str | None:
    return next((name for name in observed.KINDS if data.get(name) is not None), None)


def _read(written: Any, kind: str, endpoint: str, *, width: bool = False) -> float:
    try:
        return observed.meter(kind, endpoint, width=width).read(written)
    except InputError as fault:
        raise as_fault(fault) from fault
