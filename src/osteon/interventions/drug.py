"""What every drug has in common: a name, a dose that comes in, a place of action."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from osteon.mechanism import Mechanism
from osteon.vocabulary.quantity import Quantity


class Delivery(StrEnum):
    """How doses enter the model.

    Tablets enter as their average rate; what is given months apart, or acts by its pulses, enters
    as events.
    """

    AVERAGE_RATE = "average rate"
    PULSES = "pulses"


class Family(StrEnum):
    """Drugs that act alike, in a physician's words."""

    INHIBITOR = "aromatase inhibitor"
    SERM = "SERM"
    SUPPRESSION = "ovarian suppression"
    ESTROGEN = "estrogen"
    BISPHOSPHONATE = "bisphosphonate"
    RANKL_ANTIBODY = "denosumab"
    PTH_ANALOG = "PTH analog"
    SCLEROSTIN_ANTIBODY = "sclerostin antibody"


class Drug(Mechanism):
    """A mechanism that a schedule can start and stop.

    Attributes
    ----------
    drug:
        Its generic name, as a person writes it.
    family:
        With which drugs it is counted when evidence is grouped.
    lasting:
        How long a single dose acts (days): the time after which such doses are usually repeated.
    delivery:
        How doses enter.
    route:
        How it is given, where a drug is given in several ways and each has a file of its own.
    dose:
        The input (mg a day) for an average rate, or the state that receives each dose (mg).
    interval:
        The input that is told the time between doses (days), where its pulses matter.
    """

    drug: ClassVar[str]
    family: ClassVar[Family]
    lasting: ClassVar[float] = 1.0
    route: ClassVar[str | None] = None
    delivery: ClassVar[Delivery] = Delivery.AVERAGE_RATE
    dose: ClassVar[Quantity]
    interval: ClassVar[Quantity | None] = None

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether such doses (mg, every so many days) are given by this route.

        Asked only of a drug that is given in several ways, where nobody says in which.
        """
        return True
