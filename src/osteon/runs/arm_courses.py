"""The people of one arm of a trial month by month, as levels; summarized as `ArmPeople` is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
import pyarrow as pa

from osteon.errors import MissingExtraError
from osteon.model.library import standard
from osteon.people.endpoint import key_of_endpoint, unit_of
from osteon.runs.arm_people import ENDPOINTS, FRACTURES, ArmPeople
from osteon.runs.courses_layout import CoursesLayout
from osteon.runs.task import Array, Column


@dataclass(frozen=True)
class Since(Column):
    """What has become of a quantity since month 0: its percent change, or what was added to it."""

    begin: str
    later: str
    relative: bool

    def of(self, table: pa.Table) -> Array:
        """Return it for every person, shape (people,)."""
        begin, later = (np.asarray(table[name], dtype=float) for name in (self.begin, self.later))
        return np.asarray(100.0 * (later / begin - 1.0) if self.relative else later - begin)


@dataclass(frozen=True)
class ArmCourses(ArmPeople):
    """Many people of one arm, every month from 0 to the last that is looked at.

    Levels stand in the unit of their endpoint; of fractures it is the cumulative hazard since month
    0, in hundredths.
    """

    @property
    def layout(self) -> CoursesLayout:
        """Return that everybody is kept in one array."""
        months = tuple(range(self.months[-1] + 1))
        return CoursesLayout(self.people, self.chunk_size, months, tuple(self._quantities()))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return a column for each endpoint and month that is looked at."""
        return tuple(self._summarized())

    def describe(self) -> dict[str, Any]:
        """Return all that the courses depend on but the program itself."""
        return {**super().describe(), "kind": "courses of an arm"}

    def versions(self) -> dict[str, str]:
        """Return the program, the fitted layer, the engine, and what packs the array.

        Raises
        ------
        MissingExtraError
            If what packs it is not installed.
        """
        try:
            packing = {name: version(name) for name in ("zarr", "numcodecs")}
        except PackageNotFoundError as missing:
            raise MissingExtraError.of("Zarr courses", "runs", missing) from missing
        return {**super().versions(), **packing}

    def compute(self, index: int) -> pa.Table:
        """Return a row for each person and a column for each endpoint and month."""
        layout = self.layout
        course = self.course(index, layout.months)
        found: dict[str, Any] = {}
        for endpoint in ENDPOINTS:
            key = key_of_endpoint(course.model, endpoint)
            assert key is not None, f"the model has no {endpoint}"
            values = course.at(key)
            if endpoint in FRACTURES:
                values = 100.0 * (values - values[:, :1])
            for place, month in enumerate(layout.months):
                found[layout.column(endpoint, month)] = values[:, place].astype(np.float32)
        return pa.table(found)

    def _quantities(self) -> Iterator[tuple[str, str]]:
        model = standard()
        for endpoint in ENDPOINTS:
            unit = "per 100 people" if endpoint in FRACTURES else unit_of(model, endpoint)
            yield endpoint, unit

    def _summarized(self) -> Iterator[Since]:
        column = CoursesLayout.column
        for endpoint in ENDPOINTS:
            for month in self.months:
                plain = self.column(endpoint, month)
                yield Since(
                    plain.name, plain.unit, plain.bin_width,
                    column(endpoint, 0), column(endpoint, month), endpoint not in FRACTURES,
                )  # fmt: skip
