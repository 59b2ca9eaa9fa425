"""Mathematics as MathML, which browsers show without a script."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from latex2mathml.converter import convert

_FOUND = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">(?:\\\(|\\\[)(?P<latex>.*?)(?:\\\)|\\\])</(?P=tag)>',
    re.DOTALL,
)


def typeset(page: str) -> str:
    """Return a page of HTML whose mathematics is MathML."""
    return _FOUND.sub(_replaced, page)


def _replaced(found: re.Match[str]) -> str:
    display = "block" if found["tag"] == "div" else "inline"
    written = mathml(html.unescape(found["latex"]).strip(), display)
    return f'<div class="equation" tabindex="0">{written}</div>' if display == "block" else written


@lru_cache(maxsize=4096)
def mathml(latex: str, display: str) -> str:
    """Return LaTeX as MathML, to be shown 'block' or 'inline'."""
    return str(convert(latex, display=display))
