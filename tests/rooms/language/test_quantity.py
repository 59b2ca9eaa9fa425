"""Quantities: one unit inside, every usual unit at the door, nothing guessed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError, UnitError
from osteon.language import amounts, lifestyle
from osteon.language.population import Between
from osteon.language.quantity import Measured, split


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("62 years", (62, "years")),
        ("-4.1 %", (-4.1, "%")),
        ("\N{MINUS SIGN}4.1%", (-4.1, "%")),
        ("0.915 g/cm2", (0.915, "g/cm2")),
        ("0.915 g/cm²", (0.915, "g/cm²")),
        ("800 IU/day", (800, "IU/day")),
        ("2 per week", (2, "per week")),
        ("0.9 g/kg/day", (0.9, "g/kg/day")),
        ("1e3 mg", (1000, "mg")),
        ("78 mL/min/1.73 m2", (78, "mL/min")),
        ("40 nmol BCE/mmol creatinine", (40, "nmol /mmol")),
        ("-1.2", (-1.2, "")),
    ],
)
def test_a_quantity_is_a_number_and_a_unit(written: str, parts: tuple[float, str]) -> None:
    assert split(written) == parts


@pytest.mark.parametrize(
    ("measured", "written", "value"),
    [
        (amounts.AGE, "62 years", 62 * 365.25),
        (amounts.AGE, "744 months", 62 * 365.25),
        (amounts.HEIGHT, "1.64 m", 164),
        (amounts.WEIGHT, "68000 g", 68),
        (amounts.DOSE, "20 ug", 0.02),
        (amounts.DOSE, "20 µg", 0.02),
        (amounts.SHARE, "80 %", 0.8),
        (amounts.T_SCORE, -1.2, -1.2),
        (amounts.EGFR, "78 mL/min/1.73m2", 78),
        (amounts.CTX, "450 pg/mL", 0.45),
        (amounts.PINP, "48 ug/L", 48),
        (lifestyle.INTAKES["vitamin_d"], "20 ug/day", 800),  # 1 ug is 40 IU
        (lifestyle.INTAKES["vitamin_k2"], "45 mg/day", 45000),
        (lifestyle.INTAKES["omega_3"], "1 g/day", 1000),
        (lifestyle.MINUTES, 45, 45),
        (lifestyle.MINUTES, "1 hour", 60),
    ],
)
def test_every_usual_unit_leads_inside(measured: Measured, written: object, value: float) -> None:
    assert measured.read(written) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("measured", "written", "value"),
    [  # the factors printed in laboratory manuals, to the digits printed there
        (amounts.CALCIDIOL, "1 ng/mL", 2.496),
        (amounts.ESTRADIOL, "1 pg/mL", 3.671),
        (amounts.CALCIUM, "10 mg/dL", 10 / 4.008),
        (amounts.PTH, "1 pmol/L", 9.43),
    ],
)
def test_mass_and_amount_meet(measured: Measured, written: str, value: float) -> None:
    assert measured.read(written) == pytest.approx(value, rel=1e-3)


@pytest.mark.parametrize(
    ("measured", "written", "kind", "told"),
    [
        (amounts.AGE, 62, UnitError, "62 has no unit; write it with one, such as '62 years'"),
        (amounts.AGE, "62", UnitError, "62 has no unit; write it with one, such as '62 years'"),
        (amounts.AGE, 620, UnitError, "620 has no unit; write it with one, such as '62 years'"),
        (amounts.SHARE, 0.8, UnitError, "0.8 has no unit; write it with one, such as '80 %'"),
        (
            lifestyle.FOOD_AMOUNT,
            "1 cup",
            UnitError,
            "unknown unit 'cup'; write for example '200 g'",
        ),
        (amounts.AGE, "62 yeers", UnitError, "unknown unit 'yeers'; did you mean 'years'"),
        (amounts.AGE, "62 kg", UnitError, "'kg' does not measure this; write for example"),
        (amounts.CTX, "0.45 nmol/L", UnitError, "'nmol/L' does not measure this"),
        (amounts.T_SCORE, "-1.2 kg", UnitError, "'-1.2 kg' has a unit, and this is a plain"),
        (amounts.AGE, "620 years", InputError, "620 years is outside the plausible range, 18 to"),
        (amounts.T_SCORE, 40, InputError, "40 is outside the plausible range, -6 to 8"),
        (amounts.DOSE, "-1 mg", InputError, "-1 mg is outside the plausible range, 0 to 2000 mg"),
        (amounts.AGE, math.nan, InputError, "nan is not a finite number; write for example"),
        (amounts.AGE, math.inf, InputError, "inf is not a finite number"),
        (amounts.AGE, "1e999 years", InputError, "1e999 years is not a finite number"),
        (amounts.AGE, "nan years", InputError, "'nan years' does not begin with a number"),
        (amounts.AGE, "sixty years", InputError, "does not begin with a number; write for"),
        (amounts.WEIGHT, "68,5 kg", InputError, "'68,5 kg' has a comma; write numbers like"),
        (amounts.AGE, True, InputError, "'yes' is not a quantity; write for example '62 years'"),
        (amounts.AGE, ["62 years"], InputError, "is not a quantity"),
        (amounts.AGE, "62 day**9**9**9", UnitError, "'day**9**9**9' is not a unit"),
        (amounts.AGE, "9**9**9 days", UnitError, "is not a unit"),
        (amounts.AGE, "6" * 100 + " days", InputError, "does not begin with a number"),
    ],
)
def test_what_cannot_be_is_refused(
    measured: Measured, written: object, kind: type[InputError], told: str
) -> None:
    with pytest.raises(InputError) as caught:
        measured.read(written)
    assert type(caught.value) is kind
    assert told in str(caught.value)


EVERY = [one for room in (amounts, lifestyle) for one in vars(room).values()]
EVERY = [one for one in EVERY if isinstance(one, Measured)]


@pytest.mark.parametrize("measured", EVERY, ids=str)
def test_the_example_and_both_limits_can_be_written(measured: Measured) -> None:
    assert measured.read(measured.example) is not None
    for limit in (measured.low, measured.high):
        measured.read(f"{limit!r} {measured.usual}".strip())


@given(st.sampled_from(EVERY), st.floats(0, 1))
def test_what_is_written_reads_back_exactly(measured: Measured, share: float) -> None:
    number = measured.low + share * (measured.high - measured.low)
    value = measured.read(f"{number!r} {measured.usual}".strip())
    assert measured.read(measured.write(value)) == value


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("50 to 80 years", 50 * 365.25, 80 * 365.25),
        ("50 years to 80 years", 50 * 365.25, 80 * 365.25),
        ("below 80 years", -math.inf, 80 * 365.25),
        ("at least 50 years", 50 * 365.25, math.inf),
        ("> 50 years", 50 * 365.25, math.inf),
    ],
)
def test_a_range_has_two_limits_or_one(written: str, low: float, high: float) -> None:
    between = Between(amounts.AGE)
    limits = between.read(written)
    assert limits == (low, high)
    assert between.read(between.write(limits)) == limits


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("-2.0", "'-2.0' is not a range; write 'low to high' or 'below -1.2'"),
        ("-2.0 to -4.0", "'-2.0 to -4.0' is empty; write the lower limit first"),
        ("-20 to 0", "-20 is outside the plausible range"),
    ],
)
def test_a_range_that_is_none(written: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        Between(amounts.T_SCORE).read(written)
