"""One value that was measured since month 0, with its error, on the scale of her own scanner."""

from __future__ import annotations

from dataclasses import dataclass

from osteon.language.case import Case, Measurement
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.measurement_error import measurement_error
from osteon.people.scanner import measured_on
from osteon.vocabulary.units import DAYS_PER_MONTH


@dataclass(frozen=True)
class Visit:
    """One value of one endpoint.

    Attributes
    ----------
    endpoint, month:
        What was measured, and when.
    value:
        In the unit inside; BMD as the person's own scanner would show it.
    error:
        How well it repeats (coefficient of variation).
    converted:
        Whether it comes from another maker's scanner.
    """

    endpoint: str
    month: float
    value: float
    error: float
    converted: bool = False

    @property
    def time(self) -> float:
        """Return when it was measured, in days."""
        return self.month * DAYS_PER_MONTH


def visits_of(case: Case) -> tuple[Visit, ...]:
    """Return what was measured, the earliest first, as far as it is known how well it repeats."""
    found = [
        visit
        for measurement in case.measurements
        for endpoint, value in measured_on(measurement, case.person.scanner).items()
        if (visit := _visit(case, measurement, endpoint, value)) is not None
    ]
    return tuple(sorted(found, key=lambda visit: (visit.month, visit.endpoint)))


def _visit(case: Case, measurement: Measurement, endpoint: str, value: float) -> Visit | None:
    own = case.person.scanner
    shown_by = measurement.scanner or own
    error = measurement_error(endpoint, shown_by)
    if error is None:
        return None
    converted = endpoint in DXA_ENDPOINTS and shown_by != own
    return Visit(endpoint, measurement.month, value, error, converted)
