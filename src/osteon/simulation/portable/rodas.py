"""RODAS4: a stiff Rosenbrock method of order four with dense output, one step of it.

Six stages share one factorization of W = I / (h gamma) - J. Coefficients: Hairer and Wanner,
Solving Ordinary Differential Equations II, section IV.7. Everything below the marker is compiled
together with the functions generated from a model, which it calls by name.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from osteon.simulation.portable.compiled import compiled

if TYPE_CHECKING:
    from osteon.simulation.portable.generated import STATES, factor, rates, solve

# --- kernel ---

GAMMA = 0.25


@compiled
def step(y, h, c, f, j, w, k, trial, dense):  # type: ignore[no-untyped-def]
    """Take one trial step from `y`; leave the new state, the error estimate and dense output."""
    n = STATES
    k1, k2, k3, k4, k5, k6 = k[0], k[1], k[2], k[3], k[4], k[5]
    factor(j, 1.0 / (h * GAMMA), w)
    for i in range(n):
        k1[i] = f[i]
    solve(w, k1)
    for i in range(n):
        trial[i] = y[i] + 1.544 * k1[i]
    rates(trial, c, k2)
    for i in range(n):
        k2[i] += -5.6688 * k1[i] / h
    solve(w, k2)
    for i in range(n):
        trial[i] = y[i] + 0.9466785280815826 * k1[i] + 0.2557011698983284 * k2[i]
    rates(trial, c, k3)
    for i in range(n):
        k3[i] += (-2.430093356833875 * k1[i] - 0.2063599157091915 * k2[i]) / h
    solve(w, k3)
    for i in range(n):
        trial[i] = (
            y[i]
            + 3.314825187068521 * k1[i]
            + 2.896124015972201 * k2[i]
            + 0.9986419139977817 * k3[i]
        )
    rates(trial, c, k4)
    for i in range(n):
        k4[i] += (
            -0.1073529058151375 * k1[i] - 9.594562251023355 * k2[i] - 20.47028614809616 * k3[i]
        ) / h
    solve(w, k4)
    for i in range(n):
        trial[i] = (
            y[i]
            + 1.221224509226641 * k1[i]
            + 6.019134481288629 * k2[i]
            + 12.53708332932087 * k3[i]
            - 0.6878860361058950 * k4[i]
        )
    rates(trial, c, k5)
    for i in range(n):
        k5[i] += (
            7.496443313967647 * k1[i]
            - 10.24680431464352 * k2[i]
            - 33.99990352819905 * k3[i]
            + 11.70890893206160 * k4[i]
        ) / h
    solve(w, k5)
    for i in range(n):
        trial[i] += k5[i]
    rates(trial, c, k6)
    for i in range(n):
        k6[i] += (
            8.083246795921522 * k1[i]
            - 7.981132988064893 * k2[i]
            - 31.52159432874371 * k3[i]
            + 16.31930543123136 * k4[i]
            - 6.058818238834054 * k5[i]
        ) / h
    solve(w, k6)
    for i in range(n):
        trial[i] += k6[i]
        dense[0, i] = (
            10.12623508344586 * k1[i]
            - 7.487995877610167 * k2[i]
            - 34.80091861555747 * k3[i]
            - 7.992771707568823 * k4[i]
            + 1.025137723295662 * k5[i]
        )
        dense[1, i] = (
            -0.6762803392806898 * k1[i]
            + 6.087714651680015 * k2[i]
            + 16.43084320892478 * k3[i]
            + 24.76722511418386 * k4[i]
            - 6.594389125716872 * k5[i]
        )


@compiled
def error_of(y, trial, estimate, tolerance, scale):  # type: ignore[no-untyped-def]
    """Return the error of a trial step in units of the tolerance, and the worst state."""
    total = 0.0
    worst = -1.0
    where = 0
    for i in range(STATES):
        size = max(abs(y[i]), abs(trial[i]), scale[i])
        share = estimate[i] / (tolerance * size)
        total += share * share
        if not share * share <= worst:
            worst = share * share
            where = i
    return math.sqrt(total / STATES), where


@compiled
def first_not_finite(y, c, f, trial, rate, otherwise):  # type: ignore[no-untyped-def]
    """Return the state whose own rate stops being finite first, on the way that all are going."""
    ahead = 1e-8
    while ahead < 10.0:
        for i in range(STATES):
            trial[i] = y[i] + ahead * f[i]
        rates(trial, c, rate)
        for i in range(STATES):
            if not abs(rate[i]) < np.inf:
                return i
        ahead *= 2.0
    return otherwise
