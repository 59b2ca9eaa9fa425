"""A parameter file that lacks an origin, a reason or a site is refused, with the place in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from osteon.errors import ParameterError
from osteon.parameters import Parameter, read_parameters
from osteon.vocabulary.site import Site

GOOD = """
[turnover]
value = 0.5
unit = "1/day"
meaning = "Speed at which the pool turns over."
origin = { method = "assumed", reason = "chosen for this test" }
uncertainty = { log_sd = 0.3 }
"""
SITES = "{ lumbar_spine = 1.0, total_hip = 2.0, femoral_neck = 3.0 }"


def written(folder: Path, text: str) -> Path:
    """Return a parameter file of this text."""
    path = folder / "pool.toml"
    path.write_text(text, "utf-8")
    return path


def refusal(folder: Path, old: str, new: str) -> str:
    """Return the words with which the good file is refused once a part of it is changed."""
    assert old in GOOD
    with pytest.raises(ParameterError) as caught:
        read_parameters(written(folder, GOOD.replace(old, new)))
    return str(caught.value)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    found = read_parameters(written(tmp_path, GOOD))
    assert list(found) == ["turnover"]
    parameter = found["turnover"]
    assert (parameter.values(), parameter.unit) == ((0.5,), "1/day")
    assert parameter.origin.method == "assumed"
    assert parameter.origin.reason == "chosen for this test"
    assert parameter.uncertainty is not None
    assert parameter.uncertainty.log_sd == 0.3
    assert parameter.between_people is None
    assert not parameter.by_site


def test_a_mechanism_without_parameters_needs_no_file(tmp_path: Path) -> None:
    assert read_parameters(tmp_path / "none.toml") == {}


def test_values_of_sites_stand_in_the_order_of_sites(tmp_path: Path) -> None:
    shuffled = "{ femoral_neck = 3.0, lumbar_spine = 1.0, total_hip = 2.0 }"
    for text in (SITES, shuffled):
        parameter = read_parameters(written(tmp_path, GOOD.replace("0.5", text)))["turnover"]
        assert parameter.by_site
        assert parameter.values() == (1.0, 2.0, 3.0)


ORIGIN = '{ method = "assumed", reason = "chosen for this test" }'


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        (f"origin = {ORIGIN}", "", "turnover.origin", "Field required"),
        (', reason = "chosen for this test"', "", "turnover.origin", "needs a reason"),
        (ORIGIN, '{ method = "measured" }', "turnover.origin", "a measured value needs a source"),
        (
            ORIGIN,
            '{ method = "derived", source = "heaney1989" }',
            "turnover.origin",
            "a derived value needs a source and a locus",
        ),
        (
            ORIGIN,
            '{ method = "fitted", locus = "table 2" }',
            "turnover.origin",
            "a fitted value needs a source and a locus",
        ),
        (ORIGIN, '{ method = "guessed" }', "turnover.origin.method", "'measured', 'fitted'"),
        ('"assumed", reason', '"assumed", reazon', "turnover.origin.reazon", "not permitted"),
        ("0.5", '"fast"', "turnover.value", "valid number"),
        ("[turnover]", "[turnover]\nunits = 3", "turnover.units", "not permitted"),
        ('"Speed at which the pool turns over."', '"Speed."', "turnover.meaning", "10 characters"),
        ("0.5", "{ lumbar_spine = 1.0, total_hip = 2.0 }", "turnover", "needs all of lumbar_spine"),
        ("0.5", "-0.5", "turnover", "log_sd is for positive values; give sd instead"),
        ("0.5", SITES.replace("2.0", "0.0"), "turnover", "log_sd is for positive values"),
        ("log_sd = 0.3", "log_sd = 0.3, sd = 1.0", "turnover.uncertainty", "one of the two"),
        ("{ log_sd = 0.3 }", "{ }", "turnover.uncertainty", "give log_sd (for positive numbers)"),
        ("log_sd = 0.3", "log_sd = -0.3", "turnover.uncertainty.log_sd", "greater than 0"),
        ("log_sd = 0.3", "sd = 0.0", "turnover.uncertainty.sd", "greater than 0"),
        (
            "log_sd = 0.3",
            'log_sd = 0.3, together_with = { "a.b" = 0.8, "a.c" = -0.7 }',
            "turnover.uncertainty",
            "exceed one in sum",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, place: str, words: str
) -> None:
    said = refusal(tmp_path, old, new)
    assert said.startswith(f"pool.toml, {place}")
    assert words in said


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    said = refusal(tmp_path, "value = 0.5", "value = = 0.5")
    assert said.startswith("pool.toml is not valid TOML: ")
    assert "line 3" in said


@pytest.mark.parametrize(
    ("source", "near"), [("heany1989", "heaney1989"), ("gallager2012", "gallagher2012")]
)
def test_an_unknown_source_is_answered_with_the_nearest(
    tmp_path: Path, source: str, near: str
) -> None:
    cited = f'{{ method = "measured", source = "{source}", locus = "table 1" }}'
    said = refusal(tmp_path, ORIGIN, cited)
    assert said.startswith(
        f"pool.toml, turnover: source '{source}' is in no .bib file; did you mean '{near}'"
    )


def test_a_negative_value_may_have_a_plain_spread() -> None:
    parameter = Parameter.model_validate(
        {
            "value": -2.0,
            "unit": "",
            "meaning": "A number below zero.",
            "origin": {"method": "assumed", "reason": "for this test"},
            "uncertainty": {"sd": 0.5},
        }
    )
    assert parameter.values() == (-2.0,)


def test_a_parameter_cannot_be_changed(tmp_path: Path) -> None:
    parameter = read_parameters(written(tmp_path, GOOD))["turnover"]
    with pytest.raises(ValidationError, match="frozen"):
        parameter.value = 2.0


def test_every_site_is_asked_for(tmp_path: Path) -> None:
    said = refusal(tmp_path, "0.5", "{ lumbar_spine = 1.0 }")
    assert all(site in said for site in Site)
