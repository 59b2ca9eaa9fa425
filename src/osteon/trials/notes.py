"""What limits the numbers of a virtual trial, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osteon.language.strategy import Strategy
from osteon.model.library import standard
from osteon.people.plan import Plan
from osteon.people.survival import treats_breast_cancer
from osteon.trials.virtual_trial import VirtualTrial

_APPLIED = ("nobody stops a drug early", "rescue rules are not applied")


def notes_of(design: VirtualTrial, implausible: Mapping[str, int]) -> tuple[str, ...]:
    """Return what a reader of the numbers is told besides them."""
    return tuple(dict.fromkeys(_notes(design, implausible)))


def _notes(design: VirtualTrial, implausible: Mapping[str, int]) -> Iterator[str]:
    yield (
        "the arms hold the same simulated people, so that a difference is due to treatment alone; "
        "intervals and tests are those of a trial with different people in each arm"
    )
    yield (
        "the model's own uncertainty is not in these numbers: power is what it would be if the "
        "simulated difference were true"
    )
    if treats_breast_cancer(design.strategies):
        yield "endocrine therapy is given, so death from breast cancer counts in every arm"
    if design.trial.observations:
        yield (
            "this trial was observed; 'osteon validate' sets the observed rows beside the predicted"
        )
    if implausible:
        worst = sorted(implausible.items(), key=lambda one: -one[1])
        told = ", ".join(f"{name} {count}" for name, count in worst[:4])
        yield f"replaced before month 0 because they left published ranges: {told}"
    model = standard()
    for strategy in design.strategies:
        for word in Plan(Strategy(), strategy).ignored(model):
            if not word.startswith(_APPLIED):
                yield word
