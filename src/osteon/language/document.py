"""Descriptions that fill a file: read with their lines, and with dates when `start` is given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Self

from pydantic import ModelWrapValidatorHandler, ValidationError, model_validator

from osteon.errors import InputError
from osteon.language import yaml_text
from osteon.language.described import Described
from osteon.language.faults import gathered
from osteon.language.times import CalendarDate, Date, day_zero


class Written(Described):
    """A description that is a whole file.

    Parameters
    ----------
    start:
        The date of month 0; with it, a date may stand wherever a point in time may.
    """

    start: Date | None = None

    mark: ClassVar[str] = ""
    other_mark: ClassVar[str] = ""
    other_advice: ClassVar[str] = ""

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Read a file.

        Raises
        ------
        InputError
            If the file cannot be read or its content cannot be used; with file, line and way out.
        """
        return cls.parse(yaml_text.read_text(path), str(path))

    @classmethod
    def parse(cls, text: str, source: str | None = None) -> Self:
        """Read the text of a file, whose name (`source`) is used in messages only.

        Raises
        ------
        InputError
            If the content cannot be used; with file, line and way out.
        """
        document = yaml_text.parse(text, source)
        if cls.other_mark in document.data and cls.mark not in document.data:
            line = document.line((cls.other_mark,))
            raise InputError(cls.other_advice, source=source, line=line)
        try:
            return cls.model_validate(document.data)
        except ValidationError as fault:
            raise gathered(fault, document) from None

    @model_validator(mode="wrap")
    @classmethod
    def _place_dates(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Let dates count from the description's own start while it is read."""
        start = None
        if isinstance(written, Mapping) and written.get("start") is not None:
            try:
                start = CalendarDate().read(written["start"])
            except InputError:
                start = None
        token = day_zero.set(start)
        try:
            return handler(written)
        finally:
            day_zero.reset(token)
