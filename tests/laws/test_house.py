"""The house: files open with their meaning, stay small, and know no machine but the reader's.

Each law is a function that lists what breaks it, so that it can be shown a broken house too.
"""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
LOCK, GPU_LOCK = ROOT / "requirements.lock", ROOT / "requirements-gpu.lock"
LONGEST = 250

HOSTS = r"(?i:(?:pypi|pythonhosted|npmjs)\.[a-z]{2,}|\bdeb\.[a-z]+\.[a-z]{2,})"
PLACES = r"(?:^|[^a-z.])/(?:work|farm|root)/|/tmp[/]bash"
OF_A_MACHINE = re.compile(f"{HOSTS}|{PLACES}")


def silent(files: Iterable[Path]) -> list[Path]:
    """Return the Python files that do not open with a docstring."""
    return [file for file in files if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]


def long(files: Iterable[Path]) -> list[str]:
    """Return the files with more lines than one idea needs."""
    counts = {file: len(file.read_text("utf-8").splitlines()) for file in files}
    return [f"{file}: {count} lines" for file, count in counts.items() if count > LONGEST]


def compared_by_arrays(files: Iterable[Path]) -> list[str]:
    """Return the dataclasses that hold arrays and would compare them, which numpy refuses."""
    return [
        f"{file}: {one.name}"
        for file in files
        for one in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(one, ast.ClassDef)
        and any(ast.unparse(mark) == "dataclass(frozen=True)" for mark in one.decorator_list)
        and any(
            isinstance(field, ast.AnnAssign)
            and "Array" in ast.unparse(field.annotation)
            and "compare=False" not in ast.unparse(field)
            for field in one.body
        )
    ]


def machine_bound(files: Iterable[Path]) -> list[str]:
    """Return the lines that name a package registry or a folder of one machine."""
    return [
        f"{file}:{number}: {line.strip()[:80]}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1)
        if OF_A_MACHINE.search(line)
    ]


def tracked() -> list[Path]:
    """Return the files that the project keeps."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    return [file for name in listing.split("\0") if (file := ROOT / name).is_file()]


def test_every_file_opens_with_its_meaning() -> None:
    assert silent(SOURCE.rglob("*.py")) == []


def test_no_file_is_longer_than_one_idea() -> None:
    assert long([*SOURCE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]) == []


def test_what_holds_arrays_is_itself_alone() -> None:
    assert compared_by_arrays(SOURCE.rglob("*.py")) == []


def test_a_class_that_compares_arrays_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("@dataclass(frozen=True)\nclass One:\n    values: Array\n", "utf-8")
    assert compared_by_arrays([file]) == [f"{file}: One"]


def test_no_file_knows_a_machine_or_a_registry() -> None:
    assert machine_bound(tracked()) == []


@pytest.mark.parametrize("file", [LOCK, GPU_LOCK], ids=lambda file: file.stem)
def test_a_lock_names_exact_versions_with_hashes_and_no_address(file: Path) -> None:
    lock = file.read_text("utf-8")
    assert re.findall(r".*(?:://|file:|--\w+-url|--find-links).*", lock) == []
    entries = re.split(r"\n(?=[a-z0-9])", lock)
    assert [entry for entry in entries if not re.match(r"\S+==\S+.*\\\n.*--hash=", entry)] == []


def test_the_lock_holds_whatever_the_project_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = asked["project"]["dependencies"] + asked["dependency-groups"]["dev"]
    names = {re.split(r"[<>=!~ ;\[]", entry)[0].lower() for entry in wanted}
    assert names - {name for name, _ in locked(LOCK)} == set()


def test_what_a_gpu_needs_is_locked_beside_the_same_versions() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        entry.partition(">")[0] for entry in asked["project"]["optional-dependencies"]["cuda"]
    }
    beyond = {name for name, _ in locked(GPU_LOCK) - locked(LOCK)}
    assert wanted <= beyond
    assert not beyond & {name for name, _ in locked(LOCK)}


def locked(file: Path) -> set[tuple[str, str]]:
    """Return the names and versions in a lock file."""
    return set(re.findall(r"^([a-z0-9-]+)==(\S+)", file.read_text("utf-8"), re.MULTILINE))


def test_a_file_without_meaning_or_end_is_seen(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text('"""What it means."""\n' + "\n" * (LONGEST - 1), "utf-8")
    bad.write_text("# a comment is no docstring\n" + "\n" * LONGEST, "utf-8")
    assert silent([good, bad]) == [bad]
    assert long([good, bad]) == [f"{bad}: 251 lines"]


@pytest.mark.parametrize(
    "words",
    [
        ("https://files.python", "hosted.org/x"),
        ("index: https://py", "pi.org/simple"),
        ("http://deb", ".debian.org/debian"),
        ("cd /wo", "rk/main"),
        ("cache: '/ro", "ot/.cache'"),
    ],
)
def test_a_line_bound_to_a_machine_is_seen(tmp_path: Path, words: tuple[str, str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("a first line\n" + "".join(words), "utf-8")
    assert [line.split(":")[1] for line in machine_bound([page])] == ["2"]


@pytest.mark.parametrize(
    "words",
    ["doi:10.1016/S1470-2045(14)71035-6", "https://example.org/work/page", "a debt. And more"],
)
def test_an_honest_line_passes(tmp_path: Path, words: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(words, "utf-8")
    assert machine_bound([page]) == []


def test_the_floors_that_contributors_read_are_those_that_are_checked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [contract] = project["tool"]["importlinter"]["contracts"]
    floors = "".join(f"    {floor}\n" for floor in contract["layers"])
    assert f"\n\n{floors}\n" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
