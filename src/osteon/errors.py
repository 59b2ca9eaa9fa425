"""Everything that can go wrong, as one tree.

    OsteonError
    ├── InputError            what a person wrote cannot be used (exit status 2)
    │   ├── UnitError         a quantity has no unit, or one of the wrong kind
    │   └── UnknownNameError  a drug, endpoint, activity ... that is not known
    ├── ModelError            a model cannot be put together from its mechanisms
    │   ├── DimensionError    an equation adds or compares unlike things
    │   └── ParameterError    a parameter lacks a value, an origin or a use
    ├── EvidenceError         evidence was asked for in a way its role forbids
    ├── SimulationError       a solve did not succeed
    ├── EndedError            work was ended from outside before it was done
    ├── StoreError            kept cases or shards cannot be read or written
    └── MissingExtraError     what was asked for needs packages that are not installed

A message says what was wrong, where, the nearest right name, and the way out.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class OsteonError(Exception):
    """Anything osteon refuses or fails to do."""


class InputError(OsteonError):
    """What a person wrote cannot be used.

    Parameters
    ----------
    message:
        What is wrong and what to do about it.
    source:
        The file it stands in, if it came from one.
    line:
        The line in that file, counted from one.
    """

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None) -> None:
        place = "" if source is None else f"{source}: " if line is None else f"{source}:{line}: "
        super().__init__(place + message)
        self.message = message
        self.source = source
        self.line = line


class UnitError(InputError):
    """A quantity has no unit, or one of the wrong kind."""


class UnknownNameError(InputError):
    """A name that is not known; the message offers the nearest one."""

    @classmethod
    def of(cls, kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
        """Say that `name` is no `kind`, and which known name is nearest."""
        return cls(f"unknown {kind} '{name}'; {nearest(name, known)}")


class ModelError(OsteonError):
    """A model cannot be put together from its mechanisms."""


class DimensionError(ModelError):
    """An equation adds, compares or exponentiates unlike things."""


class ParameterError(ModelError):
    """A parameter lacks a value, an origin or a use."""


class EvidenceError(OsteonError):
    """Evidence was asked for in a way its role forbids."""


class SimulationError(OsteonError):
    """A solve did not succeed: names the person, the time and the quantity."""


class EndedError(OsteonError):
    """Work was ended from outside before it was done."""


class StoreError(OsteonError):
    """Kept cases or shards cannot be read or written: names the file and the way out."""


class MissingExtraError(OsteonError):
    """What was asked for needs packages that are not installed."""

    @classmethod
    def of(cls, purpose: str, extra: str, missing: ImportError) -> MissingExtraError:
        """Say what for, and which extra of osteon brings what is missing."""
        lacking = f" ({missing.name} is not installed)" if missing.name else ""
        return cls(f"{purpose} needs more packages{lacking}: pip install 'osteon[{extra}]'")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return 'did you mean ...?' with the nearest known names, or the list of all."""
    names = sorted(set(known))
    return alike(name, names).removeprefix("; ") or "known are " + ", ".join(names)


def alike(name: str, known: Iterable[str]) -> str:
    """Return '; did you mean ...?' with the nearest known names, or nothing if none is near."""
    close = difflib.get_close_matches(str(name).lower(), sorted(set(known)), n=2, cutoff=0.5)
    return "; did you mean " + " or ".join(f"'{one}'" for one in close) + "?" if close else ""
