"""What the benchmarks keep: quantiles of very many people, and entries that stand alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from benchmarks.counted import QUANTILES, Counted
from benchmarks.decades import People
from benchmarks.machine import peak_memory
from benchmarks.results import entry_of, keep, kept
from benchmarks.scaling import scaled
from benchmarks.timing import READOUTS
from benchmarks.workloads import TASKS, Women


def test_quantiles_of_groups_are_those_of_everyone() -> None:
    rng = np.random.default_rng(7)
    change = rng.normal(-8.0, 12.0, (len(READOUTS), 3000, 3))
    change[:, :, 0] = 0.0
    levels = 1.0 + change / 100.0
    counted = Counted.none(3)
    for first in range(0, 3000, 700):
        counted.count(levels[:, first : first + 700])
    assert counted.people == 3000
    for place, name in enumerate(READOUTS):
        exact = np.quantile(change[place, :, 2], QUANTILES, method="inverted_cdf")
        np.testing.assert_allclose(counted.quantiles(name, 2), exact, atol=0.051)


def test_everyone_is_another_and_follows_from_her_number_alone() -> None:
    people = People(Women.drawn(4), next(iter(TASKS.values())), people=1100)
    assert len(people) == 3
    sizes = [sum(len(work) for work in people.group(index)) for index in range(3)]
    assert sizes == [512, 512, 76]
    ((first,), (again,)) = people.group(1), people.group(1)
    np.testing.assert_array_equal(first.parameters, again.parameters)
    varied = first.parameters[:, people.varied]
    assert len(np.unique(varied, axis=0)) == 512
    (other,) = people.group(0)
    assert not (varied == other.parameters[:, people.varied]).all(axis=1).any()


def test_an_entry_is_measured_alone(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    keep("one", entry_of(lambda: 1), path)
    before = kept(path)["one"]
    keep("other", entry_of(lambda: [2]), path)
    assert kept(path)["one"] == before
    assert json.loads(path.read_text("utf-8"))["other"]["found"] == [2]
    assert {"day", "machine", "load after"} <= before.keys()


def test_memory_is_that_of_the_size_and_not_of_what_was_measured_before() -> None:
    before = np.ones(60_000_000)
    assert peak_memory() > before.nbytes / 1e9
    found = scaled(2, 1)
    assert (found.people, found.cores) == (2, 1)
    assert 0.0 < found.memory < 0.4
