"""What acts on a mechanism, and what it acts on: by its fluxes and by what is read."""

from __future__ import annotations

from collections.abc import Iterator

from osteon.mechanism import Mechanism
from osteon.model.influences import equations_of, giver_of, readers_of
from osteon.model.model import Model
from osteon.reports.mechanism_page.headings import heading_of
from osteon.reports.wording import in_plain_words


def acting_on(model: Model, mechanism: Mechanism) -> list[str]:
    """Return a line for everything that acts on a mechanism from outside."""
    lines = [
        f"{_link(other)} multiplies its *{in_plain_words(flux.name)}* (grade {other.grade})"
        for flux in mechanism.opens
        for other in model.roster.modifiers.get(flux.name, ())
        if other is not mechanism
    ]
    lines += [
        f"*{in_plain_words(name)}*, which it reads from {_link(giver)}"
        for name in _read(model, mechanism)
        if (giver := giver_of(model, name)) is not mechanism
    ]
    lines += [
        f"*{in_plain_words(taken.name)}*, which comes from outside the body"
        for taken in mechanism.takes
    ]
    return list(dict.fromkeys(lines))


def acted_on(model: Model, mechanism: Mechanism) -> list[str]:
    """Return a line for everything that a mechanism acts on."""
    lines = [
        f"multiplies *{in_plain_words(flux.name)}* of {_link(giver_of(model, flux.name))}"
        for flux in mechanism.modifies
    ]
    lines += [
        f"its *{in_plain_words(name)}* is read by {_link(reader)} (grade {reader.grade})"
        for name, reader in _readers(model, mechanism)
    ]
    return list(dict.fromkeys(lines))


def _read(model: Model, mechanism: Mechanism) -> Iterator[str]:
    for written in equations_of(model).values():
        for equation in written:
            if equation.mechanism is mechanism:
                yield from (key.name for key in equation.reads)


def _readers(model: Model, mechanism: Mechanism) -> Iterator[tuple[str, Mechanism]]:
    given = {quantity.name for quantity in (*mechanism.owns, *mechanism.defines, *mechanism.opens)}
    for key, readers in readers_of(model).items():
        for equation in readers:
            if key.name in given and equation.mechanism is not mechanism:
                yield key.name, equation.mechanism


def _link(mechanism: Mechanism) -> str:
    heading = heading_of(mechanism)
    return f"[{heading.title}]({heading.file})"
