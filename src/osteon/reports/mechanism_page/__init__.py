"""One page a mechanism: its story, its equations, its numbers with their origin, its neighbors.

Markdown, with mathematics between dollar signs. Everything is read from the model: the docstring,
the expression graph, the parameter file, the fitted layer and the sources.
"""

from osteon.reports.mechanism_page.headings import Heading, heading_of
from osteon.reports.mechanism_page.page import mechanism_page

__all__ = ["Heading", "heading_of", "mechanism_page"]
