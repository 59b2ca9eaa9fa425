"""The pages about case and trial files: every word a person may write, from the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generators.docstrings import Docstring
from osteon.language import schema
from osteon.reports.mechanism_page.markdown import plain, table
from osteon.reports.wording import in_plain_words, sentence_of

_HEADS = {
    "case": """# Case file

One person, what is usual for her, and what might be done. A whole file, which the tests run:

```yaml
--8<-- "first_skeleton/anna.yaml"
```

""",
    "trial": """# Trial file

A published trial, or one that is being designed. A whole file, which the tests run:

```yaml
--8<-- "how_to/small-trial.yaml"
```

""",
}
_OF_EVERY_FILE = {
    ("start", "`2026-03-01`"): "The date of month 0; a date may then stand wherever a month may."
}
_RULES = """Every quantity stands with its unit in one string (`62 years`, `1 mg`, `48 nmol/L`); a
number without a unit is taken only where the quantity has none. `month 0` is the first day of the
plan, and what came before is negative. A file with an unknown word, a missing unit or an impossible
value is refused, with the line and the nearest right name.

The same as a schema for an editor: [`osteon schema {kind}`](commands.md#osteon-schema).

"""


def file_page(kind: str) -> str:
    """Return the page about a kind of file, 'case' or 'trial'."""
    whole = schema(kind)
    parts = {name: part for name, one in whole["$defs"].items() if (part := _with_words(one))}
    said = _said_anywhere(parts)
    lines = [_HEADS[kind] + _RULES.format(kind=kind), "## At the top", ""]
    lines += _words(whole, parts, said)
    for name, part in sorted(parts.items()):
        summary = Docstring.of(part.get("description")).summary
        lines += [f"## {_title(name)}", "", plain(summary), "", *_words(part, parts, said)]
    return "\n".join(lines)


def _with_words(definition: dict[str, Any]) -> dict[str, Any] | None:
    """Return the part of a definition that has words of its own; a sentence may stand for it."""
    choices = [definition, *definition.get("anyOf", ())]
    return next((one for one in choices if one.get("properties")), None)


def _said_anywhere(parts: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Return what any part says of a word written so, for parts that take it over in silence."""
    return _OF_EVERY_FILE | {
        (name, _ways(part["properties"][name], parts)): text
        for part in parts.values()
        for name, text in _said(part).items()
        if name in part["properties"]
    }


def _said(part: dict[str, Any]) -> dict[str, str]:
    """Return what a part says of its words."""
    entries = Docstring.of(part.get("description")).sections.get("Parameters", {})
    return {name.rstrip("_"): text for name, text in entries.items()}


def _words(
    part: dict[str, Any], parts: dict[str, Any], anywhere: dict[tuple[str, str], str]
) -> list[str]:
    required, said = part.get("required", ()), _said(part)
    rows = []
    for name, word in part["properties"].items():
        ways = _ways(word, parts)
        meaning = said.get(name) or anywhere.get((name, ways)) or f"{in_plain_words(name)}."
        needed = " (needed)" if name in required else ""
        rows.append((f"`{name}`{needed}", sentence_of(meaning).replace("None:", "left out:"), ways))
    return table(("Word", "Meaning", "Written as"), rows)


def _ways(word: dict[str, Any], parts: dict[str, Any]) -> str:
    return "; ".join(dict.fromkeys(_written(word, parts)))


def _written(word: dict[str, Any], parts: dict[str, Any]) -> Iterator[str]:
    """Yield how a value may be written: as a part of its own, a choice, an example, a kind."""
    if "$ref" in word:
        name = word["$ref"].rpartition("/")[2]
        if name in parts:
            yield f"[{_title(name)}](#{_anchor(name)})"
        else:
            yield "text"
    elif "anyOf" in word:
        found = [one for choice in word["anyOf"] for one in _written(choice, parts)]
        yield from dict.fromkeys(one for one in found if one != "nothing")
    elif "enum" in word:
        yield ", ".join(f"`{choice}`" for choice in word["enum"])
    elif word.get("examples"):
        yield ", ".join(f"`{example}`" for example in word["examples"])
    elif word.get("type") == "array":
        inside = ", ".join(_written(word.get("items", {}), parts))
        yield f"a list: {inside}" if inside else "a list"
    elif isinstance(word.get("additionalProperties"), dict):
        inside = ", ".join(_written(word["additionalProperties"], parts))
        yield f"a name and, under it, {inside}"
    else:
        yield _KINDS.get(str(word.get("type")), "text")


_KINDS = {"string": "text", "number": "a number", "integer": "a whole number", "boolean": "yes, no",
          "null": "nothing"}  # fmt: skip


def _title(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip("_"))
    return (words[:1] + words[1:].lower()).replace("Tscores", "T-scores")


def _anchor(name: str) -> str:
    return _title(name).lower().replace(" ", "-")
