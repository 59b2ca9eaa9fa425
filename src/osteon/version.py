"""The version of osteon, at the lowest floor so that every room can say it."""

from typing import Final

__version__: Final = "0.1.0"
