"""What jobs do, each a function that a new process can import; rooms are imported as it runs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from osteon.web.jobs.errand import Content, Tell

STEP = 256
"""People simulated at once, between two words of progress; the same people whatever the number."""


def weigh(question: Mapping[str, Any], tell: Tell) -> Content:
    """Return a plan: the best feasible strategies of a case."""
    from osteon.planning.content import plan_content
    from osteon.planning.plan import plan
    from osteon.web.asked import case_from

    front = plan(
        case_from(question["case"]),
        years=question["years"],
        most=question["most"],
        members=question["members"],
        seed=question["seed"],
        progress=tell,
    )
    return plan_content(front)


def try_out(question: Mapping[str, Any], tell: Tell) -> Content:
    """Return a virtual trial: what it finds, and its power."""
    from osteon.interchange.provenance import provenance_of_trial
    from osteon.language import Trial
    from osteon.trials.content import trial_content
    from osteon.trials.power_of_trial import MANY, power_of_trial
    from osteon.trials.simulate_trial import carried_out, designed
    from osteon.web.asked import MOST_PEOPLE

    trial = Trial(**question["trial"])
    asked = question["people"], question["seed"], question["versus"]
    whole, versus = designed(trial, *asked, MOST_PEOPLE)
    design = replace(whole, chunk_size=STEP)
    steps = design.chunks + replace(design, people=MANY).chunks
    begun = 0

    def step(words: str) -> None:
        nonlocal begun
        tell(min(0.99, begun / steps), words)
        begun += 1

    found = carried_out(design, versus, lambda words: step(f"the trial itself, {words}"))
    power = power_of_trial(found, lambda words: step(f"many more people for the power, {words}"))
    content = trial_content(found, power) | {"provenance": provenance_of_trial(found)}
    finite: Content = _finite(content)
    return finite


def _finite(value: Any) -> Any:
    """Return plain data with None where a number is none, as JSON has it."""
    if isinstance(value, Mapping):
        return {name: _finite(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
