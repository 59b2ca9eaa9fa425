"""Signs on the evidence page: every one with its source, what was expected, seen and found."""

from __future__ import annotations

from osteon.reports.evidence.signs import signs_section
from osteon.validation.sign import Sign
from osteon.validation.signs import Verdict

SIGN = Sign(
    name="spine-falls",
    claim="The <spine> falls.",
    source="Doe 2001, doi:10.1000/xyz",
    grade="A",
    of={"arm": "placebo", "endpoint": "bmd_lumbar_spine", "month": 12},
    expect="falls by at least 1 %",
    known_miss="nothing pulls",
)


def test_met_and_missed_stand_with_their_source():
    html = "".join(signs_section([Verdict("Up", SIGN, (-2.5,)), Verdict("Up", SIGN, (0.5,))]))
    assert "Of 2 such signs 1 are met" in html
    assert "Up: 1 of 2 met" in html
    assert html.count("The &lt;spine&gt; falls.") == 2
    assert html.count('href="https://doi.org/10.1000/xyz"') == 2
    assert html.count("falls by at least 1 %") == 2
    assert html.count('<span class="met">met</span>') == 1
    assert html.count('<span class="miss">not met</span> nothing pulls') == 1
    assert "−2.5" in html


def test_what_could_not_be_simulated_says_why():
    html = "".join(signs_section([Verdict("Up", SIGN, problem="there is no such drug")]))
    assert "there is no such drug" in html
    assert '<span class="met">' not in html


def test_without_signs_there_is_no_section():
    assert list(signs_section([])) == []
