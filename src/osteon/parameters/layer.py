"""A layer: fitted values laid over the literature values, never written into them.

A layer holds the fitted typical values and their joint uncertainty (covariance of the logarithms),
with the data it was fitted to, its version and its date.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from osteon.errors import UnknownNameError

LAYERS = Path(__file__).parent / "layers"


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
    log_covariance:
        Covariance of their logarithms, a row a parameter.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str
    date: str
    data: tuple[str, ...]
    parameters: tuple[str, ...]
    fitted: tuple[str, ...]
    values: tuple[float, ...]
    spread_left: tuple[float, ...]
    log_covariance: tuple[tuple[float, ...], ...]

    @model_validator(mode="after")
    def _square(self) -> Self:
        size = len(self.parameters)
        if len(self.values) != size or any(len(row) != size for row in self.log_covariance):
            raise ValueError("values and log_covariance must have one row a parameter")
        if len(self.values) != size or len(self.spread_left) != size:
            raise ValueError("values and spread_left must have one entry a parameter")
        if min(self.values, default=1.0) <= 0:
            raise ValueError("fitted values must be positive")
        if any(self.log_covariance[i][i] <= 0 for i in range(size)):
            raise ValueError("a variance must be positive")
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
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))

    def __getitem__(self, parameter: str) -> float:
        if parameter not in self.parameters:
            raise UnknownNameError.of("fitted parameter", parameter, self.parameters)
        return self.values[self.parameters.index(parameter)]
