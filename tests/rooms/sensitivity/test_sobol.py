"""Sobol indices against functions whose indices are known on paper."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest

from osteon.errors import InputError, MissingExtraError
from osteon.sensitivity.sobol import decompose


def ishigami(uniform: np.ndarray) -> np.ndarray:
    """Ishigami and Homma 1990 with a = 7 and b = 0.1."""
    x, y, z = (np.pi * (2.0 * uniform - 1.0)).T
    value: np.ndarray = np.sin(x) + 7.0 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)
    return value


def test_ishigami_is_shared_as_known() -> None:
    """First 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437; mean 3.5 and variance 13.8446."""
    found = decompose(("x", "y", "z"), ishigami, 4096, seed=1)
    index = {one.name: one for one in found.indices}
    known = {"x": (0.3139, 0.5576), "y": (0.4424, 0.4424), "z": (0.0, 0.2437)}
    for name, (first, total) in known.items():
        assert index[name].first == pytest.approx(first, abs=0.03)
        assert index[name].total == pytest.approx(total, abs=0.03)
        assert index[name].total >= index[name].first - index[name].first_error
    assert found.mean == pytest.approx(3.5, abs=0.05)
    assert found.sd**2 == pytest.approx(13.8446, rel=0.03)
    assert [one.name for one in found.indices] == ["x", "y", "z"]
    assert found.runs == 4096 * 5


def test_a_group_has_the_share_of_its_members_together() -> None:
    """Two act together and y alone: 1 - 0.4424 belongs to the group."""
    found = decompose(("both", "y", "both"), ishigami, 4096, seed=1)
    index = {one.name: one for one in found.indices}
    assert index["both"].factors == 2
    assert index["both"].first == pytest.approx(0.5576, abs=0.03)
    assert index["both"].total == pytest.approx(0.5576, abs=0.03)


def test_an_additive_function_has_totals_like_first_shares() -> None:
    found = decompose(("a", "b"), lambda u: 100.0 + 2.0 * u[:, 0] + u[:, 1], 1024, seed=2)
    assert [one.first for one in found.indices] == pytest.approx([0.8, 0.2], abs=0.03)
    assert [one.total for one in found.indices] == pytest.approx([0.8, 0.2], abs=0.03)


def test_the_same_seed_gives_the_same_shares() -> None:
    assert decompose(("x", "y", "z"), ishigami, 64, 3) == decompose(
        ("x", "y", "z"), ishigami, 64, 3
    )


def test_what_cannot_be_shared_is_refused() -> None:
    with pytest.raises(InputError, match="power of two"):
        decompose(("x",), ishigami, 100, 1)
    with pytest.raises(InputError, match="nothing that is not known moves"):
        decompose(("x", "y"), lambda u: np.ones(len(u)), 64, 1)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("SALib"):
            raise ImportError(name=name)
        return found(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"osteon\[sensitivity\]"):
        decompose(("x", "y", "z"), ishigami, 64, 1)
