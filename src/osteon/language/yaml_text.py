"""From a file to plain data that remembers its lines.

A file is read as YAML without surprises: no tags, no anchors, no name given twice, no nesting
beyond twenty levels, one megabyte at most. Whatever is wrong is said in a plain sentence with its
line, so that the file can be mended without knowing YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from osteon.errors import InputError, nearest

LARGEST_FILE = 1_000_000
DEEPEST_NESTING = 20

PathInData = tuple[str | int, ...]

_SENTENCES = {
    "'\\t' that cannot start": "a tab stands where only spaces may; indent with spaces",
    "mapping values are not allowed": "a colon is not expected here: check the indentation of this "
    "line, and put text that contains ': ' in quotes",
    "could not find expected ':'": "a name is not followed by a colon and its value",
    "expected ',' or": "a comma or a closing bracket is missing before this place",
    "expected <block end>": "the indentation does not match the lines above",
    "quoted scalar": "a quotation mark is opened and never closed",
    "cannot start any token": "this sign cannot begin a value; put the text in quotes",
    "expected a single document": "the file holds a second document after '---'; keep one",
    "scanning an alias": "'*' begins a reference in YAML; put the text in quotes",
    "scanning an anchor": "'&' begins a reference in YAML; put the text in quotes",
}


@dataclass(frozen=True)
class Document:
    """Plain data read from a file.

    Parameters
    ----------
    data:
        The top-level mapping: text, numbers, yes/no, dates, lists and mappings.
    lines:
        The line, counted from one, of every path into the data.
    source:
        The name of the file.
    """

    data: dict[str, Any]
    lines: Mapping[PathInData, int]
    source: str | None

    def line(self, path: PathInData) -> int | None:
        """Return the line of a path, or of the nearest thing around it that is in the file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return self.lines.get(())


def read_text(path: str | Path) -> str:
    """Return the text of a file.

    Raises
    ------
    InputError
        If it is missing, a folder, too large, unreadable or not UTF-8.
    """
    place, source = Path(path), str(path)
    try:
        if place.is_dir():
            raise InputError("this is a folder; name a file in it", source=source)
        if place.is_symlink() and not place.exists():
            raise InputError("this is a link to nothing; name the file itself", source=source)
        if not place.exists():
            raise InputError(f"there is no such file{_neighbors(place)}", source=source)
        if not place.is_file():
            raise InputError("this is not an ordinary file", source=source)
        with place.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise InputError(f"the file cannot be read: {reason.lower()}", source=source) from fault
    return decoded(content, source)


def decoded(content: bytes, source: str) -> str:
    """Return the text of what was read.

    Raises
    ------
    InputError
        If it is larger than a description can be, or not UTF-8.
    """
    if len(content) > LARGEST_FILE:
        raise InputError("the file is larger than 1 MB; keep the description in it", source=source)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        message = "this is not UTF-8 text; save the file with the encoding UTF-8"
        raise InputError(message, source=source, line=line) from fault


def own_table(path: Path) -> Any:
    """Return what a file that comes with osteon holds, by the parser in C where PyYAML has it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_bytes(), Loader=loader)


def parse(text: str, source: str | None = None) -> Document:
    """Turn the text of a file into plain data with its lines.

    Raises
    ------
    InputError
        If it is empty, not YAML, or more than a plain mapping needs.
    """
    if len(text) > LARGEST_FILE:
        raise InputError("the text is longer than 1 MB; keep the description in it", source=source)
    try:
        loader = _Composer(text, source)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as fault:
        raise _in_words(fault, source) from fault
    except yaml.reader.ReaderError as fault:
        line = text[: fault.position].count("\n") + 1
        message = "a character that is not text stands here; remove it"
        raise InputError(message, source=source, line=line) from fault
    if root is None or (isinstance(root, yaml.ScalarNode) and root.tag.endswith(":null")):
        raise InputError("the file is empty", source=source)
    if not isinstance(root, yaml.MappingNode):
        message = "the file must be a list of names with values, such as 'horizon: 10 years'"
        raise InputError(message, source=source, line=root.start_mark.line + 1)
    lines: dict[PathInData, int] = {(): 1}
    return Document(loader.plain(root, (), lines), lines, source)


class _Composer(yaml.SafeLoader):
    """PyYAML's composer, with the doors closed that a description does not need."""

    def __init__(self, text: str, source: str | None) -> None:
        super().__init__(text)
        self.source = source
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose one node unless it is a reference, anchored, tagged or too deep."""
        event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it open
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            message = "'&' and '*' (references) are not understood; write the text in quotes"
            raise self.refuse(message, event)
        if event.tag is not None:
            raise self.refuse(f"the tag '{event.tag}' is not understood; remove it", event)
        if self.depth >= DEEPEST_NESTING:
            raise self.refuse(f"nesting is deeper than {DEEPEST_NESTING} levels", event)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def refuse(self, message: str, node: yaml.Node | yaml.Event) -> InputError:
        """Return the error that refuses what stands at a node."""
        mark = node.start_mark
        return InputError(message, source=self.source, line=mark.line + 1 if mark else None)

    def plain(self, node: yaml.Node, path: PathInData, lines: dict[PathInData, int]) -> Any:
        """Return the plain data of a node, and note the line of everything in it."""
        if isinstance(node, yaml.MappingNode):
            return {
                name: self.plain(value, (*path, name), lines)
                for name, value in self.entries(node, path, lines)
            }
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                lines[(*path, index)] = item.start_mark.line + 1
            return [self.plain(item, (*path, i), lines) for i, item in enumerate(node.value)]
        return _value(node)

    def entries(
        self, node: yaml.MappingNode, path: PathInData, lines: dict[PathInData, int]
    ) -> Iterator[tuple[str, yaml.Node]]:
        """Return the names and values of a mapping, each name once, and note its line."""
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.refuse("a name must be plain text", key)
            name, here = str(key.value), (*path, str(key.value))
            if here in lines:
                first = lines[here]
                raise self.refuse(f"'{name}' is given twice, first on line {first}; keep one", key)
            lines[here] = key.start_mark.line + 1
            yield name, value


def _value(node: yaml.Node) -> Any:
    """Return the value of plain text; a number only if it is an ordinary decimal one."""
    text, kind = str(node.value), node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in ("yes", "true", "on")
    readers: dict[str, Callable[[str], Any]] = {
        "int": int,
        "float": float,
        "timestamp": date.fromisoformat,
    }
    try:
        return readers.get(kind, str)(text)
    except ValueError:
        return text


def _in_words(fault: yaml.MarkedYAMLError, source: str | None) -> InputError:
    mark = fault.problem_mark or fault.context_mark
    told = f"{fault.context or ''} {fault.problem or ''}"
    sentence = next(
        (words for sign, words in _SENTENCES.items() if sign in told), "this is not YAML"
    )
    if mark is None:
        return InputError(sentence, source=source)
    return InputError(f"column {mark.column + 1}: {sentence}", source=source, line=mark.line + 1)


def _neighbors(place: Path) -> str:
    if not place.parent.is_dir():
        return f", nor a folder '{place.parent}'"
    names = [one.name for one in place.parent.iterdir() if one.suffix in (".yaml", ".yml")]
    told = nearest(place.name, names) if names else ""
    return f"; {told}" if told.startswith("did you mean") else ""
