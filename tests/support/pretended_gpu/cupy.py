"""The part of CuPy that osteon uses, on NumPy arrays; arguments are held against the source.

CuPy itself passes on whatever it is given, so a wrong type would be found on a card only. Here
every argument must have the type that the kernel declares.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import numpy as np

from osteon.simulation.native.compiler import library_of

SHIM = Path(__file__).with_name("shim.h").read_text("utf-8")
FREE = 2_000_000_000
LOCAL = 30_000
_PASSED = {np.float64: ctypes.c_double, np.int32: ctypes.c_int32, np.int64: ctypes.c_int64}
_DECLARED = {"int": np.int32, "long long": np.int64, "double": np.float64, "float": np.float32}


class Array(np.ndarray):
    """An array in the memory of the pretended GPU: it must be fetched."""

    def get(self, out: np.ndarray | None = None) -> np.ndarray:
        if out is None:
            return np.array(self)
        assert out.flags.c_contiguous
        assert (out.shape, out.dtype) == (self.shape, self.dtype)
        out[...] = self
        return out


class Function:
    """A kernel; `launches` keeps grid and block of every call."""

    local_size_bytes = LOCAL

    def __init__(self, code: str, name: str, compiled: Any) -> None:
        self.launches: list[tuple[Sequence[int], Sequence[int]]] = []
        self._compiled = compiled
        (signature,) = re.findall(rf"\n{name}\(([^)]*)\)", code)
        (real,) = re.findall(r"typedef (\w+) Real;", code)
        self._declared = [
            one.replace("const", "").replace("Real", real).strip().rpartition(" ")[0].strip()
            for one in signature.replace("*", "* ").replace("\n", " ").split(",")
        ]

    def __call__(self, grid: Sequence[int], block: Sequence[int], args: Sequence[Any]) -> None:
        self.launches.append((grid, block))
        passed = []
        for declared, argument in zip(self._declared, args, strict=True):
            plain = declared.removesuffix("*").strip()
            assert argument.dtype == _DECLARED[plain], declared
            if declared.endswith("*"):
                assert isinstance(argument, Array), "not in the memory of the GPU"
                assert argument.flags.c_contiguous
                passed.append(ctypes.c_void_p(argument.ctypes.data))
            else:
                passed.append(_PASSED[type(argument)](argument.item()))
        self._compiled(*passed)


class RawModule:
    """A module: compiled when it is told to."""

    def __init__(self, code: str, options: Sequence[str]) -> None:
        assert all(option.startswith("-") for option in options)
        self._code = code

    def compile(self) -> None:
        self._library = ctypes.CDLL(str(library_of(f"{SHIM}\n{self._code}")))

    def get_function(self, name: str) -> Function:
        return Function(self._code, name, getattr(self._library, name))


class CUDARuntimeError(RuntimeError):
    """What CuPy raises when there is no card or no driver."""


class CompileException(Exception):  # noqa: N818 - CuPy's name
    """What CuPy raises when NVRTC refuses a source."""


class Device:
    """The card."""

    id = 0
    attributes = MappingProxyType({"MultiProcessorCount": 4, "MaxThreadsPerMultiProcessor": 2048})
    mem_info = (FREE, 2 * FREE)


def asarray(array: np.ndarray) -> Array:
    return np.array(array).view(Array)


def zeros(shape: tuple[int, ...], dtype: type[np.generic]) -> Array:
    return np.zeros(shape, dtype).view(Array)


def get_default_memory_pool() -> SimpleNamespace:
    return SimpleNamespace(free_bytes=lambda: 0)


cuda = SimpleNamespace(
    Device=Device,
    runtime=SimpleNamespace(
        CUDARuntimeError=CUDARuntimeError,
        getDeviceProperties=lambda _: {"name": b"pretended GPU"},
    ),
    compiler=SimpleNamespace(CompileException=CompileException),
)
