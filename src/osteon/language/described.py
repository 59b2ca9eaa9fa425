"""The base of everything a person describes: immutable, checked when made, and told off in words.

A description is made with words and read as numbers:

    person = Person(age="62 years", menopause_age="50 years")
    person.age                    22645.5 days
    person.but(age="70 years")    another person; this one stays
    person.words()                plain data that makes the same person again
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from osteon.errors import InputError
from osteon.language.faults import gathered, in_words

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    class _Base:
        """What a type checker should see: any words in, numbers as attributes."""

        model_fields: ClassVar[dict[str, FieldInfo]]

        def __init__(self, **words: Any) -> None: ...
        def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self: ...
        def model_dump(self, **options: Any) -> dict[str, Any]: ...
        @classmethod
        def model_validate(cls, written: Any) -> Self: ...
        @classmethod
        def model_json_schema(cls, **options: Any) -> dict[str, Any]: ...
        @property
        def model_fields_set(self) -> set[str]: ...

else:
    _Base = BaseModel


class Described(_Base):
    """A description that a person can write, in a file or in Python, with the same words.

    Raises
    ------
    InputError
        If a name is not known, a value is missing, or a quantity cannot be understood or true.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        loc_by_alias=True,
        defer_build=True,
    )

    if not TYPE_CHECKING:

        def __init__(self, **words):
            try:
                self.__pydantic_validator__.validate_python(words, self_instance=self)
            except ValidationError as fault:
                raise gathered(fault) from None

        __init__.__pydantic_base_init__ = True

        def __repr_args__(self):
            return self.words().items()

        def __setattr__(self, name, value):
            if name in type(self).model_fields:
                kind = type(self).__name__
                raise InputError(f"a {kind} cannot be changed; make another with .but({name}=...)")
            super().__setattr__(name, value)

    @model_validator(mode="wrap")
    @classmethod
    def _tell_in_words(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read what is written; a name with nothing after it counts as left out."""
        if isinstance(written, Mapping):
            written = {name: value for name, value in written.items() if value is not None}
        try:
            return handler({} if written is None else written)
        except ValidationError as fault:
            raise in_words(cls.model_fields, fault) from None

    def words(self) -> dict[str, Any]:
        """Return plain data from which the same description is made again."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=True)

    def but(self, **changes: Any) -> Self:
        """Return another description that differs in the words given.

        Raises
        ------
        InputError
            If the changed description is not a possible one.
        """
        fields = type(self).model_fields
        written = {
            (fields[name].alias or name) if name in fields else name: value
            for name, value in changes.items()
        }
        return type(self)(**(self.words() | written))
