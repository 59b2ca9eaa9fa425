"""Long work: it tells how far it is, ends when asked, and never takes more than its place."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import yaml
from doors.outside import EXAMPLE
from support import long_work

from osteon import Case
from osteon.planning.content import plan_content
from osteon.planning.plan import plan
from osteon.web.jobs.board import Board
from osteon.web.jobs.errand import Errand
from osteon.web.jobs.job import JobState, Phase
from osteon.web.problems import FullError, NotFoundError, TooEarlyError

PATIENCE = 120.0
SMALL = {"trial": "x", "arms": {"a": {}}, "horizon": "1 year"}


@pytest.fixture
def board() -> Iterator[Board]:
    opened = Board(at_once=1, most_waiting=1, remembered=2)
    yield opened
    opened.close()


@pytest.fixture
def few() -> dict[str, Any]:
    """Return a case with few options, so that a plan is made in seconds."""
    case: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    case["plan"] = {"exclude": ["foods", "supplements", "training", "tablets"], "horizon": "1 year"}
    return case


def until(found: Callable[[], JobState], there: Callable[[JobState], bool]) -> JobState:
    """Return the first state of a job for which something holds."""
    end = time.monotonic() + PATIENCE
    while not there(state := found()):
        assert time.monotonic() < end, state
        time.sleep(0.05)
    return state


def ended(board: Board, name: str) -> JobState:
    return until(
        lambda: board.state(name), lambda one: one.phase not in (Phase.WAITING, Phase.RUNNING)
    )


def asleep(board: Board, name: str) -> int:
    """Return the process of a job that sleeps."""
    until(lambda: board.state(name), lambda one: one.doing == "asleep")
    process = board.process(name)
    assert process is not None
    return process


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_canceled_job_ends_its_process(board: Board) -> None:
    name = board.start("nap", long_work.sleep, {}).job
    process = asleep(board, name)
    assert alive(process)
    assert board.state(name).share == 0.5
    assert board.cancel(name).phase is Phase.CANCELED
    assert not alive(process)
    with pytest.raises(TooEarlyError):
        board.result(name, "nap")


def test_what_waits_begins_when_there_is_a_place_and_no_more_may_wait(board: Board) -> None:
    first = board.start("nap", long_work.sleep, {}).job
    asleep(board, first)
    second = board.start("nap", long_work.sleep, {"seconds": 0}).job
    assert board.state(second).phase is Phase.WAITING
    with pytest.raises(FullError, match="cancel one"):
        board.start("nap", long_work.sleep, {})
    board.cancel(first)
    assert ended(board, second).phase is Phase.DONE
    assert board.result(second, "nap") == {"slept": True}
    with pytest.raises(NotFoundError, match="no plan"):
        board.result(second, "plan")


def test_what_waits_and_is_canceled_never_begins(board: Board) -> None:
    asleep(board, board.start("nap", long_work.sleep, {}).job)
    second = board.start("nap", long_work.sleep, {}).job
    assert board.cancel(second).phase is Phase.CANCELED
    assert board.process(second) is None


def test_work_that_takes_too_long_is_ended() -> None:
    board = Board(limit=3.0)
    name = board.start("nap", long_work.sleep, {}).job
    state = ended(board, name)
    assert state.phase is Phase.FAILED
    assert "longer than" in (state.detail or "")
    process = board.process(name)
    assert process is not None
    until(lambda: board.state(name), lambda _: not alive(process))


@pytest.mark.parametrize(
    ("work", "words", "input_was_wrong"),
    [
        (long_work.refuse, "nothing can be asked", True),
        (long_work.fail, "an error inside osteon", False),
        (long_work.die, "without an answer", False),
    ],
)
def test_what_fails_is_said_without_a_trace(
    work: Any, words: str, input_was_wrong: bool, board: Board
) -> None:
    state = ended(board, board.start("nap", work, {}).job)
    assert state.phase is Phase.FAILED
    assert words in (state.detail or "")
    assert "ada" not in (state.detail or "")
    assert state.input_was_wrong is input_was_wrong


def test_a_job_that_cannot_begin_fails_and_leaves_its_place(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(self: Errand, work: Any, question: Any) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as patched:
        patched.setattr(Errand, "__init__", exhausted)
        state = ended(board, board.start("nap", long_work.sleep, {}).job)
    assert state.phase is Phase.FAILED
    assert "no process could be started" in (state.detail or "")
    assert not state.input_was_wrong
    after = board.start("nap", long_work.sleep, {"seconds": 0}).job
    assert ended(board, after).phase is Phase.DONE


def test_only_the_last_jobs_are_remembered(board: Board) -> None:
    names = []
    for _ in range(3):
        names.append(board.start("nap", long_work.refuse, {}).job)
        ended(board, names[-1])
    assert [one.job for one in board.states()] == names[1:]
    with pytest.raises(NotFoundError, match="forgotten"):
        board.state(names[0])


def finished(client: httpx.Client, job: str) -> JobState:
    return until(
        lambda: JobState(**client.get(f"api/jobs/{job}").raise_for_status().json()),
        lambda one: one.phase not in (Phase.WAITING, Phase.RUNNING),
    )


def test_a_plan_is_that_of_python(client: httpx.Client, few: dict[str, Any]) -> None:
    asked = {"case": few, "members": 8, "most": 3}
    begun = client.post("api/plan", json=asked)
    assert begun.status_code == 202
    job = begun.json()["job"]
    assert finished(client, job).phase is Phase.DONE
    found = client.get(f"api/plan/{job}").raise_for_status().json()
    expected = plan_content(plan(Case(**few), members=8, most=3))
    assert [one["begins"] for one in found["strategies"]] == [
        list(one["begins"]) for one in expected["strategies"]
    ]
    for one, other in zip(found["strategies"], expected["strategies"], strict=True):
        fracture = one["fracture_major_osteoporotic"]
        assert fracture == pytest.approx(other["fracture_major_osteoporotic"])
    assert {one["rule"] for one in found["excluded"]} == {
        one["rule"] for one in expected["excluded"]
    }


def test_a_plan_is_canceled_over_the_api(client: httpx.Client, example: str) -> None:
    job = client.post("api/plan", json={"case": yaml.safe_load(example)}).json()["job"]
    early = client.get(f"api/plan/{job}")
    assert early.status_code == 409
    assert "no result" in early.json()["detail"]
    assert client.delete(f"api/jobs/{job}").json()["phase"] == "canceled"
    assert client.get(f"api/jobs/{job}").json()["phase"] == "canceled"


def test_a_virtual_trial_runs_as_a_job(client: httpx.Client) -> None:
    trial = {
        "trial": "small",
        "population": {"age": {"mean": "60 years", "sd": "5 years"}},
        "arms": {"nothing": {"participants": 12}},
        "visits": "6 months",
        "horizon": "6 months",
    }
    begun = client.post("api/trial", json={"trial": trial})
    assert begun.status_code == 202, begun.text
    job = begun.json()["job"]
    assert finished(client, job).phase is Phase.DONE
    found = client.get(f"api/trial/{job}").raise_for_status().json()
    assert {one["arm"] for one in found["changes"]} == {"nothing"}
    assert client.get(f"api/plan/{job}").status_code == 404


@pytest.mark.parametrize(
    ("path", "asked", "hint"),
    [
        ("plan", {"case": {}}, "person is missing"),
        ("plan", {"case": {}, "years": 40}, "years"),
        ("trial", {"trial": {"trial": "x"}}, "arms is missing"),
        ("trial", {"trial": SMALL, "versus": "b"}, "unknown arm 'b'"),
    ],
)
def test_what_is_wrong_is_said_before_anything_begins(
    path: str, asked: dict[str, Any], hint: str, client: httpx.Client
) -> None:
    answer = client.post(f"api/{path}", json=asked)
    assert answer.status_code == 422
    assert hint in answer.json()["detail"]


def test_an_unknown_job_is_not_found(client: httpx.Client) -> None:
    for answer in (client.get("api/jobs/none"), client.delete("api/jobs/none")):
        assert answer.status_code == 404
        assert "no such job" in answer.json()["detail"]
