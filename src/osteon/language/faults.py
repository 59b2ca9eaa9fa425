"""What is wrong with a description, in plain words and in the order of the file.

Pydantic finds every fault of a description at once. Here each becomes one sentence with its place:
file, line, the path to it in words, what is wrong, and the way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from osteon.errors import InputError, UnknownNameError
from osteon.language.wording import KINDS, Wording, as_fault, shown

if TYPE_CHECKING:
    from osteon.language.yaml_text import Document

MOST_TOLD = 5

Fields = Mapping[str, FieldInfo]

_VERBS = ("is", "has", "needs", "ends", "does", "goes")

_SHAPES = {
    "model_type": "should be names with values, such as {name: value}",
    "model_attributes_type": "should be names with values, such as {name: value}",
    "dict_type": "should be names with values, such as {name: value}",
    "mapping_type": "should be names with values, such as {name: value}",
    "tuple_type": "should be a list, such as [first, second]",
    "list_type": "should be a list, such as [first, second]",
}


def misplaced(
    message: str, *path: str | int, error: type[InputError] = InputError
) -> ValidationError:
    """Return a fault found after reading, with the path to what should be changed."""
    return several([(message, path, error)])


def several(
    found: Iterable[tuple[str, tuple[str | int, ...], type[InputError]]],
) -> ValidationError:
    """Return several faults found after reading, each with its message, path and kind."""
    details = [
        InitErrorDetails(type=as_fault(error(message)), loc=path, input=None)
        for message, path, error in found
    ]
    return ValidationError.from_exception_data("description", details)


def in_words(fields: Fields, error: ValidationError) -> ValidationError:
    """Return the same faults with every message in plain words."""
    details = [
        InitErrorDetails(type=_plain(fields, one), loc=one["loc"], input=one["input"])
        for one in error.errors(include_url=False)
    ]
    return ValidationError.from_exception_data("description", details)


def gathered(error: ValidationError, document: Document | None = None) -> InputError:
    """Return one input error that tells of up to five faults, the first line first."""
    source = document.source if document else None
    told = []
    for one in error.errors(include_url=False):
        line = document.line(one["loc"]) if document else None
        told.append((line or 0, _sentence(_path(one["loc"]), one["msg"]), line, one["type"]))
    told.sort(key=lambda fault: fault[0])
    first_line, first_message = told[0][2], told[0][1]
    rest = [
        str(InputError(message, source=source, line=line))
        for _, message, line, _ in told[1:MOST_TOLD]
    ]
    if len(told) > MOST_TOLD:
        rest.append(f"... and {len(told) - MOST_TOLD} more")
    kinds = {kind for *_, kind in told}
    kind = KINDS.get(kinds.pop(), InputError) if len(kinds) == 1 else InputError
    return kind("\n".join([first_message, *rest]), source=source, line=first_line)


def _plain(fields: Fields, fault: ErrorDetails) -> PydanticCustomError:
    """Return one fault of a description in words; faults of its parts already are."""
    kind, message, path = fault["type"], fault["msg"], fault["loc"]
    if kind in KINDS:
        return PydanticCustomError(_literal(kind), "{message}", {"message": message})
    if kind == "extra_forbidden":
        return as_fault(UnknownNameError.of("name", str(path[-1]), names_of(fields)))
    if kind == "missing":
        return as_fault(InputError(f"is missing{_advice(fields, str(path[-1]))}"))
    if kind in _SHAPES:
        return as_fault(InputError(f"'{shown(fault['input'])}' {_SHAPES[kind]}"))
    if kind == "too_short":
        return as_fault(InputError("is empty; write at least one"))
    if kind == "string_type":
        return as_fault(InputError(f"'{shown(fault['input'])}' is not a name; put it in quotes"))
    return as_fault(InputError(f"'{shown(fault['input'])}' cannot be understood here"))


def _literal(kind: str) -> Any:
    return kind


def names_of(fields: Fields) -> list[str]:
    """Return the names a person may write in a description of this kind."""
    return [field.alias or name for name, field in fields.items()]


def _advice(fields: Fields, name: str) -> str:
    for field_name, field in fields.items():
        if name in (field_name, field.alias):
            for wording in field.metadata:
                if isinstance(wording, Wording) and wording.example:
                    return f"; add for example '{name}: {wording.example}'"
    return f"; add '{name}: ...'"


def _sentence(path: str, message: str) -> str:
    """Join a path and its message; a message that begins with a verb speaks of the path itself."""
    if not path:
        return message
    return f"{path} {message}" if message.split(" ")[0] in _VERBS else f"{path}: {message}"


def _path(location: tuple[str | int, ...]) -> str:
    """Return a path in words: 'strategies > anastrozole alone > drugs 1 > dose'."""
    words: list[str] = []
    for step in location:
        if isinstance(step, int) and words:
            words[-1] = f"{words[-1]} {step + 1}"
        else:
            words.append(str(step))
    return " > ".join(words)
