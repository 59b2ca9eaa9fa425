"""Make the model and its kernel ready, so that the first question is answered quickly."""

from __future__ import annotations

from threading import Thread

from osteon.language import Case
from osteon.model.library import standard
from osteon.simulation.engine import fastest_precision, kernel_of
from osteon.simulation.problem import Precision
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site
from osteon.web.routes.pathway import drawn

_ANYONE = """
person: {age: 62 years, sex: female, height: 164 cm, weight: 68 kg, menopause_age: 50 years}
strategies: {nothing more: {}}
horizon: 1 year
"""


def warm() -> None:
    """Simulate anyone once and draw her map; what is loaded and compiled for it stays.

    What sketches need is compiled beside it: on the very first start both take seconds.
    """
    anyone, model = Case.parse(_ANYONE), standard()
    if fastest_precision() is Precision.SINGLE:
        Thread(target=kernel_of, args=(model, Precision.SINGLE), name="warm sketches").start()
    found = simulate(anyone, members=8)
    found["nothing more"]["ctx"]
    drawn(anyone, Site.LUMBAR_SPINE)
