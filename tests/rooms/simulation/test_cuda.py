"""The engine for GPUs: how it is launched, how it is refused, and that NVRTC takes its source."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from support.gpu import pretended_gpu  # noqa: F401 - a fixture
from support.pretended_gpu import cupy as pretended
from support.toys.running import run_toy

from osteon.errors import MissingExtraError, SimulationError
from osteon.model.model import Model
from osteon.simulation.cuda.chunks import bytes_per_person, longest_first, people_at_once
from osteon.simulation.cuda.kernel import CudaKernel
from osteon.simulation.cuda.source import BLOCKS, THREADS, cuda_source
from osteon.simulation.engine import kernel_of
from osteon.simulation.native.kernel import NativeKernel
from osteon.simulation.problem import Answer, Precision, Problem, Queue


def problem_of(toy: Model, people: int) -> Problem:
    """Return people who start one after the other, with inputs of their own and a dose."""
    rows = np.tile(np.array(toy.table.values), (people, 1))
    begin, inputs = NativeKernel(toy).start(rows)
    begin[:, 0] *= np.linspace(0.5, 1.5, people)
    doses = np.zeros((2, begin.shape[1]))
    doses[1, 0] = 0.25
    return Problem(
        begin, rows, np.linspace(-5.0, 8.0, people)[::-1].copy(), np.array([-np.inf, 10.0]),
        np.repeat(inputs[:, None, :], 2, axis=1), doses, np.array([2.0, 10.0, 40.0]), 1e-6,
        np.maximum(np.abs(begin[0]), 1.0), 10_000,
    )  # fmt: skip


@pytest.mark.usefixtures("pretended_gpu")
def test_the_engine_is_chosen_by_its_name(toy: Model) -> None:
    kernel = kernel_of(toy)
    assert isinstance(kernel, CudaKernel)
    assert kernel.device.name == "pretended GPU"


@pytest.mark.usefixtures("pretended_gpu")
def test_people_are_started_as_on_the_processor(toy: Model) -> None:
    rows = np.tile(np.array(toy.table.values), (3, 1))
    for one, other in zip(CudaKernel(toy).start(rows), NativeKernel(toy).start(rows), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-14)


@pytest.mark.usefixtures("pretended_gpu")
@pytest.mark.parametrize("at_once", [1000, 7])
def test_people_who_do_not_fit_together_come_one_chunk_after_the_other(
    toy: Model, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty people, with starts, inputs and outputs of their own, land in their own rows."""
    problem, kernel = problem_of(toy, 20), CudaKernel(toy)
    room = kernel.work_space + bytes_per_person(problem) * (at_once + 0.5)
    monkeypatch.setattr(pretended.Device, "mem_info", (int(room / 0.9), 0))
    found, expected = Answer.to(problem), Answer.to(problem)
    kernel.integrate(problem, found, Queue(20))
    NativeKernel(toy).integrate(problem, expected, Queue(20))
    assert len(kernel.integrator.launches) == -(-20 // at_once)
    np.testing.assert_allclose(found.states, expected.states, rtol=1e-10, atol=1e-13)
    np.testing.assert_array_equal(found.steps, expected.steps)
    np.testing.assert_array_equal(found.status, expected.status)
    np.testing.assert_array_equal(found.when, expected.when)


@pytest.mark.usefixtures("pretended_gpu")
def test_a_grid_is_no_larger_than_what_the_card_keeps_at_once(toy: Model) -> None:
    kernel, problem = CudaKernel(toy), problem_of(toy, 3 * THREADS)
    kernel.integrate(problem, Answer.to(problem), Queue(3 * THREADS))
    many = problem_of(toy, 20 * THREADS)
    kernel.integrate(many, Answer.to(many), Queue(20 * THREADS))
    assert kernel.integrator.launches == [
        ((3,), (THREADS,)),
        ((4 * BLOCKS[Precision.DOUBLE],), (THREADS,)),
    ]


@pytest.mark.usefixtures("pretended_gpu")
def test_many_threads_of_the_processor_share_the_one_card(toy: Model) -> None:
    one, three = (
        run_toy(toy, [5.0, 40.0], people=40, cores=n, logistic_level=0.1).states for n in (1, 3)
    )
    np.testing.assert_array_equal(one, three)


@pytest.mark.usefixtures("pretended_gpu")
def test_a_person_who_cannot_be_simulated_is_named_and_the_others_go_on(toy: Model) -> None:
    problem = problem_of(toy, 11)
    problem.begin[6] = np.nan
    found, expected = Answer.to(problem), Answer.to(problem)
    CudaKernel(toy).integrate(problem, found, Queue(11))
    NativeKernel(toy).integrate(problem, expected, Queue(11))
    np.testing.assert_array_equal(found.status, expected.status)
    assert found.status[6] == 3
    np.testing.assert_allclose(found.states, expected.states, rtol=1e-10, atol=1e-13)


def test_a_card_without_room_says_how_much_is_free_and_the_way_out(toy: Model) -> None:
    with pytest.raises(SimulationError, match=r"1\.0 GB free.* 2\.0 GB .*OSTEON_ENGINE=native"):
        people_at_once(_bare(toy, 3), 1_000_000_000, 2_000_000_000)


def test_who_has_most_left_comes_first(toy: Model) -> None:
    problem = _bare(toy, 6)
    problem.starts[:] = [4.0, 9.0, 2.0, 7.0, 1.0, 7.0]
    assert longest_first(problem, 0, 6).tolist() == [4, 2, 0, 3, 5, 1]
    assert longest_first(problem, 2, 5).tolist() == [2, 0, 1]


def test_without_cupy_the_extra_is_named(toy: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cupy", None)
    monkeypatch.setenv("OSTEON_ENGINE", "cuda")
    with pytest.raises(MissingExtraError, match=r"GPU.*osteon\[cuda\]"):
        kernel_of(toy)


@pytest.mark.usefixtures("pretended_gpu")
def test_without_a_card_the_other_engines_are_named(
    toy: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise pretended.CUDARuntimeError("cudaErrorNoDevice: no CUDA-capable device is detected")

    monkeypatch.setattr(pretended.cuda, "Device", none)
    with pytest.raises(SimulationError, match=r"NVIDIA.*cudaErrorNoDevice.*OSTEON_ENGINE=native"):
        kernel_of(toy)


@pytest.mark.usefixtures("pretended_gpu")
def test_what_the_compiler_refuses_is_said(toy: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: pretended.RawModule) -> None:
        raise pretended.CompileException("kernel.cu(7): error: a semicolon")

    monkeypatch.setattr(pretended.RawModule, "compile", refuse)
    with pytest.raises(SimulationError, match=r"could not compile.*native[\s\S]*a semicolon"):
        kernel_of(toy)


@pytest.mark.parametrize("precision", Precision)
def test_nvrtc_takes_the_source(toy: Model, precision: Precision) -> None:
    """It needs no card: what CuPy hands to the compiler on one, for the card of an A100."""
    pytest.importorskip("cupy", reason="CuPy is not installed: pip install 'osteon[cuda]'")
    from cupy.cuda import nvrtc

    program = nvrtc.createProgram(cuda_source(toy, precision), "kernel.cu", [], [])
    try:
        nvrtc.compileProgram(program, ["-std=c++17", "-arch=sm_80"])
    except nvrtc.NVRTCError:
        pytest.fail(nvrtc.getProgramLog(program))
    finally:
        nvrtc.destroyProgram(program)


def _bare(toy: Model, people: int) -> Problem:
    """Return a problem of which only the sizes and the starts matter."""
    states, inputs = len(toy.states), len(toy.inputs)
    return Problem(
        np.zeros((people, states)), np.zeros((people, 4)), np.zeros(people), np.zeros(1),
        np.zeros((1, 1, inputs)), np.zeros((1, states)), np.ones(1), 1e-4, np.ones(states), 10,
    )  # fmt: skip
