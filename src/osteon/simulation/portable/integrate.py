"""The integrator: adaptive steps for each person, over intervals of constant inputs.

Steps end exactly where inputs change or a dose is given; an output at that very time is read before
the dose. A failure is a value, never an exception. Everything below the marker is compiled together
with the functions generated from a model, which it calls by name.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from osteon.simulation.portable.compiled import compiled
from osteon.simulation.portable.rodas import error_of, first_not_finite, step

if TYPE_CHECKING:
    from osteon.simulation.portable.generated import (
        CONSTANTS,
        ENTRIES,
        FACTORS,
        STATES,
        prepare,
        rates_and_jacobian,
    )

# --- kernel ---

DONE, TOO_SMALL, TOO_MANY, NOT_FINITE = 0, 1, 2, 3


@compiled
def growth(h, error, before, before_error, shortened):  # type: ignore[no-untyped-def]
    """Return by how much the next step is longer than this one, which was taken."""
    error = max(error, 1e-8)
    grown = 0.9 / math.sqrt(math.sqrt(error))
    if before > 0.0:
        grown = min(grown, grown * h / before * math.sqrt(math.sqrt(before_error / error)))
    return min(1.0 if shortened else 6.0, max(0.2, grown))


@compiled
def advance(  # type: ignore[no-untyped-def]
    y, t, end, c, outputs, o, out, tolerance, scale, limit, work, steps, opening, dosed
):
    """Integrate one interval of constant inputs; return time, next output, status, worst state.

    `opening` holds the first steps of intervals without and with a dose (`native/pace.h`).
    """
    f, j, w, k, trial, dense = work
    h = min(opening[dosed], end - t)
    before = before_error = 0.0
    shortened = False
    taken = 0
    where = 0
    rates_and_jacobian(y, c, f, j)
    while t < end:
        if taken >= limit:
            return t, o, TOO_MANY, where
        taken += 1
        last = t + h >= end - 1e-9 * h
        if last:
            h = end - t
        step(y, h, c, f, j, w, k, trial, dense)
        error, where = error_of(y, trial, k[5], tolerance, scale)
        if not error <= 1.0:
            steps[1] += 1
            if not error < np.inf:
                error = 1e6
            h *= max(0.1, 0.9 / math.sqrt(math.sqrt(error)))
            shortened = True
            if h < 1e-7:
                if error < 1e6:
                    return t, o, TOO_SMALL, where
                return t, o, NOT_FINITE, first_not_finite(y, c, f, trial, k[0], where)
            continue
        steps[0] += 1
        new = end if last else t + h
        while o < outputs.shape[0] and outputs[o] <= new:
            s = (outputs[o] - t) / h
            for i in range(STATES):
                out[o, i] = y[i] * (1.0 - s) + s * (
                    trial[i] + (1.0 - s) * (dense[0, i] + s * dense[1, i])
                )
            o += 1
        for i in range(STATES):
            y[i] = trial[i]
        t = new
        grown = growth(h, error, before, before_error, shortened)
        if before == 0.0:
            opening[dosed] = min(1.0, h * grown)
        before, before_error, shortened = h, max(error, 0.01), False
        h *= grown
        if t < end:
            rates_and_jacobian(y, c, f, j)
    return t, o, DONE, where


@compiled
def integrate_people(  # type: ignore[no-untyped-def]
    first,
    until,
    begin,
    parameters,
    starts,
    changes,
    inputs,
    doses,
    outputs,
    tolerance,
    scale,
    limit,
    out,
    status,
    where,
    when,
    steps,
):
    """Integrate people `first` to `until`; failures are values, never exceptions."""
    c = np.empty(CONSTANTS)
    y = np.empty(STATES)
    work = (
        np.empty(STATES),
        np.empty(ENTRIES),
        np.empty(FACTORS),
        np.empty((6, STATES)),
        np.empty(STATES),
        np.empty((2, STATES)),
    )
    finish = outputs[-1]
    for person in range(first, until):
        y[:] = begin[person]
        t = starts[person]
        o = 0
        while o < outputs.shape[0] and outputs[o] <= t:
            out[person, o] = y
            o += 1
        row = person if inputs.shape[0] > 1 else 0
        interval = 0
        while interval + 1 < changes.shape[0] and changes[interval + 1] <= t:
            interval += 1
        state = DONE
        worst = 0
        opening = np.ones(2)
        dosed = 0
        if changes[interval] == t:
            y += doses[interval]
            dosed = int(np.any(doses[interval] != 0.0))
        while o < outputs.shape[0]:
            more = interval + 1 < changes.shape[0]
            end = min(changes[interval + 1], finish) if more else finish
            prepare(parameters[person], inputs[row, interval], c)
            t, o, state, worst = advance(
                y, t, end, c, outputs, o, out[person], tolerance, scale, limit, work,
                steps[person], opening, dosed,
            )  # fmt: skip
            if state != DONE:
                break
            if more and t == changes[interval + 1]:
                interval += 1
                y += doses[interval]
                dosed = int(np.any(doses[interval] != 0.0))
        status[person] = state
        where[person] = worst
        when[person] = t
        if state != DONE:
            out[person, o:] = np.nan
