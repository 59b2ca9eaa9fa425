"""The numbers of the README and of the pages are those that were measured, of the layer that is."""

from __future__ import annotations

import re

import pytest
from pages.places import ROOT

from osteon.evidence.accuracy import measured
from osteon.people.layer import current_layer

README = (ROOT / "README.md").read_text("utf-8")
MEASURED = measured()


def test_they_were_measured_with_the_layer_that_is() -> None:
    from generators.measure import rounded

    layer = current_layer()
    assert layer is not None
    told = rounded(layer.model_dump(mode="json", include={"name", "date", "discrepancy"}))
    assert MEASURED["layer"] == told, "the layer is another one: run make docs-numbers"
    assert MEASURED["fitted_trials"] == len(layer.data)


@pytest.mark.parametrize("one", MEASURED["others"][:3], ids=lambda one: one["who"])
def test_the_readme_tells_each_comparison_as_measured(one: dict[str, float]) -> None:
    row = next(line for line in README.splitlines() if line.startswith(f"| {one['who']}"))
    numbers = [float(found) for found in re.findall(r"\d+(?:\.\d+)?", row.partition(" | ")[2])]
    assert numbers == [one["rows"], one["trials"], round(one["first"], 1), round(one["second"], 1)]


def test_the_readme_tells_errors_as_measured() -> None:
    unseen, fitted = MEASURED["bmd"]["validation"], MEASURED["bmd"]["calibration"]
    later = MEASURED["later"]
    for words in (
        f"{MEASURED['fitted_rows']} rows of {MEASURED['fitted_trials']} published trials",
        f"{unseen['percent']} BMD rows",
        f"{unseen['rmse']:.1f} percentage points",
        f"root mean square; {fitted['rmse']:.1f} where it was fitted",
        f"{100 * unseen['inside']:.0f} %",
        f"{later['rows']} rows of {later['trials']} trials that were looked up after the fit",
        f"by {later['rmse']:.1f}, with {100 * later['inside']:.0f} % inside",
    ):
        assert words in " ".join(README.split()), words


def test_the_readme_fits_a_screen() -> None:
    assert len(README.splitlines()) <= 60
