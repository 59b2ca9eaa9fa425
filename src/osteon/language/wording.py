"""A value written in words: how text becomes a value, and how the value is written again.

Every kind of wording (a quantity, a name, a point in time) reads what a person wrote and says in
plain words why it cannot. The same object tells pydantic how to validate, how to write back and
what an editor may offer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from osteon.errors import InputError, UnitError, UnknownNameError

Value = TypeVar("Value")

KINDS: dict[str, type[InputError]] = {
    "input": InputError,
    "unit": UnitError,
    "unknown_name": UnknownNameError,
}


class Wording(ABC, Generic[Value]):
    """How one kind of value is read from words and written in words."""

    @property
    def example(self) -> str:
        """Return a good way to write such a value, or '' where any text will do."""
        return ""

    @abstractmethod
    def read(self, written: Any) -> Value:
        """Return the value of what a person wrote.

        Raises
        ------
        InputError
            If it cannot be understood, or cannot be true.
        """

    @abstractmethod
    def write(self, value: Value) -> Any:
        """Return words from which `read` makes the same value again."""

    def described(self) -> dict[str, Any]:
        """Return what an editor should know (JSON schema)."""
        return (
            {"type": "string", "examples": [self.example]} if self.example else {"type": "string"}
        )

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.described()

    def _validated(self, written: Any) -> Value:
        try:
            return self.read(written)
        except InputError as fault:
            raise as_fault(fault) from fault


def as_fault(error: InputError) -> PydanticCustomError:
    """Return an input error in the form that pydantic collects."""
    kind = next(name for name, one in reversed(KINDS.items()) if isinstance(error, one))
    return PydanticCustomError(kind, "{message}", {"message": printable(error.message)})


def printable(text: str) -> str:
    """Return a text with each half of a character, which nothing can print, spelled out.

    JSON can write such a half (a lone surrogate); no encoding of text has it.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def shown(written: Any) -> str:
    """Return what a person wrote, short enough for a message."""
    if isinstance(written, bool):
        return "yes" if written else "no"
    text = " ".join(str(written).split())
    return text if len(text) <= 60 else text[:57] + "..."
