"""The page about the REST API: every request and every answer, from its own OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generators.docstrings import Docstring
from osteon.reports.mechanism_page.markdown import plain, table
from osteon.reports.wording import in_plain_words, sentence_of
from osteon.web.app import application

_HEAD: Final = """# REST

What the studio asks can be asked by any program on this machine. `osteon serve` (extra `serve`)
prints an address; what stands in it after `#` is the token, made new at every start, which every
request brings as `Authorization: Bearer TOKEN`. Requests are JSON, and so are answers but for
reports. Only this machine can reach the server.

Made from the OpenAPI document of the program, which `python -m osteon.web` writes and the server
gives at `/api/openapi.json`.

```python title="ask.py"
--8<-- "rest/ask.py"
```

```text
python ask.py http://127.0.0.1:8765/#TOKEN
```

"""
_SCHEMAS: Final = "#/components/schemas/"
_KINDS: Final = {"string": "text", "number": "a number", "integer": "a whole number",
                 "boolean": "yes, no", "null": "nothing", "object": "names and values"}  # fmt: skip

_LIMITS: Final = {"minimum": "at least", "maximum": "at most"}


def rest_page() -> str:
    """Return one page with every request and every part of what is asked and answered."""
    document = application("", warmed=False).openapi()
    schemas = document["components"]["schemas"]
    anywhere = {word: text for one in schemas.values() for word, text in _said(one).items()}
    lines = [_HEAD + "## Requests", ""]
    for path, methods in document["paths"].items():
        for method, request in methods.items():
            lines += _request(f"{method.upper()} {path}", request)
    lines += ["## When it does not work", "", *_problems(document), ""]
    lines += ["## Parts", ""]
    for name, schema in schemas.items():
        if "properties" in schema:
            lines += _part(name, schema, anywhere)
        elif "enum" in schema:
            choices = ", ".join(f"`{one}`" for one in schema["enum"])
            lines += [f"### {name}", "", f"One of {choices}.", ""]
    return "\n".join(lines)


def requests_told() -> tuple[str, ...]:
    """Return the requests that there are ('POST /api/simulate')."""
    paths = application("", warmed=False).openapi()["paths"]
    return tuple(
        f"{method.upper()} {path}" for path, methods in paths.items() for method in methods
    )


def _request(title: str, request: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"### `{title}`", "", Docstring.of(request.get("description")).summary, "")
    rows = [
        (f"`{one['name']}`", f"in the {one['in']}", _kind(one["schema"]))
        for one in request.get("parameters", ())
    ]
    if rows:
        yield from table(("Word", "Stands", "Written as"), rows)
    asked = request.get("requestBody")
    if asked is not None:
        yield from (f"Asks with {_content(asked)}.", "")
    answer = next(one for status, one in request["responses"].items() if status.startswith("2"))
    yield from (f"Answers {_content(answer)}.", "")


def _content(message: Mapping[str, Any]) -> str:
    """Return what a message holds: JSON, and of which kind, or something else."""
    (kind, content), *_ = message["content"].items()
    schema = content.get("schema", {})
    return _kind(schema) if kind == "application/json" else f"`{kind}`"


def _problems(document: Mapping[str, Any]) -> list[str]:
    """Return the answers that every request may get, each once."""
    found = {
        status: answer["description"]
        for methods in document["paths"].values()
        for request in methods.values()
        for status, answer in request["responses"].items()
        if not status.startswith("2")
    }
    rows = [(f"`{status}`", f"{words}.") for status, words in sorted(found.items())]
    return table(("Status", "Meaning"), rows)


def _said(schema: Mapping[str, Any]) -> dict[str, str]:
    """Return what a part says of its words."""
    return Docstring.of(schema.get("description")).sections.get("Attributes", {})


def _part(name: str, schema: Mapping[str, Any], anywhere: Mapping[str, str]) -> Iterator[str]:
    """Yield a part; a word that it takes over in silence means what it means elsewhere."""
    whole, said = Docstring.of(schema.get("description")), _said(schema)
    yield from (f"### {name}", "", plain(whole.summary), "")
    if whole.prose:
        yield from (plain(whole.prose), "")
    required = schema.get("required", ())
    rows = []
    for word, one in schema["properties"].items():
        needed = " (needed)" if word in required and "default" not in one else ""
        meaning = said.get(word) or anywhere.get(word) or f"{in_plain_words(word)}."
        rows.append((f"`{word}`{needed}", sentence_of(meaning), _kind(one)))
    yield from table(("Word", "Meaning", "Written as"), rows)


def _kind(schema: Mapping[str, Any]) -> str:
    """Return a schema in words, with a link where it has a part of its own."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SCHEMAS)
        return "any JSON" if name == "JsonValue" else f"[{name}](#{name.lower()})"
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        kinds = dict.fromkeys(_kind(one) for one in choices if one.get("type") != "null")
        return " or ".join(kinds)
    if schema.get("type") == "array":
        return f"a list: {_kind(schema.get('items', {}))}"
    inside = schema.get("additionalProperties")
    if isinstance(inside, dict) and "$ref" in inside:
        return f"names and, under each, {_kind(inside)}"
    words = _KINDS.get(str(schema.get("type")), "any JSON")
    limits = [f"{word} {schema[key]:.10g}" for key, word in _LIMITS.items() if key in schema]
    return f"{words}, {' and '.join(limits)}" if limits else words
