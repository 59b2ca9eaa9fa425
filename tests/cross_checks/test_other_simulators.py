"""Ten years of one person, exported as SBML, run by libroadrunner and by COPASI."""

from __future__ import annotations

import numpy as np
import pytest
from support.courses import BMD, TIMES, injections, ours, relative, tablets

from osteon.interchange.course import Course
from osteon.interchange.sbml.identifiers import id_of_quantity
from osteon.interchange.sbml.write import sbml_of

CLOSE = 1e-5
COURSES = {"tablets": tablets, "injections": injections}


def asked_of(course: Course) -> list[str]:
    return [id_of_quantity(key) for key in (*course.model.states, *BMD)]


def in_roadrunner(course: Course) -> np.ndarray:
    import roadrunner

    runner = roadrunner.RoadRunner(sbml_of(course))
    runner.integrator.setValue("relative_tolerance", 1e-8)
    # A plain number would be scaled by each state at a dose: to nothing, for a drug not yet given.
    runner.integrator.setValue("absolute_tolerance", [1e-10] * len(course.model.states))
    runner.timeCourseSelections = asked_of(course)
    return np.array(runner.simulate(times=TIMES.tolist()))


def in_copasi(course: Course) -> np.ndarray:
    import basico

    model = basico.load_model_from_string(sbml_of(course))
    tolerances = {"Relative Tolerance": 1e-8, "Absolute Tolerance": 1e-10}
    basico.set_task_settings(basico.T.TIME_COURSE, {"method": tolerances}, model=model)
    found = basico.run_time_course(values=TIMES.tolist(), use_sbml_id=True, model=model)
    basico.remove_datamodel(model)
    assert np.allclose(found.index, TIMES)
    return found[asked_of(course)].to_numpy()


@pytest.mark.parametrize("name", COURSES)
@pytest.mark.parametrize("program", [in_roadrunner, in_copasi])
def test_another_simulator_says_the_same(name: str, program: object) -> None:
    course = COURSES[name]()
    error = relative(program(course), ours(course))
    worst = int(error.argmax())
    assert error[worst] < CLOSE, f"{asked_of(course)[worst]}: {error[worst]:.1e}"


@pytest.mark.parametrize("name", COURSES)
def test_the_usual_tolerance_says_the_same_of_bone(name: str) -> None:
    course = COURSES[name]()
    usual = course.simulate(TIMES, 1e-5)
    for key, exact in zip(BMD, ours(course)[:, -len(BMD) :].T, strict=True):
        assert np.allclose(usual.at(key)[0], exact, rtol=1e-4)
