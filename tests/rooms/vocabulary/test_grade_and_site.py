"""Evidence grades and skeletal sites, as a person reads them."""

from __future__ import annotations

import pytest

from osteon.vocabulary.grade import Grade
from osteon.vocabulary.site import Site


def test_grades_run_from_trials_to_assumption() -> None:
    assert "".join(Grade) == "ABCD"
    assert Grade.A.meaning == "randomized trials on bone"
    assert Grade.D.meaning == "assumed"


def test_every_grade_has_a_meaning_of_its_own() -> None:
    assert len({grade.meaning for grade in Grade}) == len(Grade)


@pytest.mark.parametrize(
    ("site", "label"),
    [
        ("lumbar_spine", "lumbar spine"),
        ("total_hip", "total hip"),
        ("femoral_neck", "femoral neck"),
    ],
)
def test_a_site_is_read_in_plain_words(site: str, label: str) -> None:
    assert Site(site).label == label
    assert str(Site(site)) == site
