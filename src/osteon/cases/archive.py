"""Everything that a store holds, as lines of JSON: what it is, then a line for each case.

{"osteon": "cases", "format": 1, "version": "0.1.0"}
{"name": "Ada", "added": ..., "version": ..., "case": {...}, "measurements": [...],
"forecasts": [...]}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from osteon.cases.database import Database, as_json
from osteon.errors import InputError
from osteon.language.case import Case
from osteon.version import __version__

FORMAT = 1


def lines_of(database: Database) -> Iterator[str]:
    """Yield the lines of an export."""
    yield as_json({"osteon": "cases", "format": FORMAT, "version": __version__}) + "\n"
    question = "SELECT id, name, added, version, document FROM cases ORDER BY name"
    for number, name, added, version, document in database.ask(question):
        content = {
            "name": name,
            "added": added,
            "version": version,
            "case": database.read(document),
            "measurements": [
                {"measured": database.read(row), "version": by, "added": when}
                for row, by, when in database.measurements(number)
            ],
            "forecasts": [
                {"content": database.read(row), "version": by, "layer": layer, "added": when}
                for row, by, layer, when in database.forecasts(number)
            ],
        }
        yield as_json(content) + "\n"


def taken_in(database: Database, lines: Iterable[str], source: str) -> Iterator[str]:
    """Write every case of an export and yield its name.

    Raises
    ------
    InputError
        If a line is no case, or a name is taken; names file and line.
    """
    for number, line in enumerate(lines, 1):
        try:
            content = json.loads(line)
            if number == 1:
                _check_head(content)
            else:
                yield _one(database, content)
        except InputError as fault:
            raise InputError(fault.message, source=source, line=number) from fault
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            advice = "; 'osteon case add' keeps a case file" if number == 1 else ""
            raise InputError(
                f"this is no line of an export of cases{advice}; nothing was taken in",
                source=source,
                line=number,
            ) from fault


def _check_head(content: Any) -> None:
    if content["osteon"] != "cases":
        raise KeyError("osteon")
    if content["format"] != FORMAT:
        raise InputError(
            f"this export has format {content['format']}, and {FORMAT} is known; "
            "use the version of osteon that wrote it"
        )


def _one(database: Database, content: Any) -> str:
    """Write one case after making sure that it can be read."""
    name, words = content["name"], content["case"]
    measured = [one["measured"] for one in content["measurements"]]
    Case(**(words | {"measurements": measured}))
    row = database.insert_case(str(name), words, str(content["version"]), str(content["added"]))
    for one in content["measurements"]:
        database.insert_measurement(row, one["measured"], str(one["version"]), str(one["added"]))
    for one in content["forecasts"]:
        database.insert_forecast(
            row, one["content"], one["layer"], str(one["version"]), str(one["added"])
        )
    return str(name)
