"""All parameters of a model as columns: one name, one number, per site where sites differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from osteon.errors import ParameterError, UnknownNameError
from osteon.mechanism import Mechanism
from osteon.parameters import Layer, Parameter, read_parameters
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class ParameterTable:
    """The parameters of a list of mechanisms.

    Columns are named `mechanism.parameter`, or `mechanism.parameter@site` where sites have values
    of their own.
    """

    parameters: Mapping[str, Parameter]
    columns: tuple[str, ...]
    position: Mapping[str, int]
    values: tuple[float, ...]

    @classmethod
    def of(cls, mechanisms: Sequence[Mechanism]) -> ParameterTable:
        """Read the TOML file beside every mechanism."""
        parameters: dict[str, Parameter] = {}
        columns: list[str] = []
        values: list[float] = []
        for mechanism in mechanisms:
            for name, parameter in read_parameters(file_of(mechanism)).items():
                full = f"{mechanism.name}.{name}"
                parameters[full] = parameter
                sites = [f"@{site}" for site in Site] if parameter.by_site else [""]
                columns += [full + site for site in sites]
                values += parameter.values()
        _check_together(parameters)
        position = {column: index for index, column in enumerate(columns)}
        return cls(parameters, tuple(columns), position, tuple(values))

    def find(self, mechanism: str, name: str, site: Site | None) -> int:
        """Return the column of a mechanism's parameter as seen from a site."""
        full = f"{mechanism}.{name}"
        if full not in self.parameters:
            raise ParameterError(
                f"{mechanism} uses the parameter '{name}', which {mechanism}.toml does not hold"
            )
        if not self.parameters[full].by_site:
            return self.position[full]
        if site is None:
            raise ParameterError(f"{full} has a value per site: read it with p.at(site)")
        return self.position[f"{full}@{site}"]

    def column(self, name: str) -> int:
        """Return the position of a column.

        Raises
        ------
        UnknownNameError
            If there is no such column; names the nearest.
        """
        if name not in self.position:
            raise UnknownNameError.of("parameter", name, self.columns)
        return self.position[name]

    def parameter(self, column: str) -> Parameter:
        """Return the parameter that a column belongs to."""
        return self.parameters[column.partition("@")[0]]

    def under(self, layer: Layer) -> ParameterTable:
        """Return the table with a layer's fitted values laid over it."""
        values = list(self.values)
        for name, value in zip(layer.parameters, layer.values, strict=True):
            values[self.column(name)] = value
        return ParameterTable(self.parameters, self.columns, self.position, tuple(values))


def _check_together(parameters: Mapping[str, Parameter]) -> None:
    """Check that whatever people's parameters go together with is one in which people differ."""
    for name, parameter in parameters.items():
        spread = parameter.between_people
        for other in spread.together_with if spread else ():
            found = parameters.get(other)
            if found is None:
                raise UnknownNameError.of("parameter", other, list(parameters))
            own = found.between_people
            if own is None or own.log_sd is None or own.together_with:
                raise ParameterError(
                    f"{name}: people cannot differ in it together with {other}, in which they do "
                    "not differ by themselves, by a log_sd"
                )


def file_of(mechanism: Mechanism) -> Path:
    """Return the parameter file beside a mechanism's own file."""
    import sys

    module = sys.modules[type(mechanism).__module__]
    return Path(str(module.__file__)).with_suffix(".toml")
