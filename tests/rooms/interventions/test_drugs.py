"""Drugs against solutions on paper and the studies that their numbers come from."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.typical import AFTER_MENOPAUSE, life, now

from osteon.interventions.drug import Delivery, Drug
from osteon.model.library import mechanisms
from osteon.model.model import Model

DRUGS = [one for one in mechanisms() if isinstance(one, Drug)]
every_drug = pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: drug.drug)
DAYS = np.array([0.5, 3.0, 15.0, 2000.0])
DOSE = 1.0


def value(model: Model, parameter: str) -> float:
    """Return a typical parameter."""
    return model.table.values[model.table.column(parameter)]


@every_drug
def test_a_drug_is_called_by_its_generic_name(drug: Drug) -> None:
    assert re.fullmatch(r"[a-z]+( [a-z]+)*", drug.drug)


@every_drug
@pytest.mark.parametrize("dose", [0.1, 1.0, 3.75, 11.25, 100.0])
def test_one_file_at_most_answers_to_a_dose_by_a_route(drug: Drug, dose: float) -> None:
    alike = [one for one in DRUGS if (one.drug, one.route) == (drug.drug, drug.route)]
    assert sum(one.is_given_so(dose, 28.0) for one in alike) <= 1


@every_drug
def test_a_drug_stands_in_the_file_of_its_name(drug: Drug) -> None:
    """Where a drug is given in several ways, its name begins the name of further files."""
    name = drug.name.replace("_", " ")
    assert name == drug.drug or name.startswith(f"{drug.drug} ")


@every_drug
def test_a_dose_enters_where_the_drug_says(drug: Drug) -> None:
    if drug.delivery is Delivery.AVERAGE_RATE:
        assert drug.dose in drug.takes
        assert drug.dose.unit.endswith("/day")
    else:
        assert drug.dose in drug.owns


@every_drug
def test_nobody_is_born_with_a_drug(model: Model, drug: Drug) -> None:
    reading = now(model)
    held = [one for one in (*drug.owns, *drug.takes) if one is not drug.interval]
    assert [reading(one.name) for one in held] == pytest.approx([0.0] * len(held))


@every_drug
def test_a_drug_acts_on_what_others_opened(model: Model, drug: Drug) -> None:
    assert drug.modifies
    assert all(model.roster.opener[flux.name].name != drug.name for flux in drug.modifies)


@pytest.mark.parametrize("drug", ["anastrozole", "tamoxifen"])
def test_the_amount_rises_to_dose_over_elimination(model: Model, drug: str) -> None:
    elimination = value(model, f"{drug}.elimination")
    lived = life(model, {f"{drug}_dose": DOSE}, DAYS)
    expected = DOSE / elimination * (1.0 - np.exp(-elimination * DAYS))
    assert lived[drug][0] == pytest.approx(expected, rel=1e-6)


def test_anastrozole_inhibits_aromatase_by_its_concentration(model: Model) -> None:
    amount = DOSE / value(model, "anastrozole.elimination")
    over = amount / value(model, "anastrozole.volume") / value(model, "anastrozole.half_inhibition")
    left = now(model, {"anastrozole": amount})("aromatase_activity")
    assert left == pytest.approx(1.0 / (1.0 + over))


def test_one_milligram_leaves_the_aromatase_that_geisler_measured(model: Model) -> None:
    """Geisler 2002: 97.3 % inhibition on 1 mg a day."""
    lived = life(model, {"anastrozole_dose": 1.0}, DAYS)
    assert lived["aromatase_activity"][0, -1] == pytest.approx(0.027, rel=0.1)


def test_estradiol_on_anastrozole_is_what_the_leak_leaves(model: Model) -> None:
    lived = life(model, {"anastrozole_dose": 1.0}, DAYS, AFTER_MENOPAUSE)
    left = lived["aromatase_activity"][0, -1]
    leak, steepness = value(model, "estradiol.leak"), value(model, "estradiol.steepness")
    made_still = leak + (1.0 - leak) * left**steepness
    expected = value(model, "estradiol.peripheral_level") * made_still
    assert lived["estradiol"][0, -1] == pytest.approx(expected, rel=1e-5)


def test_estradiol_on_anastrozole_is_the_share_that_dixon_measured(model: Model) -> None:
    """Dixon 2008: 10.1 % of estradiol is left on anastrozole."""
    untreated = life(model, {}, DAYS, AFTER_MENOPAUSE)["estradiol"][0, -1]
    treated = life(model, {"anastrozole_dose": 1.0}, DAYS, AFTER_MENOPAUSE)["estradiol"][0, -1]
    assert treated / untreated == pytest.approx(0.101, abs=0.01)


def test_before_menopause_the_ovary_overrules_anastrozole(model: Model) -> None:
    lived = life(model, {"anastrozole_dose": 1.0}, DAYS)
    assert lived["estradiol"][0, -1] > 0.9 * lived["reference_estradiol"][0, -1]


def test_tamoxifen_competes_for_the_receptor(model: Model) -> None:
    """Of receptors without estradiol, half are bound at the half binding."""
    reading = now(model, {"tamoxifen": value(model, "tamoxifen.half_binding")})
    assert reading("receptor_competition") == pytest.approx(2.0)
    assert reading("receptor_agonism") == pytest.approx(1.0 + value(model, "tamoxifen.efficacy"))


@pytest.mark.parametrize("dose", [1.0, 20.0])
def test_tamoxifen_is_an_agonist_after_menopause_and_an_antagonist_before(
    model: Model, dose: float
) -> None:
    """Powles 1996: BMD gained after menopause and lost before it, on the same 20 mg."""
    before = life(model, {"tamoxifen_dose": dose}, DAYS)["estrogen_signal"][0, -1]
    after, untreated = (
        life(model, given, DAYS, AFTER_MENOPAUSE)["estrogen_signal"][0, -1]
        for given in ({"tamoxifen_dose": dose}, {})
    )
    assert before < 0.99
    assert after > 1.05 * untreated
    assert after < before or dose < 20.0


def test_all_receptors_bound_to_tamoxifen_signal_its_efficacy(model: Model) -> None:
    reading = now(model, {"tamoxifen": 1e9, "estradiol": 25.0})
    half = value(model, "estrogen_receptor.half_signal")
    reference = reading("reference_estradiol")
    full = reference / (half + reference)
    expected = value(model, "tamoxifen.efficacy") / full
    assert reading("estrogen_signal") == pytest.approx(expected, rel=1e-4)


BISPHOSPHONATES = ("alendronate", "risedronate", "ibandronate", "zoledronic_acid")


@pytest.mark.parametrize("drug", BISPHOSPHONATES)
def test_a_bisphosphonate_acts_by_half_at_its_half_effect_and_then_saturates(
    model: Model, drug: str
) -> None:
    half = value(model, f"{drug}.half_effect")
    killing = value(model, "bisphosphonate_on_osteoclasts.killing")
    disarming = value(model, "bisphosphonate_on_osteoclasts.disarming")
    for amount, effect in ((half, 0.5), (1e9, 1.0)):
        reading = now(model, {drug: amount})
        assert reading("osteoclast_death@total_hip") == pytest.approx(1.0 + killing * effect)
        assert reading("osteoclast_activity@total_hip") == pytest.approx(
            1.0 / (1.0 + disarming * effect)
        )


def test_two_bisphosphonates_never_do_more_than_bone_can_hold(model: Model) -> None:
    """Bliss independence: one half and one half are three quarters."""
    halves = {drug: value(model, f"{drug}.half_effect") for drug in BISPHOSPHONATES[:2]}
    killing = value(model, "bisphosphonate_on_osteoclasts.killing")
    reading = now(model, halves)
    assert reading("osteoclast_death@total_hip") == pytest.approx(1.0 + 0.75 * killing)


def test_ibandronate_in_blood_acts_alike_whichever_way_it_came(model: Model) -> None:
    """0.6 % of a tablet is absorbed: 1000 mg swallowed load bone as 6 mg injected do."""
    swallowed = 1000.0 * value(model, "ibandronate.uptake")
    loads = [
        now(model, amounts)("bisphosphonate_load")
        for amounts in ({"ibandronate": swallowed}, {"ibandronate_injected": 6.0})
    ]
    assert loads[0] == pytest.approx(loads[1], rel=0.01)


def test_denosumab_lasts_as_long_as_its_label_says(model: Model) -> None:
    """60 mg: a peak near 6.8 micrograms a milliliter after about ten days, half-life of weeks."""
    days = np.arange(0.5, 120.0, 0.5)
    lived = life(model, {}, days, None, {"denosumab_depot": 60.0})
    level = lived["denosumab"][0] / value(model, "denosumab.volume")
    assert level.max() == pytest.approx(6.75, rel=0.3)
    assert 5.0 <= days[level.argmax()] <= 20.0
    month_two, month_three = level[days == 60.0][0], level[days == 90.0][0]
    assert 12.0 < 30.0 * np.log(2.0) / np.log(month_two / month_three) < 35.0


def test_hourly_pth_leaves_no_pulse_and_calls_for_resorption(model: Model) -> None:
    """The same amount a day: in one injection it builds, given all day long it resorbs.

    Formation answers what is gone of a peak at the next dose, 1 - exp(-elimination * interval), to
    the power of the pause that it asks for.
    """
    elimination, hour = value(model, "teriparatide.elimination"), 1.0 / 24.0
    amount = 0.02 / elimination
    daily = now(model, {"teriparatide": amount})
    lasting = now(model, {"teriparatide": amount, "teriparatide_interval": hour})
    assert daily("pth_anabolic_signal") > 1.2
    gone = np.expm1(-elimination * hour) / np.expm1(-elimination)
    built = lasting("pth_anabolic_signal") - 1.0
    share = gone ** value(model, "teriparatide.pause")
    assert built == pytest.approx(share * (daily("pth_anabolic_signal") - 1.0))
    assert lasting("pth_catabolic_signal") > daily("pth_catabolic_signal")
