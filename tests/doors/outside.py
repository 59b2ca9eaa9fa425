"""Where the doors' tests find things, and what a command leaves behind when it has ended."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "anastrozole.yaml"

Ended = subprocess.CompletedProcess[str]
Osteon = Callable[..., Ended]
