"""The vocabulary: every quantity declared once, in full words, with a unit and a sentence."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter

import pytest

from osteon.language.endpoints import LEVELS
from osteon.model.model import Model
from osteon.vocabulary import quantities
from osteon.vocabulary.quantity import Quantity, Scope, at_each_site
from osteon.vocabulary.units import factor, unit_names


def declared() -> list[Quantity]:
    """Return every quantity of the shared vocabulary."""
    found = []
    for module in pkgutil.iter_modules(quantities.__path__, f"{quantities.__name__}."):
        members = vars(importlib.import_module(module.name)).items()
        found += [(name, one) for name, one in members if isinstance(one, Quantity)]
    assert all(name == one.name.upper() for name, one in found)
    return [one for _, one in found]


SHARED = declared()
every_quantity = pytest.mark.parametrize("quantity", SHARED, ids=str)
UNITS = {unit for unit in unit_names() if len(unit) > 1}


def test_a_name_belongs_to_one_quantity() -> None:
    names = Counter(quantity.name for quantity in SHARED)
    assert [name for name, count in names.items() if count > 1] == []


def test_a_symbol_and_a_sentence_belong_to_one_quantity(model: Model) -> None:
    known = model.roster.quantities.values()
    for word in ("symbol", "meaning"):
        used = Counter(getattr(quantity, word) for quantity in known)
        assert [one for one, count in used.items() if count > 1] == [], word


@every_quantity
def test_a_name_is_full_words_without_unit_or_number(quantity: Quantity) -> None:
    """What laboratories number keeps its number: a marker (TRACP 5b), a growth factor (IGF-1)."""
    name = quantity.name.removeprefix("igf1").removeprefix("_") or "igf"
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name) or quantity.name in LEVELS
    assert set(quantity.name.split("_")) & UNITS == set()


@every_quantity
def test_a_unit_is_one_that_people_write(quantity: Quantity) -> None:
    assert factor(quantity.unit, quantity.unit) == 1.0


@every_quantity
def test_its_meaning_is_one_plain_sentence(quantity: Quantity) -> None:
    assert re.fullmatch(r"[A-Z0-9].{8,}\.", quantity.meaning)
    assert ". " not in quantity.meaning.removesuffix(".")
    assert quantity.symbol


def test_every_shared_quantity_is_given_by_some_mechanism(model: Model) -> None:
    assert {quantity.name for quantity in SHARED} <= set(model.roster.quantities)


def test_a_quantity_is_written_in_plain_words() -> None:
    quantity = at_each_site("bone_balance", "1/day", "Formation minus resorption.", "b")
    assert quantity.scope is Scope.SITE
    assert quantity.label == "bone balance"
    assert str(quantity) == "bone_balance"


def test_a_quantity_belongs_to_the_person_unless_it_says_otherwise() -> None:
    assert Quantity("pth", "pg/mL", "Parathyroid hormone.", "H").scope is Scope.PERSON
