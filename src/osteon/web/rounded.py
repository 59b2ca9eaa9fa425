"""Numbers with as many digits as a picture or a table can use."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def rounded(values: NDArray[np.float64], digits: int) -> list[float]:
    """Return each number with so many significant digits; all are written at once."""
    written = f"%.{digits}g " * len(values) % tuple(values.tolist())
    return [float(one) for one in written.split()]
