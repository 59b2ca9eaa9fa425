"""Every snippet runs, every file is read, and the tutorials can be followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pages.places import DOCS, run_here
from pages.steps import follow

from osteon import Case, InputError, Trial

SNIPPETS = DOCS / "snippets"
FILES = sorted(file for file in SNIPPETS.rglob("*") if file.is_file() and "__" not in str(file))
PAGES = sorted(DOCS.rglob("*.md"))


def named(*suffixes: str, but: tuple[str, ...] = ()) -> list[Path]:
    """Return the snippets of some kinds, but those of some folders."""
    return [file for file in FILES if file.suffix in suffixes and file.parent.name not in but]


def ids(file: Path) -> str:
    return str(file.relative_to(SNIPPETS))


@pytest.mark.parametrize("snippet", named(".py", ".sh", but=("add_a_drug",)), ids=ids)
def test_a_snippet_runs(snippet: Path, tmp_path: Path) -> None:
    shutil.copytree(snippet.parent, tmp_path, dirs_exist_ok=True)
    program = "python" if snippet.suffix == ".py" else "bash"
    ended = run_here([program, snippet.name], tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip()


@pytest.mark.parametrize("file", named(".yaml", but=("mistakes", "add_a_drug")), ids=ids)
def test_a_file_is_read(file: Path) -> None:
    kind = Trial if file.read_text("utf-8").startswith("trial:") else Case
    assert kind.read(file)


@pytest.mark.parametrize("file", named(".yaml", but=("first_skeleton", "how_to", "add_a_drug")))
def test_a_mistake_is_refused(file: Path) -> None:
    with pytest.raises(InputError):
        Case.read(file)


def test_every_snippet_stands_on_a_page() -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    text += "\n".join(file.read_text("utf-8") for file in (DOCS / "generators").glob("*.py"))
    shown = set(re.findall(r'--8<-- "([^"]+)"|\{\{ output ([^ ]+) \}\}', text))
    names = {name for pair in shown for name in pair if name}
    assert {str(file.relative_to(SNIPPETS)) for file in FILES} - names == set()


def test_the_first_skeleton_can_be_followed(tmp_path: Path) -> None:
    ended = follow("tutorials/first-skeleton.md", tmp_path)
    assert [command for command, run in ended if run.returncode != 0] == []
    assert len(ended) == 5
    assert (tmp_path / "anna" / "bmd.svg").exists()


def test_a_newcomer_adds_a_drug_with_new_files_alone(source: Path) -> None:
    ended = dict(follow("tutorials/add-a-drug.md", source))
    assert {command: run.stderr for command, run in ended.items() if run.returncode != 0} == {}
    tested = ended["python -m pytest -q tests/rooms/interventions/test_calmozole.py"]
    assert "2 passed" in tested.stdout
    compared = ended["osteon compare berta.yaml"].stdout
    assert "calmozole 2 mg every day" in compared
    assert "Calmozole" not in run_here(["osteon", "--help"], source).stdout


def test_the_added_drug_spares_more_estradiol_than_anastrozole(source: Path) -> None:
    """It leaves four tenths of aromatase at work, anastrozole a fortieth."""
    follow_files = follow("tutorials/add-a-drug.md", source)
    told = run_here(["osteon", "simulate", "berta.yaml", "--json", "told.json"], source)
    assert follow_files
    assert told.returncode == 0, told.stderr
    import json

    strategies = json.loads((source / "told.json").read_text("utf-8"))["strategies"]
    left = {name: one["estradiol"]["median"][12] for name, one in strategies.items()}
    spine = {name: one["bmd_lumbar_spine"]["median"][60] for name, one in strategies.items()}
    assert left["calmozole"] > 3 * left["anastrozole"]
    assert spine["calmozole"] > spine["anastrozole"]
