"""Mathematics as MathML, which browsers show without a script."""

from __future__ import annotations

from functools import lru_cache

from latex2mathml.converter import convert


@lru_cache(maxsize=4096)
def mathml(latex: str) -> str:
    """Return LaTeX as MathML that stands alone in its line."""
    return str(convert(latex, display="block"))
