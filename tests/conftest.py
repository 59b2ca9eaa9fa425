"""What every test shares: a place for kernels, repeatable examples, a word on what is left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# What several tests need stands in `support`.
sys.path.insert(0, str(Path(__file__).resolve().parent))

# Compiled once, kept in the checkout; the rooms read this when they compile.
os.environ.setdefault("OSTEON_CACHE", str(Path(__file__).resolve().parents[1] / ".cache"))

# The same examples everywhere and every time. The first call of a kernel compiles: no deadline.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say that slow tests were left out, whenever they were."""
    if config.option.markexpr == "not slow":
        terminalreporter.write_line("tests marked slow were left out; make test-all runs them too")


@pytest.fixture(scope="session")
def model():
    """Return the standard model, put together once."""
    from osteon.model.library import standard

    return standard()


@pytest.fixture(scope="session")
def toy():
    """Return a small model whose solutions are known on paper, put together once."""
    from support.toys import toy_model

    return toy_model()
