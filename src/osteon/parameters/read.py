"""Read the parameters of a mechanism from the TOML file beside it, and say what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import ValidationError

from osteon.errors import ParameterError, nearest
from osteon.parameters.parameter import Parameter
from osteon.parameters.references import references


def read_parameters(path: Path) -> dict[str, Parameter]:
    """Return the parameters of one file by name; none if there is no file.

    Raises
    ------
    ParameterError
        If the file is not TOML, lacks an origin, or cites a source that no
        .bib file holds.
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise ParameterError(f"{path.name} is not valid TOML: {fault}") from fault
    parameters: dict[str, Parameter] = {}
    for name, table in tables.items():
        try:
            parameters[name] = Parameter.model_validate(table)
        except ValidationError as fault:
            first = fault.errors()[0]
            place = ".".join([name, *map(str, first["loc"])])
            raise ParameterError(f"{path.name}, {place}: {first['msg']}") from fault
        source = parameters[name].origin.source
        if source is not None and source not in references():
            raise ParameterError(
                f"{path.name}, {name}: source '{source}' is in no .bib file; "
                + nearest(source, references())
            )
    return parameters
