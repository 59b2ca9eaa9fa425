"""The body by age, or as a trial states it: weight, height, calcidiol, kidneys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.language.population import Population
from osteon.people.population.tables import at_age, together

Array = NDArray[np.float64]
USUAL_WEIGHT_SD = 12.0
_LEAST_WEIGHT, _LEAST_HEIGHT = 30.0, 120.0
_LEAST_CALCIDIOL, _LEAST_EGFR = 5.0, 5.0


def weight(population: Population, age: Array, normal: Array) -> Array:
    """Return kilograms: lognormal with the mean and the spread of the age, or as stated."""
    stated = population.weight
    if stated is not None:
        spread = USUAL_WEIGHT_SD if stated.sd is None else stated.sd
        return np.asarray(np.maximum(stated.mean + spread * normal, _LEAST_WEIGHT))
    mean, sd = at_age("size", "weight", age), at_age("size", "weight_sd", age)
    log_variance = np.log1p((sd / mean) ** 2)
    return np.maximum(
        mean * np.exp(np.sqrt(log_variance) * normal - 0.5 * log_variance), _LEAST_WEIGHT
    )


def height(population: Population, age: Array, heavy: Array, own: Array) -> Array:
    """Return centimeters, which go with weight."""
    shared = together()["weight_and_height"]
    normal = shared * heavy + np.sqrt(1.0 - shared**2) * own
    spread = at_age("size", "height_sd", age)
    usual: Array = np.maximum(at_age("size", "height", age) + spread * normal, _LEAST_HEIGHT)
    stated = population.height
    if stated is None:
        return usual
    sd = spread if stated.sd is None else stated.sd
    return np.asarray(np.maximum(stated.mean + sd * normal, _LEAST_HEIGHT))


def calcidiol(population: Population, age: Array, normal: Array) -> Array:
    """Return nmol/L; the square root is normal."""
    mean, sd = at_age("calcidiol", "mean", age), at_age("calcidiol", "sd", age)
    stated = population.calcidiol
    if stated is not None:
        mean = np.full_like(age, stated.mean)
        sd = sd if stated.sd is None else np.full_like(age, stated.sd)
    # mean = a^2 + b^2 and sd^2 = 4 a^2 b^2 + 2 b^4, of a square root with mean a and spread b
    squared = mean - np.sqrt(np.maximum(mean**2 - 0.5 * sd**2, 0.0))
    root = np.sqrt(np.maximum(mean - squared, 0.0)) + np.sqrt(squared) * normal
    return np.asarray(np.maximum(np.maximum(root, 0.0) ** 2, _LEAST_CALCIDIOL))


def kidney_function(age: Array, normal: Array) -> Array:
    """Return eGFR, mL/min."""
    return np.maximum(at_age("egfr", "mean", age) + at_age("egfr", "sd", age) * normal, _LEAST_EGFR)
