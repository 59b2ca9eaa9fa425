"""The named shapes an equation may use besides plain arithmetic.

exp(x), log(x)
saturation(x, half)         x / (half + x)
hill(x, half, steepness)    x^n / (half^n + x^n)
"""

from __future__ import annotations

from osteon.mechanism.number import Number


def exp(x: Number) -> Number:
    """Return e to the power of a dimensionless number."""
    return x.exp()


def log(x: Number) -> Number:
    """Return the natural logarithm of a dimensionless number."""
    return x.log()


def saturation(x: Number, half: Number) -> Number:
    """Return the occupied share of a binding site at concentration `x`, half at `half`."""
    return x / (half + x)


def ramp(x: Number, width: Number) -> Number:
    """Return `x` far above zero and zero far below it, bent within `width` around zero."""
    return width * log(1.0 + exp(x / width))


def hill(x: Number, half: Number, steepness: Number) -> Number:
    """Return a sigmoid share between zero and one: one half at `x` equal to `half`."""
    return 1.0 / (1.0 + (half / x) ** steepness)
