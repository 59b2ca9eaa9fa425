"""Make the model and its kernel ready, so that the first question is answered quickly."""

from __future__ import annotations

from osteon.language import Case
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site
from osteon.web.routes.pathway import drawn

_ANYONE = """
person: {age: 62 years, sex: female, height: 164 cm, weight: 68 kg, menopause_age: 50 years}
strategies: {nothing more: {}}
horizon: 1 year
"""


def warm() -> None:
    """Simulate anyone once and draw her map; what is loaded and compiled for it stays."""
    anyone = Case.parse(_ANYONE)
    simulate(anyone, members=8)
    drawn(anyone, Site.LUMBAR_SPINE)
