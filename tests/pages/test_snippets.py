"""Every snippet runs, every file is read, and the tutorials can be followed to the letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from generators.directives import asked_outputs
from generators.outputs import output_of
from pages.places import DOCS, run_here
from pages.steps import follow, steps

from osteon import Case, InputError, Trial
from osteon.interchange.foreign.guide import Guide

SNIPPETS = DOCS / "snippets"
FILES = sorted(file for file in SNIPPETS.rglob("*") if file.is_file() and "__" not in str(file))
PAGES = sorted(DOCS.rglob("*.md"))


def named(*suffixes: str, but: tuple[str, ...] = ()) -> list[Path]:
    """Return the snippets of some kinds, but those of some folders."""
    return [file for file in FILES if file.suffix in suffixes and file.parent.name not in but]


def ids(file: Path) -> str:
    return str(file.relative_to(SNIPPETS))


SHOWN = set(asked_outputs(DOCS))
UNSEEN = [
    file for file in named(".py", ".sh", but=("add_a_drug", "rest")) if ids(file) not in SHOWN
]


@pytest.mark.parametrize("snippet", UNSEEN, ids=ids)
def test_a_snippet_whose_output_no_page_shows_runs(snippet: Path) -> None:
    """The others run when the site is built, which fails with them."""
    assert output_of(ids(snippet))


def test_a_snippet_that_fails_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.outputs.SNIPPETS", tmp_path)
    (tmp_path / "wrong.sh").write_text("osteon simulate nowhere.yaml\n", "utf-8")
    with pytest.raises(RuntimeError, match=r"wrong\.sh failed: osteon: .*nowhere\.yaml"):
        output_of("wrong.sh")


KINDS = {"trial:": Trial, "person": Case, "model:": Guide}


@pytest.mark.parametrize("file", named(".yaml", but=("mistakes", "add_a_drug")), ids=ids)
def test_a_file_is_read(file: Path) -> None:
    assert KINDS[file.read_text("utf-8")[:6]].read(file)


@pytest.mark.parametrize("file", sorted((SNIPPETS / "mistakes").glob("*.yaml")), ids=ids)
def test_a_mistake_is_refused(file: Path) -> None:
    with pytest.raises(InputError):
        Case.read(file)


def test_every_snippet_stands_on_a_page() -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    text += "\n".join(file.read_text("utf-8") for file in (DOCS / "generators").glob("*.py"))
    shown = set(re.findall(r'--8<-- "([^"]+)"|\{\{ output ([^ ]+) \}\}', text))
    names = {name for pair in shown for name in pair if name}
    assert {str(file.relative_to(SNIPPETS)) for file in FILES} - names == set()


TUTORIALS = ("first_skeleton", "plan", "twin", "virtual_trial")


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_uses_what_the_build_has_run(name: str) -> None:
    page = list(steps(f"tutorials/{name.replace('_', '-')}.md"))
    folder = SNIPPETS / name
    for step in page:
        if step.title is not None:
            assert step.text == (folder / step.title).read_text("utf-8")
    commands = {step.text for step in page if step.title is None}
    assert {file.read_text("utf-8") for file in folder.glob("*.sh")} <= commands


@pytest.mark.slow
def test_the_first_skeleton_can_be_followed(tmp_path: Path) -> None:
    ended = follow("tutorials/first-skeleton.md", tmp_path)
    assert [command for command, run in ended if run.returncode != 0] == []
    assert len(ended) == 5
    assert (tmp_path / "anna" / "bmd.svg").exists()


def test_a_newcomer_adds_a_drug_of_a_new_class_with_new_files_alone(source: Path) -> None:
    """Osteoclasts left with less than two thirds of their work resorb less; estradiol stays low."""
    ended = dict(follow("tutorials/add-a-drug.md", source))
    assert {command: run.stderr for command, run in ended.items() if run.returncode != 0} == {}
    tested = ended["python -m pytest -q tests/rooms/interventions/test_calmocatib.py"]
    assert "2 passed" in tested.stdout
    assert "calmocatib 2 mg every day" in ended["osteon compare berta.yaml"].stdout
    asked = ["osteon", "simulate", "berta.yaml", "--members", "20", "--json", "-"]
    strategies = json.loads(run_here(asked, source).stdout)["strategies"]
    alone, beside = (strategies[name] for name in ("anastrozole", "with calmocatib"))
    assert beside["estradiol"]["median"][12] == pytest.approx(alone["estradiol"]["median"][12])
    assert beside["ctx"]["median"][3] < 0.8 * alone["ctx"]["median"][3]
    assert beside["bmd_lumbar_spine"]["median"][60] > alone["bmd_lumbar_spine"]["median"][60]


def test_the_drug_of_the_tutorial_is_not_there_without_it() -> None:
    with pytest.raises(InputError, match="unknown drug 'calmocatib'"):
        Case.read(SNIPPETS / "add_a_drug" / "berta.yaml")
