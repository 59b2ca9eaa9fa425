"""What stands in an equation is what its mechanism reads, and it gives the same number."""

from __future__ import annotations

import pytest

from osteon.errors import UnknownNameError
from osteon.model.dimension import Dimensioned
from osteon.model.evaluation import Evaluation
from osteon.model.influences import equations_of, giver_of, readers_of
from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.vocabulary.site import Site


def number(value: object) -> float:
    return value.value if isinstance(value, Dimensioned) else float(value)  # type: ignore[arg-type]


@pytest.fixture
def away() -> Evaluation:
    """Return a state far from reference: every state and input half as much again, and some."""
    model = standard()
    blank = model.evaluate({}, {})
    states = {key: 1.5 * number(blank.reference(key)) + 0.1 for key in model.states}
    inputs = {key: 1.5 * number(blank.reference(key)) + 0.1 for key in model.inputs}
    return model.evaluate(states, inputs)


def test_every_equation_gives_what_the_model_gives(away: Evaluation) -> None:
    model = standard()
    columns = dict(zip(model.table.columns, model.table.values, strict=True))
    given = {"rates": away.rate, "values": away.quantity}
    for key, equations in equations_of(model).items():
        for one in equations:
            expected = (
                away.fold(one.mechanism, key) if one.kind == "folds" else given[one.kind](key)
            )
            found = one.value(lambda read: number(away.quantity(read)), columns.__getitem__)
            assert found == pytest.approx(number(expected), rel=1e-12), (key, one.mechanism)


def test_what_stands_in_the_equations_is_what_a_mechanism_reads(away: Evaluation) -> None:
    model = standard()
    for key in model.states:
        away.rate(key)
    for name in model.roster.quantities:
        for key in (key for key in equations_of(model) if key.name == name):
            away.quantity(key)
    for mechanism in model.mechanisms:
        mine = [
            one
            for equations in equations_of(model).values()
            for one in equations
            if one.mechanism is mechanism
        ]
        standing = {read.name for one in mine for read in one.reads}
        own = {one.quantity.name for one in mine}
        assert standing <= away.reads[mechanism.name]
        assert away.reads[mechanism.name] <= standing | own


def test_a_site_is_moved_by_its_own_site_and_by_the_person() -> None:
    for key, equations in equations_of(standard()).items():
        if key.site is not None:
            reads = {read.site for one in equations for read in one.reads}
            assert reads <= {None, key.site}


def test_readers_are_the_other_way_round() -> None:
    model = standard()
    names = {one.quantity.name for one in readers_of(model)[Key("estradiol")]}
    assert names == {"estrogen_signal"}
    (reader,) = readers_of(model)[Key("bmd", Site.TOTAL_HIP)]
    assert reader.quantity == Key("bmd_shortfall", Site.TOTAL_HIP)
    assert readers_of(model)[Key("ctx")] == ()


def test_an_unknown_quantity_has_no_giver() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown quantity 'estradio'.*'estradiol'"):
        giver_of(standard(), "estradio")
