"""The calibration problem as PEtab: valid, complete, and simulated elsewhere as osteon does."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import libsbml
import numpy as np
import pandas as pd
import pytest

from osteon.calibration.problem import Problem, Target, trials_from
from osteon.errors import InputError
from osteon.evidence.library import TRIALS
from osteon.interchange.petab.write import MODEL, PROBLEM, Written, write_problem
from osteon.language import Trial
from osteon.model.library import standard
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.statistic import individual_values
from osteon.people.typical_arm import typical_arm

FILES = [TRIALS / f"{name}.yaml" for name in ("ACTIVE", "ARIBON", "B-ABLE", "DMAB_PH2", "Z-FAST")]
CLOSE = 1e-3
Named = dict[str, float]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("petab")


@pytest.fixture(scope="module")
def written(folder: Path) -> Written:
    return write_problem(FILES, folder)


@pytest.fixture(scope="module")
def table(folder: Path, written: Written) -> Callable[[str], pd.DataFrame]:
    assert written.rows
    return lambda name: pd.read_csv(folder / f"{name}.tsv", sep="\t", index_col=0)


@pytest.fixture(scope="module")
def targets() -> list[Target]:
    """Return what a fit reads, but for the rows of the women whom a rule rescues."""
    everyone = Problem(standard(), trials_from(FILES), ()).targets
    kept = [
        one for one in everyone if "delayed" not in (one.observation.arm, one.observation.versus)
    ]
    assert len(kept) < len(everyone)
    return kept


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "petablint"), str(folder / PROBLEM)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_petablint_finds_nothing_wrong(folder: Path, written: Written) -> None:
    ended = lint(folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_petablint_would_find_a_slip(folder: Path, written: Written, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "slip")
    slip = tmp_path / "slip" / "conditions.tsv"
    slip.write_text(slip.read_text("utf-8").replace("counted_at\t", "counted_et\t", 1), "utf-8")
    assert lint(tmp_path / "slip").returncode != 0


def test_libsbml_finds_nothing_wrong_not_even_in_units(folder: Path, written: Written) -> None:
    document = libsbml.readSBMLFromFile(str(folder / MODEL))
    document.checkConsistency()
    assert [document.getError(i).getMessage() for i in range(document.getNumErrors())] == []


def test_every_row_of_a_fit_is_there_with_its_trust(
    table: Callable[[str], pd.DataFrame], targets: list[Target], written: Written
) -> None:
    rows = table("measurements")
    assert rows["measurement"].tolist() == [one.observation.value for one in targets]
    assert rows["noiseParameters"].to_numpy() == pytest.approx([one.trust for one in targets])
    assert written.left_out == (
        "Z-FAST, delayed: people are rescued by a rule; no one is typical of them",
    )


def test_no_validation_row_is_there(table: Callable[[str], pd.DataFrame]) -> None:
    """ARIBON's rows after ibandronate was stopped are validation data: -3.21 % of spine BMD."""
    (aribon,) = (Trial.read(file) for file in FILES if file.stem == "ARIBON")
    kept_back = [one for one in aribon.observations if aribon.role_of(one) == "validation"]
    assert {one.value for one in kept_back} >= {-3.21}
    rows = table("measurements")
    told = set(rows[rows["datasetId"] == "ARIBON"]["measurement"])
    assert told
    assert not told & {one.value for one in kept_back}


def test_a_parameter_begins_at_its_fit_and_is_believed_as_in_the_literature(
    table: Callable[[str], pd.DataFrame],
) -> None:
    model, layer = standard(), current_layer()
    rows = table("parameters")
    for _, row in rows.iterrows():
        column = model.table.column(row["parameterName"])
        mean, spread = map(float, row["objectivePriorParameters"].split(";"))
        uncertainty = model.table.parameter(row["parameterName"]).uncertainty
        assert row["nominalValue"] == pytest.approx(typical(model.table, layer, 1)[0, column])
        assert 10.0**mean == pytest.approx(model.table.values[column])
        assert 10.0**spread == pytest.approx(math.exp(uncertainty.log_sd))
        assert row["lowerBound"] <= row["nominalValue"] <= row["upperBound"]
    assert len(rows) == len(layer.parameters)


def ours(target: Target, values: np.ndarray) -> float:
    """Return what osteon says of a row, in the typical participant of each arm."""
    row = target.observation
    times = np.array(sorted({0.0, row.since, row.time}))

    def of(arm: str) -> float:
        life = typical_arm(standard(), target.trial, arm, values, target.trial.last_day)
        return float(individual_values(life.simulate(times), row)[0])

    return of(row.arm) - (of(row.versus) if row.versus else 0.0)


def in_roadrunner(folder: Path) -> Callable[[Named, float, str], float]:
    """Return what libroadrunner says of an observable at a time under a condition."""
    import roadrunner

    runner = roadrunner.RoadRunner(str(folder / MODEL))
    sbml = libsbml.readSBMLFromFile(str(folder / MODEL)).getModel()
    begun = {
        one.getSymbol(): one.getMath().getName()
        for one in sbml.getListOfInitialAssignments()
        if one.getMath().isName() and sbml.getRateRuleByVariable(one.getSymbol()) is None
    }
    states = sum(rule.isRate() for rule in sbml.getListOfRules())
    runner.integrator.setValue("relative_tolerance", 1e-8)
    runner.integrator.setValue("absolute_tolerance", [1e-10] * states)

    def said(condition: Named, time: float, formula: str) -> float:
        runner.resetToOrigin()
        for name, value in condition.items():
            runner.setValue(name, value)
        runner.reset()
        # It computes initial assignments anew for what changes by a rate, but for nothing else.
        for name, source in begun.items():
            runner.setValue(name, condition[source])
        names = sorted(set(re.findall(r"[A-Za-z_]\w*", formula)))
        runner.timeCourseSelections = names
        values = np.array(runner.simulate(times=[0.0, time]))[-1]
        return float(eval(formula, {}, dict(zip(names, values, strict=True))))

    return said


def test_libroadrunner_says_of_the_rows_what_osteon_says(
    folder: Path, table: Callable[[str], pd.DataFrame], targets: list[Target]
) -> None:
    """Two rows of each kind: changes, changes since a later visit, one arm against another."""
    said = in_roadrunner(folder)
    conditions = table("conditions").drop(columns="conditionName")
    formulas = table("observables")["observableFormula"]
    values = typical(standard().table, current_layer(), 1)[0]
    rows = list(table("measurements").reset_index().iterrows())
    chosen: dict[tuple[object, ...], int] = {}
    for place, target in enumerate(targets):
        row = target.observation
        chosen.setdefault((target.trial.trial, row.versus, row.since > 0), place)
    assert len(chosen) > 5
    assert any(targets[place].observation.versus for place in chosen.values())
    assert any(targets[place].observation.since for place in chosen.values())
    for place in chosen.values():
        _, row = rows[place]
        condition = conditions.loc[row["simulationConditionId"]].astype(float).to_dict()
        found = said(condition, row["time"], formulas[row["observableId"]])
        assert found == pytest.approx(ours(targets[place], values), rel=CLOSE, abs=CLOSE)


TRIAL = """
trial: made up
citation: "made up"
role: {role}
population: {{age: 62 years, years_since_menopause: 12 years}}
arms:
  given: {{participants: 10, drugs: {drugs}}}
observations:
  - {{arm: given, endpoint: bmd_total_hip, month: 24, change: 1.0 %}}
"""
ONCE = "[zoledronic acid 4 mg every 12 months for 2 years]"
UNEVEN = (
    "[{drug: zoledronic acid, dose: 4 mg, every: 6 months, from: month 0, until: month 12},"
    " {drug: zoledronic acid, dose: 5 mg, every: 12 months, from: month 12, until: month 24}]"
)


@pytest.mark.parametrize(
    ("role", "drugs", "words"),
    [
        ("validation", ONCE, "no row with the role calibration"),
        ("calibration", UNEVEN, "no row with the role calibration"),
    ],
)
def test_without_a_row_there_is_no_problem(
    role: str, drugs: str, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(TRIAL.format(role=role, drugs=drugs), "utf-8")
    with pytest.raises(InputError, match=words):
        write_problem([file], tmp_path)
    assert list(tmp_path.iterdir()) == [file]


def test_doses_that_are_not_alike_are_left_out_and_named(tmp_path: Path) -> None:
    even, uneven = tmp_path / "even.yaml", tmp_path / "uneven.yaml"
    even.write_text(TRIAL.format(role="calibration", drugs=ONCE), "utf-8")
    text = TRIAL.format(role="calibration", drugs=UNEVEN)
    uneven.write_text(text.replace("made up", "another", 1), "utf-8")
    (told,) = write_problem([even, uneven], tmp_path).left_out
    assert told == ("another, given: doses of zoledronic_acid are not alike and equally far apart")


def test_arms_whose_names_differ_by_a_sign_keep_their_lives(tmp_path: Path) -> None:
    file, out = tmp_path / "trial.yaml", tmp_path / "out"
    text = TRIAL.format(role="calibration", drugs=ONCE)
    other = "  0-4 mg: {participants: 10}\n"
    text = text.replace("  given:", f"{other}  0.4 mg:").replace("arm: given", "arm: 0.4 mg")
    row = "  - {arm: 0-4 mg, endpoint: bmd_total_hip, month: 24, change: -1.0 %}\n"
    file.write_text(text.rstrip() + "\n" + row, "utf-8")
    out.mkdir()
    write_problem([file], out)
    measurements = pd.read_csv(next(out.glob("*easurement*.tsv")), sep="\t")
    assert measurements["simulationConditionId"].nunique() == 2
