"""An interrupted fit goes on where it stood, and never on another question's results."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from support.calibration_probe import FREE, problem_with

from osteon.calibration.checkpoint import Checkpoint
from osteon.calibration.fit import fit
from osteon.calibration.problem import Problem


def test_what_is_saved_is_loaded(tmp_path):
    """Arrays come back by name, and others stay."""
    checkpoint = Checkpoint.of(problem_with([0.0] * 5), tmp_path)
    assert checkpoint.load("moved") is None
    checkpoint.save("moved", np.array([0.25, -1.5]))
    checkpoint.save("other", np.array([1.0]))
    np.testing.assert_array_equal(checkpoint.load("moved"), [0.25, -1.5])


def test_another_question_has_another_checkpoint(tmp_path):
    """A row that changed asks something else."""
    one, other = problem_with([0.0] * 5), problem_with([0.0] * 4 + [0.1])
    assert Checkpoint.of(one, tmp_path) == Checkpoint.of(problem_with([0.0] * 5), tmp_path)
    assert Checkpoint.of(one, tmp_path) != Checkpoint.of(other, tmp_path)


def test_another_arm_is_another_question(tmp_path):
    """The rows stay; what was given to the people does not."""
    problem = problem_with([0.0] * 5)
    (trial, *others) = problem.trials
    arms = {name: arm.but(drugs=["risedronate 35 mg weekly"]) for name, arm in trial.arms.items()}
    moved = trial.model_copy(update={"arms": arms})
    other = replace(problem, trials=(moved, *others))
    assert Checkpoint.of(other, tmp_path) != Checkpoint.of(problem, tmp_path)


def test_a_fit_that_has_ended_leaves_nothing(tmp_path):
    checkpoint = Checkpoint.of(problem_with([0.0] * 5), tmp_path)
    checkpoint.save("moved", np.array([0.25]))
    checkpoint.forget()
    assert checkpoint.load("moved") is None
    checkpoint.forget()


def test_moves_of_another_prior_are_not_taken_up(tmp_path, monkeypatch):
    """Moves are saved in units of the prior spread: with another spread they mean other values."""
    before = Checkpoint.of(problem_with([0.0] * 5), tmp_path)
    monkeypatch.setattr(Problem, "prior_spread", np.full(len(FREE), 0.7))
    assert Checkpoint.of(problem_with([0.0] * 5), tmp_path) != before


def test_half_a_file_is_no_checkpoint(tmp_path):
    """A file cut off by a full disk counts as nothing saved."""
    checkpoint = Checkpoint.of(problem_with([0.0] * 5), tmp_path)
    checkpoint.path.write_text('{"moved": [0.25, ', encoding="utf-8")
    assert checkpoint.load("moved") is None


def test_a_fit_goes_on_from_its_checkpoint(tmp_path):
    """Cut after one step and taken up again, it ends where it would have ended."""
    problem = problem_with([-2.5, -4.5, -9.0, -1.0, -2.5])
    whole = fit(problem)
    checkpoint = Checkpoint.of(problem, tmp_path)
    fit(problem, iterations=1, checkpoint=checkpoint)
    resumed = fit(problem, checkpoint=checkpoint)
    assert resumed.iterations <= whole.iterations
    np.testing.assert_allclose(resumed.moved, whole.moved, atol=0.1)
    assert resumed.misfit <= whole.misfit * 1.01 + 0.01


SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from support.calibration_probe import FREE, problem_with
from osteon.calibration.checkpoint import Checkpoint
import numpy as np
checkpoint = Checkpoint.of(problem_with([0.0] * 5), Path({folder!r}))
checkpoint.save("moved", np.zeros(2000))
print("ready", flush=True)
for count in range(10**9):
    checkpoint.save("moved", np.full(2000, float(count)))
"""


def test_killed_while_it_writes_it_leaves_a_whole_checkpoint(tmp_path):
    """SIGKILL at any moment: what is there can be read, and is all of one step."""
    here = str(Path(__file__).parents[2])
    script = SCRIPT.format(here=here, folder=str(tmp_path))
    for delay in (0.05, 0.11, 0.23):
        child = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        time.sleep(delay)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        saved = Checkpoint.of(problem_with([0.0] * 5), tmp_path).load("moved")
        assert saved is not None
        assert len(saved) == 2000
        assert (saved == saved[0]).all()
