"""A nutrient is only its own new files: everything else finds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import osteon
from osteon.errors import InputError, UnknownNameError
from osteon.language import Diet, Supplements
from osteon.language.nutrients import stated_in

PACKAGE = Path(str(osteon.__file__)).parent
TABLE = """
[usual_intake]
value = 1.0
unit = "mg/day"
meaning = "Boron intake of the reference state."
origin = { method = "assumed", reason = "a made-up nutrient for a test" }
stated = { name = "boron", most = 20.0, example = 3.0, in_foods = ["boron_mg"] }

[strength]
value = 0.1
unit = ""
meaning = "Fall of log cytokine production with log boron."
origin = { method = "assumed", reason = "a made-up nutrient for a test" }
"""
MECHANISM = '''"""Boron: a made-up nutrient that calms cytokines, for a test."""

from osteon.mechanism import Equations, Nutrient, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import CYTOKINE_PRODUCTION
from osteon.vocabulary.quantity import Quantity

BORON_INTAKE = Quantity("boron_intake", "mg/day", "Boron eaten a day.", "I_B")


class Boron(Nutrient):
    """cytokine_production fold = (intake / usual_intake) ^ -strength."""

    grade = Grade.D
    intake = BORON_INTAKE
    takes = (BORON_INTAKE,)
    modifies = (CYTOKINE_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {CYTOKINE_PRODUCTION: (now.boron_intake / p.usual_intake) ** -p.strength}
'''
END_TO_END = """
import numpy as np
from osteon.language import Strategy
from osteon.model.library import standard
from osteon.people.plan import Plan
from osteon.simulation.solve import reference_of

model = standard()
inputs = reference_of(model, np.array([model.table.values]))[1]
usual, more = Strategy(), Strategy(supplements={"boron": "3000 ug/day"})
plan = Plan(usual, more.on_top_of(usual))
place = [key.name for key in model.inputs].index("boron_intake")
print(plan.calendar(model, inputs, 30.0).inputs_at(np.array([-1.0, 1.0]))[0, :, place].tolist())
print(plan.ignored(model))
"""


def test_a_made_up_nutrient_in_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "boron.toml").write_text(TABLE, "utf-8")
    (tmp_path / "other.toml").write_text('[turnover]\nvalue = 1.0\nunit = "1/day"\n', "utf-8")
    boron = stated_in([tmp_path])["boron"]
    assert boron.read("3000 ug/day") == pytest.approx(3.0)
    with pytest.raises(
        InputError, match="30 mg/day is outside the plausible range, 0 to 20 mg/day"
    ):
        boron.read("30 mg/day")


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with the two files of a made-up nutrient, and no other edit."""
    copied = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, copied / "osteon", ignore=shutil.ignore_patterns("__pycache__"))
    room = copied / "osteon" / "interventions" / "nutrition"
    (room / "boron.toml").write_text(TABLE, "utf-8")
    (room / "boron.py").write_text(MECHANISM, "utf-8")
    return copied


def test_two_new_files_are_a_nutrient_from_the_words_to_the_calendar(larger: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", END_TO_END],
        cwd=larger,
        env=os.environ | {"PYTHONPATH": str(larger)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.stdout.splitlines() == ["[1.0, 4.0]", "()"], told.stderr


@pytest.mark.parametrize(
    "name",
    ["calcium", "vitamin_d", "vitamin_k2", "magnesium", "protein", "zinc", "omega_3"],
)
def test_the_words_of_the_contract_are_understood(name: str) -> None:
    assert name in Diet.model_fields
    assert name in Supplements.model_fields


def test_an_index_of_the_whole_diet_is_no_supplement() -> None:
    assert Diet(inflammatory_index=-1.5).inflammatory_index == -1.5
    with pytest.raises(UnknownNameError, match="unknown name 'inflammatory_index'"):
        Supplements(inflammatory_index=-1.5)
