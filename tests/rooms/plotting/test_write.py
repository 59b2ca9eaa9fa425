"""The files: whole, repeatable to the byte, in letters that stay letters."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import matplotlib as mpl
import pytest

from osteon.errors import InputError
from osteon.plotting import write_pictures, write_validation

SVG = "{http://www.w3.org/2000/svg}"


def words(path: Path) -> str:
    """Return everything written in a picture, piece by piece."""
    texts = ElementTree.parse(path).iter(f"{SVG}text")
    return " | ".join("".join(text.itertext()) for text in texts)


def test_both_pictures_are_written_into_a_folder_that_is_made(make, tmp_path) -> None:
    folder = tmp_path / "new" / "folder"
    paths = write_pictures(make.forecast("alone", "with training"), folder)
    assert paths == [folder / "bmd.svg", folder / "markers.svg"]
    assert all(ElementTree.parse(path).getroot().tag == f"{SVG}svg" for path in paths)


def test_a_picture_is_as_wide_as_a_small_screen(make, tmp_path) -> None:
    for path in write_pictures(make.forecast("alone"), tmp_path):
        width = float(ElementTree.parse(path).getroot().attrib["viewBox"].split()[2])
        assert 380 <= width <= 420


def test_the_pictures_say_what_they_show(make, tmp_path) -> None:
    bmd, markers = (words(p) for p in write_pictures(make.forecast("alone", "trained"), tmp_path))
    for text in ("alone", "trained", "change, %", "years from today", "least significant change"):
        assert text in bmd
        assert text in markers
    for text in ("Lumbar spine", "Total hip", "Femoral neck", "T-score", "g/cm²", "osteopenia"):
        assert text in bmd
    for text in ("CTX", "PINP (P1NP)", "ng/mL"):
        assert text in markers


def test_every_picture_says_that_it_is_no_medical_device(make, tmp_path) -> None:
    pictures = write_pictures(make.forecast("alone"), tmp_path)
    pictures.append(write_validation([make.row(-4.0, -3.0)], tmp_path / "validation.svg"))
    for path in pictures:
        assert "simulated; research and teaching, not a medical device" in words(path)


def test_the_same_forecast_gives_the_same_bytes(make, tmp_path) -> None:
    forecast = make.forecast("alone", "trained", case=make.case(measured=True))
    first = [path.read_bytes() for path in write_pictures(forecast, tmp_path / "first")]
    assert first == [path.read_bytes() for path in write_pictures(forecast, tmp_path / "second")]
    assert b"dc:date" not in b"".join(first)
    other = write_pictures(make.forecast("alone", "trained", apart=2.0), tmp_path / "other")
    assert first != [path.read_bytes() for path in other]


def test_what_a_reader_has_set_for_other_pictures_changes_nothing(make, tmp_path) -> None:
    forecast = make.forecast("alone", "trained")
    before = [path.read_bytes() for path in write_pictures(forecast, tmp_path)]
    theirs = {"font.size": 30, "axes.grid": True, "svg.fonttype": "path", "lines.linewidth": 9}
    with mpl.rc_context(theirs):
        after = [path.read_bytes() for path in write_pictures(forecast, tmp_path)]
        assert mpl.rcParams["font.size"] == 30
    assert before == after


@pytest.mark.parametrize("count", [1, 6, 23])
def test_one_strategy_and_many_are_all_named(make, tmp_path, count) -> None:
    names = [f"plan {number}." for number in range(count)]
    for path in write_pictures(make.forecast(*names, apart=0.1), tmp_path):
        assert all(name in words(path) for name in names)


def test_any_letters_pass_through_as_they_are(make, tmp_path) -> None:
    path, _ = write_pictures(make.forecast("$5 & <b> $6", "阿那曲唑"), tmp_path)
    assert "$5 & <b> $6" in words(path)
    assert "阿那曲唑" in words(path)


def test_a_long_name_is_written_in_full(make, tmp_path) -> None:
    name = " ".join(f"word{number}" for number in range(28))
    path, _ = write_pictures(make.forecast(name), tmp_path)
    written = words(path)
    assert [word for word in name.split() if word not in written] == []


def test_a_folder_that_is_a_file_is_named_in_the_error(make, tmp_path) -> None:
    blocked = tmp_path / "taken"
    blocked.write_text("no folder")
    with pytest.raises(InputError, match=r"taken.*cannot be written.*another folder"):
        write_pictures(make.forecast("alone"), blocked)


def test_naming_the_room_loads_no_matplotlib() -> None:
    statement = "import sys, osteon.plotting; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", statement], check=False).returncode == 0
