"""Elements of an SBML model, each made in one call; what libsbml refuses is an error here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from osteon.errors import MissingExtraError, OsteonError
from osteon.interchange.sbml.unit import define_unit

if TYPE_CHECKING:
    from types import ModuleType


def sbml_library(extra: str = "interchange") -> ModuleType:
    """Return libsbml.

    Parameters
    ----------
    extra:
        What brings it, with all else that is needed for what it is needed for.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import libsbml
    except ImportError as missing:
        raise MissingExtraError.of("SBML", extra, missing) from missing
    return libsbml  # type: ignore[no-any-return]


def parsed(formula: str) -> Any:
    """Return an infix formula as libsbml has it.

    Raises
    ------
    OsteonError
        If it is none.
    """
    library = sbml_library()
    tree = library.parseL3Formula(formula)
    if tree is None:
        raise OsteonError(f"SBML cannot say '{formula}': {library.getLastParseL3Error()}")
    return tree


def add_number(
    sbml: Any, identifier: str, name: str, unit: str, value: float | None, *, constant: bool
) -> Any:
    """Add a number of the model: a parameter, a state, an input or a quantity."""
    element = sbml.createParameter()
    done(element.setId(identifier))
    done(element.setMetaId(f"meta_{identifier}"))
    done(element.setName(name))
    done(element.setConstant(constant))
    done(element.setUnits(define_unit(sbml, unit)))
    if value is not None:
        done(element.setValue(value))
    return element


def add_rule(sbml: Any, kind: str, variable: str, formula: str) -> None:
    """Add what a number is (`kind` Assignment) or how fast it changes (Rate)."""
    rule = getattr(sbml, f"create{kind}Rule")()
    done(rule.setVariable(variable))
    done(rule.setMath(parsed(formula)))


def done(status: int) -> None:
    """Refuse to go on after a call of libsbml that failed."""
    if status != 0:
        library = sbml_library()
        raise OsteonError(
            f"libsbml refused a part of the model: {library.OperationReturnValue_toString(status)}"
        )
