"""The studio for a benchmark, opened as the tests open it: on 127.0.0.1 and a free port."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from doors.studio import Studio, open_studio

__all__ = ["Studio", "open_studio"]
