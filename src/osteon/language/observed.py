"""The ways in which a trial reports an outcome, and the unit that each is written in."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from osteon.language.endpoints import BMD_ENDPOINTS, EVENTS, LEVELS
from osteon.language.quantity import Measured

CHANGE: Final = Measured("percent", "%", -100, 2000, -4.1)
DIFFERENCE: Final = Measured("percent", "%", -2000, 2000, -2.2)
RATIO: Final = Measured("", "", 0, 1000, 0.32)
CUMULATIVE: Final = Measured("percent", "%", 0, 100, 2.3)
T_SCORE_CHANGE: Final = Measured("", "", -10, 10, -0.4)

KINDS: Final[dict[str, Measured | None]] = {
    "change": CHANGE,
    "difference": DIFFERENCE,
    "hazard_ratio": RATIO,
    "relative_risk": RATIO,
    "level": None,
    "absolute": None,
    "t_score_change": T_SCORE_CHANGE,
    "cumulative": CUMULATIVE,
}
"""Each kind of value; None: it stands in the endpoint's own unit."""

BETWEEN_ARMS: Final = ("difference", "hazard_ratio", "relative_risk")
ROLES: Final = ("calibration", "validation")
"""What a row may be used for: `calibration` may be fitted, `validation` is predicted only."""

OF_EVENTS: Final = ("hazard_ratio", "relative_risk", "cumulative")


def meter(kind: str, endpoint: str, *, width: bool = False) -> Measured:
    """Return how a value of this kind is read, or (`width`) its standard deviation or error."""
    fixed = KINDS[kind]
    measured = LEVELS.get(endpoint, RATIO) if fixed is None else fixed
    if width:
        return replace(measured, low=0, typical=abs(measured.typical))
    if kind == "absolute":
        return replace(measured, low=-measured.high)
    return measured


def mismatch(kind: str, endpoint: str) -> str | None:
    """Return why a value of this kind cannot belong to the endpoint, or None if it can."""
    if endpoint in EVENTS and kind not in OF_EVENTS:
        return f"does not fit {endpoint}; write one of {', '.join(OF_EVENTS)}"
    if endpoint not in EVENTS and kind in OF_EVENTS:
        return f"does not fit {endpoint}; it belongs to fractures and falls"
    if kind == "t_score_change" and endpoint not in BMD_ENDPOINTS:
        return f"does not fit {endpoint}; it belongs to bone mineral density"
    return None
