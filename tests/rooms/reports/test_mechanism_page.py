"""A page about a mechanism holds what its file, its numbers and its neighbors say."""

from __future__ import annotations

import pytest

from osteon.mechanism import Mechanism
from osteon.model.explain import account_of
from osteon.model.model import Model
from osteon.people.layer import current_layer
from osteon.reports.mechanism_page import heading_of, mechanism_page
from osteon.reports.mechanism_page.markdown import plain, table


def mechanism(model: Model, name: str) -> Mechanism:
    return next(one for one in model.mechanisms if one.name == name)


@pytest.fixture(scope="module")
def page(model: Model):
    """Return name -> page, under the fitted layer."""
    reference = model.at_reference()

    def made(name: str, *, fitted: bool = True) -> str:
        layer = current_layer() if fitted else None
        return mechanism_page(model, layer, mechanism(model, name), reference)

    return made


def test_a_page_tells_the_story_what_is_assumed_and_what_is_left_out(page) -> None:
    text = page("rankl_opg")
    assert text.startswith("# RANKL and OPG\n\nRANKL and OPG: the master switch")
    assert "Grade **B**: randomized trials on a biomarker, or strong physiology." in text
    assert "**Assumes.** Well-mixed site; binding fast against turnover." in text
    assert "**Leaves out.** Soluble against membrane-bound RANKL" in text


def test_a_number_stands_with_its_unit_its_source_and_its_uncertainty(page) -> None:
    row = next(
        line for line in page("anastrozole", fitted=False).splitlines() if "**volume**" in line
    )
    assert "90.0 L" in row
    assert "*measured*: [" in row
    assert "(#arimidex)" in row
    assert "× or ÷ 1.11" in row  # exp(0.1)


def test_a_fitted_number_says_so_and_where_it_began(page) -> None:
    layer = current_layer()
    assert layer is not None
    row = next(line for line in page("rankl_opg").splitlines() if "**spare**" in line)
    assert f"{layer['rankl_opg.spare']:.2f}" in row
    assert f"*fitted*, with {len(layer.data)} trials; begun at 2.60, *assumed*" in row


def test_neighbors_are_those_of_the_model(page) -> None:
    text = page("rankl_opg")
    acting, acted_on = text.partition("## What acts on it")[2].split("## What it acts on")
    assert "[Denosumab](denosumab.md) multiplies its *RANKL blockade* (grade A)" in acting
    assert "its *RANK occupancy* is read by [Osteoclasts](osteoclasts.md)" in acted_on


def test_sites_with_laws_of_their_own_are_told_apart(model: Model, page) -> None:
    """Every site has its share of the skeleton, and the equation for the whole names them."""
    assert r"^{\mathrm{lumbar\ spine}}" in page("skeleton")


def test_every_mechanism_has_a_page_of_its_own_name(model: Model, page) -> None:
    files = [heading_of(one).file for one in model.mechanisms]
    assert len(set(files)) == len(model.mechanisms)
    assert all(page(one.name).count("\n# ") == 0 for one in model.mechanisms)


def test_an_equation_that_goes_on_is_no_story(model: Model) -> None:
    account = account_of(mechanism(model, "denosumab"))
    assert account.equations[1].endswith("/ (half_target_loss + concentration)")
    assert account.remarks.startswith("While RANKL is bound")


def test_cells_hold_anything() -> None:
    assert table(("a",), [("x | y\nz",)])[2] == "| x \\| y z |"
    assert table(("a",), []) == []
    assert plain("0.98 * 2_3 < $4") == "0.98 \\* 2\\_3 &lt; \\$4"
