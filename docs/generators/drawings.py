"""The pictures, each drawn by the file of its name in docs/pictures when the site is built."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osteon.plotting.style import house_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PICTURES: Final = Path(__file__).parents[1] / "pictures"
FOLDER: Final = "assets/pictures"
OF_THE_README: Final = PICTURES / "forecast.svg"


def drawings() -> dict[str, str]:
    """Return every picture as SVG, by its place in the site."""
    return {f"{FOLDER}/{file.stem}.svg": drawn(file) for file in sorted(PICTURES.glob("*.py"))}


def drawn(file: Path) -> str:
    """Return the picture that `draw()` in a file makes."""
    specification = importlib.util.spec_from_file_location(f"picture_{file.stem}", file)
    if specification is None or specification.loader is None:
        raise ImportError(f"{file} cannot be read")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    with house_style():
        return _as_svg(module.draw())


def _as_svg(figure: Figure) -> str:
    stream = io.StringIO()
    figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue()


if __name__ == "__main__":
    OF_THE_README.write_text(drawn(OF_THE_README.with_suffix(".py")), encoding="utf-8")
