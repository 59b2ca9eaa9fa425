"""What the numbers were measured on, and what a start costs."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median

_EXAMPLE = Path(__file__).parents[1] / "examples" / "anastrozole.yaml"
_WIDE = ("avx512f", "avx2", "fma", "asimd")


def described() -> dict[str, object]:
    """Return processor, its vector flags, cores, load and versions."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    known = {name.strip(): value.strip() for name, value in fields.items()}
    flags = known.get("flags", known.get("Features", "")).split()
    return {
        "processor": known.get("model name", platform.machine()),
        "flags": [flag for flag in _WIDE if flag in flags],
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "versions": {"python": platform.python_version()}
        | {name: version(name) for name in ("osteon", "numpy", "numba", "scipy")},
    }


def starts() -> dict[str, float]:
    """Return the seconds of `python -c pass`, `osteon --help` and warm forecasts."""
    script = str(Path(sys.executable).with_name("osteon"))
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python": [sys.executable, "-c", "pass"],
            "osteon --help": [script, "--help"],
            "osteon simulate": [script, "simulate", str(_EXAMPLE)],
            "osteon simulate --out": [script, "simulate", str(_EXAMPLE), "--out", folder],
        }
        for command in commands.values():
            _seconds(command)
        return {
            name: median(_seconds(command) for _ in range(7)) for name, command in commands.items()
        }


def peak_memory() -> float:
    """Return the largest memory this program has held, in GB.

    Linux also tells it as `ru_maxrss`, but there a program counts what held it when it was started.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kilobytes) / 1e6


def _seconds(command: list[str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - before
