"""What a plan must respect: what stays, what is left out, what she can do, how far to look."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from osteon.language.amounts import HORIZON
from osteon.language.described import Described
from osteon.language.drugs import DRUGS
from osteon.language.lifestyle import SessionRate
from osteon.language.names import Counted, DrugName, Named, Text
from osteon.language.quantity import Measured
from osteon.language.schedule import DrugSchedule

KINDS_OF_TREATMENT: Final = (
    "tablets", "injections", "self-injections", "infusions", "supplements", "foods", "training",
)  # fmt: skip
KINDS_OF_TRAINING: Final = ("balance", "resistance", "impact")
HOURS: Final = Measured("hour", "hours", 0, 1000, 1)

Unwanted = Annotated[str, Named("drug or kind of treatment", (*DRUGS, *KINDS_OF_TREATMENT))]
TrainingKind = Annotated[str, Named("kind of training", KINDS_OF_TRAINING)]
Hours = Annotated[float, HOURS]


class BurdenWeights(Described):
    """What each thing costs her, hours inside; what is not said keeps its usual weight.

    Parameters
    ----------
    tablet, fasting_tablet, self_injection, injection, infusion, session, portion:
        One of each: a tablet, a tablet taken fasting and upright, an injection she gives herself,
        one at a clinic, an infusion, a training session, a portion of food or a supplement.
    """

    tablet: Hours | None = None
    fasting_tablet: Hours | None = None
    self_injection: Hours | None = None
    injection: Hours | None = None
    infusion: Hours | None = None
    session: Hours | None = None
    portion: Hours | None = None


class Wishes(Described):
    """What a plan must respect.

    Parameters
    ----------
    keep:
        Courses that go on whatever the plan is, beside what all strategies of the case share.
    exclude:
        Drugs or kinds of treatment (tablets, injections, infusions, training ...) to leave out.
    consider:
        Drugs that a plan proposes only when asked: drugs that build bone, after breast cancer.
    foods:
        Foods she would eat more of; milk, yogurt and the like if not said.
    training:
        Kinds of training she can begin: balance, resistance, impact; all if not said.
    sessions:
        The most sessions in all, per day inside ('3 per week').
    most_interventions:
        How many things may be begun at most.
    burden:
        What each thing costs her, where it differs from the usual weights.
    horizon:
        How far to look, 1 to 10 years; days inside.
    """

    keep: tuple[DrugSchedule, ...] = ()
    exclude: tuple[Unwanted, ...] = ()
    consider: tuple[DrugName, ...] = ()
    foods: Annotated[tuple[Text, ...], Field(max_length=4)] | None = None
    training: tuple[TrainingKind, ...] = KINDS_OF_TRAINING
    sessions: Annotated[float, SessionRate()] | None = None
    most_interventions: Annotated[int, Counted(0, 20)] | None = None
    burden: BurdenWeights = BurdenWeights()
    horizon: Annotated[float, HORIZON] | None = None
