"""The page about Python: every public name of `osteon`, from its docstring."""

from __future__ import annotations

import inspect
import re
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
_RETURNED = "Nobody needs to import these: they come out of the functions and classes above."
_MORE = "What the commands do beyond that; each is imported from the module that stands with it."


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
    lines += ["## What they return", "", _RETURNED, ""]
    for kind in _results():
        lines += _class(kind.__name__, kind, f"`{kind.__module__}`")
    lines += ["## More functions", "", _MORE, ""]
    for function in _more():
        lines += _function(function.__name__, function, "###", f"`{function.__module__}`")
    lines += ["## Errors", ""]
    for name in faults:
        lines += [f"### {name}", "", Docstring.of(getattr(osteon, name).__doc__).summary, ""]
    return _HEAD + "\n".join(lines)


def _results() -> tuple[type, ...]:
    """Return the classes that public functions return and that are found in their rooms."""
    from osteon.model.model import Model
    from osteon.people.population.people import People
    from osteon.planning.proposal import Proposal
    from osteon.sensitivity.analyze import Sensitivity
    from osteon.strategies import compare
    from osteon.strategies.outcome import Outcome
    from osteon.strategies.series import Series
    from osteon.trials import changes, hazard_ratio, incidence, needed
    from osteon.trials.outcome import TrialOutcome
    from osteon.trials.power_of_trial import TrialPower
    from osteon.validation.predict import Row

    compared = (compare.Change, compare.Difference)
    of_trials = (
        TrialOutcome, changes.Change, changes.Difference, incidence.Incidence,
        hazard_ratio.HazardRatio, TrialPower, needed.Power, needed.EventPower,
    )  # fmt: skip
    return (Outcome, Series, *compared, Proposal, *of_trials, People, Row, Sensitivity, Model)


def _more() -> tuple[Any, ...]:
    from osteon.sensitivity.analyze import sensitivity
    from osteon.trials.power_of_trial import power_of_trial

    return power_of_trial, sensitivity


def _function(name: str, function: Any, level: str, home: str = "") -> Iterator[str]:
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))
    signature = re.sub(r"<function (\w+) at \w+>", r"\1", signature)
    said = Docstring.of(function.__doc__)
    yield from (f"{level} {name}", "", home, "", "```python", f"{name}{signature}", "```", "")
    yield from _said(said)


def _class(name: str, kind: type, home: str = "") -> Iterator[str]:
    yield from (f"### {name}", "", home, "")
    yield from _said(Docstring.of(kind.__doc__))
    rows = [
        (f"`.{method}{_call(member)}`", _words(Docstring.of(_documented(member)).summary))
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


def _words(text: str) -> str:
    """Return text in which only code is marked."""
    parts = enumerate(text.split("`"))
    return "".join(f"`{part}`" if place % 2 else plain(part) for place, part in parts)


def _said(said: Docstring) -> Iterator[str]:
    yield from (said.summary, "")
    if said.prose:
        yield from (said.prose, "")
    for title, entries in said.sections.items():
        rows = [(f"`{name}`", _words(text)) for name, text in entries.items()]
        yield from table((title, "Meaning"), rows)
