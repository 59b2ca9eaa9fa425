"""FHIR R4 (read as R4B): validation, and where in a bundle a fault lies."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from osteon.errors import InputError, MissingExtraError


def validated(content: dict[str, Any], source: str | None = None) -> Any:
    """Return a bundle as checked resources.

    Raises
    ------
    InputError
        If it is no valid bundle; names the path of the first fault.
    MissingExtraError
        If fhir.resources is not installed.
    """
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ImportError as missing:
        raise MissingExtraError.of("FHIR", "fhir", missing) from missing
    from pydantic import ValidationError

    _check_types(content, source)
    try:
        return Bundle.model_validate(content)
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        message = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
        raise InputError(f"{path_of(first['loc'])}: {message}", source=source) from fault
    except KeyError as fault:
        message = f"Bundle: a resource within a resource is of no type that FHIR R4 knows ({fault})"
        raise InputError(message, source=source) from fault


def json_object(text: str, source: str) -> dict[str, Any]:
    """Return the content of a JSON text.

    Raises
    ------
    InputError
        If it is no JSON, or holds no object.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as fault:
        raise InputError(
            f"this is no JSON: {fault.msg}", source=source, line=fault.lineno
        ) from fault
    except RecursionError as fault:
        raise InputError(
            "this is no FHIR: brackets within brackets without end", source=source
        ) from fault
    except ValueError as fault:
        raise InputError("this is no FHIR: a number has too many digits", source=source) from fault
    if not isinstance(content, dict):
        raise InputError("a FHIR bundle is needed: an object in braces", source=source)
    return content


def path_of(location: Sequence[str | int]) -> str:
    """Return a path as FHIR writes it: Bundle.entry[3].resource.valueQuantity.unit."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location]
    return "Bundle" + "".join(steps)


def _check_types(content: dict[str, Any], source: str | None) -> None:
    """Refuse what is no bundle, and resources of a type that FHIR does not know."""
    from fhir.resources.R4B import get_fhir_model_class

    kind = content.get("resourceType")
    if kind != "Bundle":
        raise InputError(
            f"resourceType: '{kind}' is no Bundle; put patient and observations into one",
            source=source,
        )
    entries = content.get("entry", [])
    for place, entry in enumerate(entries if isinstance(entries, list) else []):
        resource = entry.get("resource") if isinstance(entry, dict) else None
        name = resource.get("resourceType") if isinstance(resource, dict) else None
        try:
            get_fhir_model_class(str(name))
        except (KeyError, ValueError) as fault:
            where = path_of(("entry", place, "resource", "resourceType"))
            raise InputError(
                f"{where}: '{name}' is no resource of FHIR R4", source=source
            ) from fault
