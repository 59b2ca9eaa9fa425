"""A layer: fitted values laid over the literature values, never written into them.

A layer holds the fitted typical values and their joint uncertainty (a few hundred parameter sets
that the data leave possible), with the data it was fitted to, its version and its date. It is two
files: NAME.toml, and NAME.csv with a parameter set a row.
"""

from __future__ import annotations

import csv
import tomllib
from math import hypot, log, sqrt
from pathlib import Path
from statistics import stdev
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from osteon.errors import UnknownNameError

LAYERS = Path(__file__).parent / "layers"


class Discrepancy(BaseModel):
    """What the model cannot say, as a standard deviation in the unit of the prediction.

        sd^2 = single^2 + fixed^2 + yearly^2 * years + (share * prediction)^2

    Parameters
    ----------
    single:
        Of every row by itself.
    fixed:
        There from the first day, and stays.
    yearly:
        Grows as the root of the years that a change has taken; after one year this.
    share:
        Of the size of the prediction.
    together:
        Correlation of two endpoints (two sites, two markers) in all but what is single.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    single: float
    fixed: float
    yearly: float
    share: float
    together: float

    def of(self, predicted: float, years: float) -> float:
        """Return the standard deviation around a change that has taken so many years."""
        return hypot(self.single, self.fixed, self.yearly * sqrt(years), self.share * predicted)


class Layer(BaseModel):
    """Fitted parameters with their joint uncertainty.

    Parameters
    ----------
    name:
        What was fitted.
    version:
        The version of osteon that fitted it.
    date:
        When.
    data:
        The trials whose calibration rows were read.
    parameters:
        Names of the fitted parameters, as `mechanism.parameter` or `mechanism.parameter@site`.
    fitted:
        Those of them that the data moved; the others stand at their prior, but are uncertain
        together with the fitted ones.
    values:
        Their typical values, all positive.
    spread_left:
        Which share of its prior spread each still has: near zero where the data decide, one where
        they say nothing.
    discrepancy:
        How far predictions may be off although the parameters are right, by kind of row.
    draws:
        Possible parameter sets, a row a set, in the order of `parameters`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    version: str
    date: str
    data: tuple[str, ...]
    parameters: tuple[str, ...]
    fitted: tuple[str, ...]
    values: tuple[float, ...]
    spread_left: tuple[float, ...]
    discrepancy: dict[str, Discrepancy]
    draws: tuple[tuple[float, ...], ...]

    @model_validator(mode="after")
    def _square(self) -> Self:
        size = len(self.parameters)
        if len(self.values) != size or len(self.spread_left) != size:
            raise ValueError("values and spread_left must have one entry a parameter")
        if not self.draws or any(len(row) != size for row in self.draws):
            raise ValueError("there must be draws, each with one entry a parameter")
        if min((*self.values, *(min(row, default=1.0) for row in self.draws)), default=1.0) <= 0:
            raise ValueError("fitted values and draws must be positive")
        if strange := set(self.fitted) - set(self.parameters):
            raise ValueError(f"fitted names what is no parameter of the layer: {sorted(strange)}")
        return self

    @classmethod
    def read(cls, name: str) -> Self:
        """Return the layer called `name` from the library.

        Raises
        ------
        UnknownNameError
            If there is none; names the nearest.
        """
        path = LAYERS / f"{name}.toml"
        if not path.exists():
            raise UnknownNameError.of("layer", name, [one.stem for one in LAYERS.glob("*.toml")])
        return cls.at(path)

    @classmethod
    def at(cls, path: Path) -> Self:
        """Return the layer whose TOML file stands at a path, with its draws beside it."""
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
        with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
            names, *rows = csv.reader(stream)
        if names != fields["parameters"]:
            raise ValueError(f"{path.stem}.csv does not have the parameters of {path.name}")
        return cls.model_validate(fields | {"draws": [list(map(float, row)) for row in rows]})

    def beside(self, other: Layer) -> Layer:
        """Return the two laid together: fits of different parameters, each set beside another.

        Raises
        ------
        ValueError
            If they share a parameter, or hold unlike numbers of sets.
        """
        if shared := set(self.parameters) & set(other.parameters):
            raise ValueError(f"{self.name} and {other.name} both fit {sorted(shared)}")
        pairs = zip(self.draws, other.draws, strict=True)
        return Layer(
            name=f"{self.name} and {other.name}",
            version=max(self.version, other.version),
            date=max(self.date, other.date),
            data=tuple(sorted({*self.data, *other.data})),
            parameters=self.parameters + other.parameters,
            fitted=self.fitted + other.fitted,
            values=self.values + other.values,
            spread_left=self.spread_left + other.spread_left,
            discrepancy=self.discrepancy | other.discrepancy,
            draws=tuple(one + another for one, another in pairs),
        )

    def log_sd(self, parameter: str) -> float:
        """Return the standard deviation of the logarithm of a parameter over the draws."""
        place = self.parameters.index(parameter)
        return stdev(log(row[place]) for row in self.draws)

    def __getitem__(self, parameter: str) -> float:
        if parameter not in self.parameters:
            raise UnknownNameError.of("fitted parameter", parameter, self.parameters)
        return self.values[self.parameters.index(parameter)]
