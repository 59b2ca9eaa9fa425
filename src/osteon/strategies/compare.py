"""The strategies side by side: what each does to bone, what differs, and by how much.

A difference is taken member by member: both strategies in the same possible version of the person.
So it is known better than either change alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from osteon.language.case import Case
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.measurement_error import least_significant_change
from osteon.strategies.forecast import Forecast
from osteon.strategies.in_words import differences, phrases
from osteon.strategies.outcome import Outcome
from osteon.strategies.series import Summary
from osteon.strategies.simulate import no_case, simulate

_MONTHS = (12.0, 24.0, 60.0)


@dataclass(frozen=True)
class Change:
    """What one strategy does to BMD at one site.

    Attributes
    ----------
    strategy, endpoint, month:
        Which, where, when.
    change:
        Percent change since month 0.
    t_score:
        The T-score then.
    least_significant_change:
        The smallest percent change that two scans can tell from none.
    share_lost, share_gained:
        The share of members that lose, or gain, more than that.
    """

    strategy: str
    endpoint: str
    month: float
    change: Summary
    t_score: Summary
    least_significant_change: float
    share_lost: float
    share_gained: float

    @property
    def detectable(self) -> bool:
        """Return whether two scans could tell the middle of the forecast from no change."""
        return abs(self.change.median) > self.least_significant_change


@dataclass(frozen=True)
class Difference:
    """How much more one strategy leaves than another, in percentage points of BMD.

    Attributes
    ----------
    strategy, versus, endpoint, month:
        Which, against which, where, when.
    difference:
        The change under `strategy` minus the change under `versus`, member by member.
    share_better:
        The share of members in whom `strategy` leaves more bone.
    """

    strategy: str
    versus: str
    endpoint: str
    month: float
    difference: Summary
    share_better: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """Strategies compared.

    Attributes
    ----------
    forecast:
        What is compared.
    months:
        When: years one, two and five as far as the horizon reaches, and the horizon.
    changes, differences:
        A row for every strategy (every pair of them), site and month.
    doing:
        What each strategy does, in phrases.
    """

    forecast: Forecast
    months: tuple[float, ...]
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    doing: dict[str, tuple[str, ...]]

    def __repr__(self) -> str:
        names = ", ".join(f"'{name}'" for name in self.doing)
        months = ", ".join(f"{month:g}" for month in self.months)
        return f"<Comparison of {names}: months {months}>"

    def only(self, strategy: str, versus: str) -> tuple[str, ...]:
        """Return what one strategy does and the other does not, in phrases."""
        one, other = self.forecast[strategy], self.forecast[versus]
        return differences(one.treatment, other.treatment)


def compare(forecast_or_case: Forecast | Case, *, members: int = 200, seed: int = 1) -> Comparison:
    """Return the strategies of a forecast, or of a case that is simulated first, side by side.

    Parameters
    ----------
    members, seed:
        As in `simulate`; used for a case only.

    Raises
    ------
    InputError
        If it is neither, or a case asks for what cannot be simulated.
    """
    forecast = forecast_or_case
    if not isinstance(forecast, Forecast):
        if not isinstance(forecast, Case):
            raise no_case(forecast)
        forecast = simulate(forecast, members=members, seed=seed)
    last = float(forecast.months[-1])
    months = (*(month for month in _MONTHS if month < last), last)
    return Comparison(
        forecast,
        months,
        tuple(change for outcome in forecast for change in _changes(outcome, months)),
        tuple(_differences(forecast, months)),
        {outcome.strategy: phrases(outcome.treatment) for outcome in forecast},
    )


def _changes(outcome: Outcome, months: tuple[float, ...]) -> Iterator[Change]:
    for endpoint in DXA_ENDPOINTS:
        change = outcome[endpoint].change
        t_score = outcome.t_score(endpoint.removeprefix("bmd_"))
        detectable = least_significant_change(endpoint, outcome.scanner) or 0.0
        for month in months:
            yield Change(
                outcome.strategy, endpoint, month, change.at(month), t_score.at(month), detectable,
                share_lost=change.share_below(-detectable, month),
                share_gained=change.share_above(detectable, month),
            )  # fmt: skip


def _differences(forecast: Forecast, months: tuple[float, ...]) -> Iterator[Difference]:
    for versus, one in combinations(forecast, 2):
        for endpoint in DXA_ENDPOINTS:
            paired = one[endpoint].change.minus(versus[endpoint].change)
            for month in months:
                yield Difference(
                    one.strategy, versus.strategy, endpoint, month, paired.at(month),
                    share_better=paired.share_above(0.0, month),
                )  # fmt: skip
