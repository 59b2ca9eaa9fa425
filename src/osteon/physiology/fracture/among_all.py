"""A risk relative to that of all women, of whom a usual share has what raises it."""

from osteon.mechanism import Number


def among_all(ratio: Number, has: Number, usual: Number) -> Number:
    """Return the risk of a woman relative to all, whose mean incidence tables hold.

    Parameters
    ----------
    ratio:
        Of the risks with and without it.
    has:
        One if she has it, zero if not; between them where that is not known.
    usual:
        The share of all women who have it.
    """
    more = ratio - 1.0
    return (1.0 + more * has) / (1.0 + more * usual)
