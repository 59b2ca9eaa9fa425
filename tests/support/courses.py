"""Courses that other programs are asked to run: one of tablets, one of everything that is injected.

Times lie between doses: a program may read a day of a dose before or after it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from osteon.interchange.course import Course, course_of
from osteon.language import Case
from osteon.model.roster import Key
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/anastrozole.yaml"
TIMES = np.concatenate([[0.0], np.arange(0.5, 120.0) * DAYS_PER_MONTH])
BMD = tuple(Key("bmd", site) for site in Site)

INJECTED = """
person:
  age: 58 years
  weight: 61 kg
  height: 160 cm
  menopause_age: 49 years
  bmd: {lumbar_spine: 0.81 g/cm2, total_hip: 0.74 g/cm2}
  laboratory: {ctx: 0.6 ng/mL, calcidiol: 30 nmol/L}
strategies:
  injected:
    drugs:
      - letrozole 2.5 mg daily for 4 years
      - zoledronic acid 4 mg every 6 months for 2 years
      - {drug: denosumab, dose: 60 mg, every: 6 months, from: month 30, until: month 60}
      - {drug: goserelin, dose: 3.6 mg, every: 28 days, from: month 50, until: month 56}
      - {drug: romosozumab, dose: 210 mg, every: 1 month, from: month 66, until: month 78}
      - {drug: teriparatide, dose: 20 ug, every: 1 day, from: month 80, until: month 98}
    exercise:
      - {activity: progressive resistance training, sessions: 2 per week, minutes: 45}
horizon: 10 years
"""


def tablets() -> Course:
    """Return the example's course on anastrozole, risedronate and training."""
    return course_of(Case.read(EXAMPLE), "with risedronate and training")


def injections() -> Course:
    """Return a course with every drug whose doses are events."""
    return course_of(Case.parse(INJECTED), "injected")


def ours(course: Course) -> np.ndarray:
    """Return what osteon says: every state, then BMD at each site, shape (times, numbers)."""
    trajectory = course.simulate(TIMES, 1e-9)
    bmd = np.stack([trajectory.at(key)[0] for key in BMD], axis=1)
    return np.hstack([trajectory.states[0], bmd])


def relative(found: np.ndarray, exact: np.ndarray) -> np.ndarray:
    """Return the largest error of each number after day 0, relative to the largest it becomes."""
    largest = np.abs(exact).max(axis=0)
    error = np.abs(found - exact)[1:].max(axis=0)
    return error / np.where(largest < 1e-9, 1.0, largest)
