"""The GPU of a test: a real one where there is one, and always a pretended one."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from osteon.errors import OsteonError
from osteon.simulation.cuda.device import Device
from osteon.simulation.cuda.kernel import cuda_kernel
from osteon.simulation.native.compiler import compiler
from support.pretended_gpu import cupy as pretended


@pytest.fixture
def pretended_gpu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Compute on the pretended GPU."""
    if compiler() is None:
        pytest.skip("there is no C++ compiler here, which a pretended GPU needs")
    monkeypatch.setitem(sys.modules, "cupy", pretended)
    monkeypatch.setenv("OSTEON_ENGINE", "cuda")
    cuda_kernel.cache_clear()
    yield
    cuda_kernel.cache_clear()


@pytest.fixture
def real_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute on the GPU at hand."""
    try:
        Device.at_hand()
    except OsteonError as fault:
        pytest.skip(f"no GPU is at hand: {fault}")
    monkeypatch.setenv("OSTEON_ENGINE", "cuda")


@pytest.fixture(params=["pretended_gpu", "real_gpu"])
def gpu(request: pytest.FixtureRequest) -> str:
    """Compute on the pretended GPU, then on a real one."""
    request.getfixturevalue(request.param)
    return str(request.param)
