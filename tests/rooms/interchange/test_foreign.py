"""Somebody else's model beside osteon: run in its own time, refused with the path of the fault."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from support.courses import EXAMPLE
from support.foreign import GUIDE, LOST, SMALL, guide

from osteon.errors import InputError, MissingExtraError, SimulationError
from osteon.interchange.foreign.beside import beside
from osteon.interchange.foreign.model import read_model
from osteon.interchange.foreign.run import shares_of
from osteon.language import Case

YEAR = 365.25
DAYS = np.array([0.0, 100.0, YEAR, YEAR + 50.0, 3 * YEAR])


def rising(days: np.ndarray) -> np.ndarray:
    """Return the share of month 0 after what is made has doubled at month 12."""
    return np.where(days > YEAR, 2.0 - np.exp(-LOST * np.maximum(days - YEAR, 0.0)), 1.0)


def test_it_follows_its_solution_on_paper(tmp_path: Path) -> None:
    found = shares_of(read_model(guide(tmp_path)), DAYS)
    assert found["C"] == pytest.approx(rising(DAYS), rel=1e-6)
    assert found["twice"] == pytest.approx(rising(DAYS), rel=1e-6)


def test_a_species_is_set_as_it_is_shown(tmp_path: Path) -> None:
    """In a room of three liters, four to the liter are twice two, and not four of six."""
    text = GUIDE.replace("{set: made, to: 0.04, at: month 12}", "{set: C, to: 4, at: month 12}")
    found = shares_of(read_model(guide(tmp_path, text)), np.array([0.0, YEAR, YEAR + 1.0]))
    assert found["C"][2] == pytest.approx(1.0 + np.exp(-LOST), rel=1e-6)


def test_its_time_is_its_own(tmp_path: Path) -> None:
    """A model that counts hours lives its hours twenty-four times as fast as one of days."""
    text = GUIDE.replace("time: day", "time: hour")
    found = shares_of(read_model(guide(tmp_path, text)), DAYS)
    later = np.maximum(DAYS - YEAR, 0.0)
    assert found["C"] == pytest.approx(2.0 - np.exp(-24.0 * LOST * later), rel=1e-6)


def test_it_may_come_to_rest_before_month_0(tmp_path: Path) -> None:
    """It begins with half of what it rests at, and has rested after ten years."""
    unrest = SMALL.replace('initialConcentration="2"', 'initialConcentration="1"')
    restless = shares_of(read_model(guide(tmp_path, GUIDE, unrest)), DAYS)
    assert restless["C"][1] > 1.5
    rested = shares_of(read_model(guide(tmp_path, GUIDE + "settle: 120 months\n", unrest)), DAYS)
    assert rested["C"] == pytest.approx(rising(DAYS), rel=1e-6)


def test_ours_stands_beside_it(tmp_path: Path) -> None:
    case = Case.read(EXAMPLE)
    found = beside(case, "anastrozole alone", read_model(guide(tmp_path)))
    assert found.model == "Small"
    assert found.months.tolist() == list(range(121))
    pair = found.pairs["C"]
    assert pair.quantity == "osteoclasts@lumbar_spine"
    assert (pair.ours[0], pair.theirs[0]) == pytest.approx((100.0, 100.0))
    assert pair.ours[12] > 105.0, "the fall of estradiol forms osteoclasts"
    assert pair.theirs == pytest.approx(100.0 * rising(found.months * 30.4375), rel=1e-6)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("C: osteo", "Q: osteo", r"4: quantities.Q: the model has no .*'Q'"),
        ("twice: rankl", "twice: rankel", r"5: quantities.twice: unknown quantity 'rankel'.*rankl"),
        ("rankl@lumbar_spine", "rankl", r"5: quantities.twice: 'rankl' does not exist at"),
        ("  C: ", "  lost: ", r"4: quantities.lost: 'lost' is a constant there"),
        ("set: made", "set: maid", r"7: changes.0.set: the model has no .*'maid'.*'made'"),
        ("set: made", "set: twice", r"7: changes.0.set: 'twice' follows from an equation"),
        ("at: month 12", "at: month -1", r"7: changes.0.at: this is before the model begins"),
        ("small.xml", "large.xml", r"1: model: there is no file .*large.xml"),
        ("time: day", "time: fortnight", r"2: time"),
        ("time: day\n", "", r".*time"),
        ("to: 0.04", "to: .inf", r"7: changes.*to"),
        ("at: month 12", "at: 12", r"7: .*at.* 12 does not say of what"),
        ("quantities:", "quantitys:", r"3: .*quantit"),
    ],
)  # fmt: skip
def test_a_slip_in_the_guide_is_refused_with_its_place(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in GUIDE
    with pytest.raises(InputError, match=rf"small\.yaml:?{said}"):
        read_model(guide(tmp_path, GUIDE.replace(old, new, 1)))


@pytest.mark.parametrize(
    "sbml",
    ["", "no xml at all", "<html/>", SMALL[:700], SMALL.replace("</model>", "", 1),
     '<sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"/>'],
)  # fmt: skip
def test_what_is_no_sbml_is_refused(sbml: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"1: model: .*small.xml is no SBML"):
        read_model(guide(tmp_path, GUIDE, sbml))


def test_a_case_given_as_a_guide_is_told_apart() -> None:
    with pytest.raises(InputError, match="this is a case file, and a guide to a foreign model"):
        read_model(EXAMPLE)


def test_of_nothing_no_share_is_taken(tmp_path: Path) -> None:
    text = GUIDE.replace("twice:", "nothing:")
    with pytest.raises(InputError, match=r"quantities.nothing: 'nothing' is nothing at month 0"):
        shares_of(read_model(guide(tmp_path, text)), DAYS)


def test_a_formula_of_unknown_names_is_refused(tmp_path: Path) -> None:
    wrong = SMALL.replace("<ci>lost</ci>", "<ci>gone</ci>")
    with pytest.raises(InputError, match=r"model: libroadrunner cannot run small.xml"):
        shares_of(read_model(guide(tmp_path, GUIDE, wrong)), DAYS)


def test_what_grows_without_end_is_told(tmp_path: Path) -> None:
    """dC/dt = made + 5 C, over years: no number holds it."""
    wild = SMALL.replace('id="lost" value="0.01"', 'id="lost" value="-5"')
    with pytest.raises(SimulationError, match=r"Small"):
        shares_of(read_model(guide(tmp_path, GUIDE, wild)), DAYS)


@pytest.mark.parametrize("package", ["roadrunner", "libsbml"])
def test_without_its_packages_one_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(MissingExtraError, match=r"osteon\[foreign\]"):
        shares_of(read_model(guide(tmp_path)), DAYS)
