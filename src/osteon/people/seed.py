"""The seed of all that is drawn: a whole number."""

from __future__ import annotations

import numpy as np

from osteon.errors import InputError

_MOST = 2**63


def check_seed(seed: object) -> None:
    """Refuse what cannot be a seed.

    Raises
    ------
    InputError
        If it is not a whole number from 0 to 2^63 - 1.
    """
    if not (isinstance(seed, int | np.integer) and 0 <= seed < _MOST):
        raise InputError(f"the seed {seed} is not a whole number from 0 to 2^63 - 1")
