"""What every drug has in common: a name, a dose that comes in, a place of action."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import StrEnum
from typing import ClassVar

from osteon.errors import ModelError
from osteon.mechanism import Mechanism
from osteon.vocabulary.quantity import Quantity

_WORDS = re.compile(r"[^\W\d_]\S*( \S+){0,5}")
_ALIKE = 0.85


class Delivery(StrEnum):
    """How doses enter the model.

    Tablets enter as their average rate; what is given months apart, or acts by its pulses, enters
    as events.
    """

    AVERAGE_RATE = "average rate"
    PULSES = "pulses"


class Family(StrEnum):
    """The classes of drugs that evidence is grouped by.

    A drug of another class says its own in a physician's words (`family = "calcimimetic"`): nothing
    needs to be added here, and its trials are counted among other drugs.
    """

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
        The class of drugs that act alike: one of `Family`, or a new one in words of its own.
    usual:
        How it is usually given, in the words of a schedule after the drug's name; '' if not said.
    highest, highest_from:
        The greatest doses that people were studied on, in the same words with commas between, and
        where; a schedule beyond them is taken for a slip. '': any dose goes.
    by_the_day:
        Whether a dose is always that of a day, as of a patch that is changed twice a week.
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
    family: ClassVar[str]
    usual: ClassVar[str] = ""
    highest: ClassVar[str] = ""
    highest_from: ClassVar[str] = ""
    by_the_day: ClassVar[bool] = False
    lasting: ClassVar[float] = 1.0
    route: ClassVar[str | None] = None
    delivery: ClassVar[Delivery] = Delivery.AVERAGE_RATE
    dose: ClassVar[Quantity]
    interval: ClassVar[Quantity | None] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "family" in vars(cls):
            _check_family(cls.__name__, cls.family)

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether such doses (mg, every so many days) are given in this way.

        Says something where a drug is given in several ways, each with a file of its own; asked
        where nobody says in which.
        """
        return True


def _check_family(drug: str, family: str) -> None:
    """Refuse a class of drugs that is no words, or a known one written otherwise.

    Raises
    ------
    ModelError
        Names the drug, and the known class that was probably meant.
    """
    if not _WORDS.fullmatch(family):
        raise ModelError(
            f"{drug}: the family '{family}' is no class of drugs; say it in one to six words, as "
            'in family = "aromatase inhibitor"'
        )
    known = {one.lower(): one for one in Family}
    near = get_close_matches(family.lower(), known, n=1, cutoff=_ALIKE)
    if near and family != known[near[0]]:
        raise ModelError(
            f"{drug}: the family '{family}' is taken for '{known[near[0]]}'; write it so, or give "
            "a new class a name that cannot be mistaken for a known one"
        )
