"""The contract of a mechanism: one piece of biology, written once in plain arithmetic."""

from osteon.mechanism.mechanism import Equations, Mechanism
from osteon.mechanism.number import Number, Reading
from osteon.mechanism.nutrient import Nutrient
from osteon.mechanism.shapes import exp, hill, log, ramp, saturation

__all__ = [
    "Equations",
    "Mechanism",
    "Number",
    "Nutrient",
    "Reading",
    "exp",
    "hill",
    "log",
    "ramp",
    "saturation",
]
