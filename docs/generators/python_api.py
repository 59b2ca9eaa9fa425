"""The page about Python: every public name of `osteon`, from its docstring."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import osteon
from generators.docstrings import Docstring
from osteon.reports.mechanism_page.markdown import plain, table

_HEAD = """# Python

Everything that `import osteon` offers, made from the docstrings. Words are the same as in files;
quantities are strings with units, and inside numbers in days. Objects cannot be changed;
`.but(...)` makes another.

```python
--8<-- "first_skeleton/first_skeleton.py"
```

"""


def python_page() -> str:
    """Return one page with every public name."""
    names = [name for name in osteon.__all__ if not name.startswith("__")]
    functions = [name for name in names if inspect.isfunction(getattr(osteon, name))]
    cached = [name for name in names if hasattr(getattr(osteon, name), "cache_info")]
    classes = [name for name in names if inspect.isclass(getattr(osteon, name))]
    lines = ["## Functions", ""]
    for name in (*functions, *cached):
        lines += _function(name, getattr(osteon, name), "###")
    faults = [name for name in classes if issubclass(getattr(osteon, name), Exception)]
    lines += ["## Classes", ""]
    for name in classes:
        if name not in faults:
            lines += _class(name, getattr(osteon, name))
    lines += ["## Errors", ""]
    for name in faults:
        lines += [f"### {name}", "", Docstring.of(getattr(osteon, name).__doc__).summary, ""]
    return _HEAD + "\n".join(lines)


def _function(name: str, function: Any, level: str) -> Iterator[str]:
    signature = str(inspect.signature(function)).replace("'", "")
    said = Docstring.of(function.__doc__)
    yield from (f"{level} {name}", "", "```python", f"{name}{signature}", "```", "")
    yield from _said(said)


def _class(name: str, kind: type) -> Iterator[str]:
    yield from (f"### {name}", "")
    yield from _said(Docstring.of(kind.__doc__))
    rows = [
        (f"`.{method}{_call(member)}`", plain(Docstring.of(_documented(member)).summary))
        for method, member in vars(kind).items()
        if not method.startswith("_") and _documented(member)
    ]
    yield from table(("Member", "What it gives"), rows)


def _documented(member: Any) -> str | None:
    member = getattr(member, "__func__", getattr(member, "fget", member))
    documented = inspect.isfunction(member) or hasattr(member, "func")
    return member.__doc__ if documented else None


def _call(member: Any) -> str:
    member = getattr(member, "__func__", member)
    return "()" if inspect.isfunction(member) else ""


def _said(said: Docstring) -> Iterator[str]:
    yield from (said.summary, "")
    if said.prose:
        yield from (said.prose, "")
    for title, entries in said.sections.items():
        rows = [(f"`{name}`", plain(text)) for name, text in entries.items()]
        yield from table((title, "Meaning"), rows)
