"""The page at three depths: words a reader can follow, within the width there is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.console import Console

from osteon.language import Case
from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.people.layer import current_layer
from osteon.reports.explanation import Explanation, as_json, explanation_of
from osteon.reports.page import Depth, page
from osteon.reports.setting import Setting, setting_of
from osteon.reports.sources import sources_of
from osteon.reports.wording import fold_in_words, name_of, number, percent, points, roughly
from osteon.vocabulary.site import Site

Asked = Callable[..., Setting]


def printed(setting: Setting, depth: Depth, width: int = 80) -> str:
    console = Console(width=width, markup=False, highlight=False, color_system=None)
    with console.capture() as capture:
        console.print(page(Explanation(setting, Site.LUMBAR_SPINE), depth))
    return capture.get()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("depth", Depth)
def test_no_line_is_wider_than_the_screen(asked: Asked, depth: Depth, width: int) -> None:
    text = printed(asked("all"), depth, width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text


def test_fundamentals_tell_few_steps_each_with_its_reason(asked: Asked) -> None:
    text = " ".join(printed(asked("inhibitor"), Depth.FUNDAMENTALS).split())
    assert re.search(r"\(estradiol\) falls to about (a tenth|\d %), because aromatase", text)
    assert re.search(r"Cells that remove bone \(osteoclasts\) rise ", text)
    assert re.search(r"Bone density \(BMD\) falls by about \d %, mostly because bone removal", text)


def test_fundamentals_tell_what_diet_and_training_do(asked: Asked) -> None:
    text = " ".join(printed(asked("all"), Depth.FUNDAMENTALS).split())
    assert "because calcium intake is higher" in text
    assert "The strain that loads put on bone rises" in text


def test_exercise_under_an_inhibitor_comes_with_its_doubt(asked: Asked) -> None:
    for depth in Depth:
        text = " ".join(printed(asked("all"), depth).split())
        assert "the gain from exercise may be near zero" in text
    assert "near zero" not in printed(asked("bisphosphonate"), Depth.INTERMEDIATE)


def test_weak_evidence_is_named(asked: Asked) -> None:
    text = " ".join(printed(asked("all"), Depth.INTERMEDIATE).split())
    assert re.search(r"Less certain: [^.]*accommodation[^.]* on association or animal work", text)


def test_intermediate_shows_causes_grades_and_sources(asked: Asked) -> None:
    text = printed(asked("inhibitor"), Depth.INTERMEDIATE)
    assert re.search(r"estradiol pmol/L .* A \d", text)
    assert re.search(r"\d Dixon 2008", text)
    assert "a assumed, with a reason" in " ".join(text.split())
    assert "equations" not in text


def test_academic_adds_equations_folds_and_parameters(asked: Asked) -> None:
    text = printed(asked("inhibitor"), Depth.ACADEMIC, 120)
    assert "aromatase_activity fold = 1 / (1 + concentration / half_inhibition)" in text
    assert re.search(r"fold on aromatase activity: 0\.0\d+   \(as usual 1\.00\)", text)
    assert "anastrozole.volume = " in text
    assert "doi:10.1200/JCO.2002.20.3.751" in text


def test_the_parts_are_said_to_add_up(asked: Asked) -> None:
    text = " ".join(printed(asked("all"), Depth.INTERMEDIATE).split())
    assert "so the parts add up to the difference" in text
    assert "add up to the difference" not in printed(asked("inhibitor"), Depth.INTERMEDIATE)


def test_usual_drugs_that_end_are_told_beside_age(asked: Asked) -> None:
    """Tamoxifen keeps bone after menopause, so its end takes some: that is not age."""
    case, usual = asked("inhibitor").case, ["tamoxifen 20 mg daily from month -36 until month 6"]
    ends = Case(person=case.person, usual={"drugs": usual}, strategies=case.strategies)

    def told(month: float) -> str:
        setting = setting_of(standard(), current_layer(), ends, "inhibitor", month)
        return " ".join(printed(setting, Depth.INTERMEDIATE, 120).split())

    assert "as usual, after tamoxifen has ended, and with age" in told(12)
    assert "as usual, with age" in told(5)


def test_what_passes_through_a_link_is_told_at_every_depth(asked: Asked) -> None:
    for depth in (Depth.INTERMEDIATE, Depth.ACADEMIC):
        text = " ".join(printed(asked("inhibitor"), depth).split())
        assert "the link is held at what it would be otherwise" in text
    text = " ".join(printed(asked("inhibitor"), Depth.FUNDAMENTALS).split())
    same = "Without this step bone density would be as it is with only what is usual."
    assert text.count(same) == 1


def test_one_quantity_at_three_depths(asked: Asked) -> None:
    for depth in Depth:
        explanation = explanation_of(asked("inhibitor"), "rankl@total_hip", Site.LUMBAR_SPINE)
        console = Console(width=80, markup=False, highlight=False, color_system=None)
        with console.capture() as capture:
            console.print(page(explanation, depth))
        text = " ".join(capture.get().split())
        assert "RANKL in bone, total hip" in text
        assert ("not serum RANKL" in text) is (depth is not Depth.FUNDAMENTALS)
        assert ("Parameters" in text) is (depth is not Depth.FUNDAMENTALS)


def test_doing_nothing_new_is_said_so(asked: Asked) -> None:
    for depth in Depth:
        assert "The strategy changes nothing here" in printed(asked("nothing"), depth)


def test_a_drug_that_has_ended_is_said_to_have_ended(asked: Asked) -> None:
    assert "What was done has ended" in printed(asked("inhibitor", 36.0), Depth.FUNDAMENTALS)


def test_json_names_the_same_links(asked: Asked) -> None:
    explanation = Explanation(asked("all"), Site.TOTAL_HIP)
    content = as_json(explanation)
    links = {link["quantity"]: link for link in content["links"]}
    assert links["bmd"]["site"] == "total_hip"
    assert links["estradiol"]["unit"] == "pmol/L"
    assert links["estradiol"]["mechanism"] == "estradiol"
    drug = {source["parameter"]: source for source in links["aromatase_activity"]["sources"]}
    assert drug["anastrozole.volume"]["citation"].startswith("AstraZeneca")
    assert content["attribution"]["bmd_total_hip"]["parts"].keys() == {
        "anastrozole", "risedronate", "diet", "progressive resistance training",
    }  # fmt: skip


def test_every_source_has_a_place_or_a_reason(asked: Asked) -> None:
    explanation = Explanation(asked("all"), Site.LUMBAR_SPINE)
    sources = [one for link in explanation.chain.links
               for one in sources_of(explanation.setting, link)]  # fmt: skip
    assert sources
    assert all(one.reason or (one.citation and one.locus) for one in sources)


def test_one_quantity_for_a_program(asked: Asked) -> None:
    content = as_json(explanation_of(asked("inhibitor"), "estradiol", Site.LUMBAR_SPINE))
    assert content["quantity"] == "estradiol"
    assert content["estradiol"]["value_now"] < 0.2 * content["estradiol"]["value_month_0"]
    assert content["attribution"]["estradiol"]["parts"].keys() == {"anastrozole"}
    links = {link["quantity"]: link for link in content["links"]}
    assert links["aromatase_activity"]["passes"] < -80


@pytest.mark.parametrize(
    ("fold", "words"),
    [
        (1.4, "rises to about 1.4 times"),
        (0.1, "falls to about a tenth"),
        (0.5, "falls to about half"),
        (0.03, "falls to about 3 %"),
        (1.08, "rises by about 8 %"),
        (0.95, "falls by about 5 %"),
        (1.002, "rises very slightly"),
        (25.0, "rises about 25-fold"),
        (0.0, "falls almost to nothing"),
    ],
)
def test_ratios_for_everybody(fold: float, words: str) -> None:
    assert roughly(fold) == words
    assert roughly(fold, several=True).split()[0] in ("rise", "fall")


def test_numbers_as_they_are_written() -> None:
    assert [number(one) for one in (25.7, 0.026, 1200.0, 0.0, -1.5)] == [
        "25.7", "0.0260", "1200", "0", "−1.50",
    ]  # fmt: skip
    assert [number(one) for one in (4.54e-14, -3.57e-15, 2.5e-6)] == ["0", "0", "2.50e−06"]
    assert [percent(one) for one in (-1.234, 0.02, -0.02)] == ["−1.2 %", "0.0 %", "0.0 %"]
    assert points(-0.01) == "0.0"
    assert [fold_in_words(one) for one in (None, 1.28, 0.978, 0.105, 3.0)] == [
        "", "+28 %", "−2.2 %", "×0.10", "×3.0",
    ]  # fmt: skip


def test_names_as_they_are_spoken() -> None:
    def spoken(name: str) -> str:
        return name_of(standard(), Key(name, Site.LUMBAR_SPINE))

    assert spoken("rankl_opg_ratio") == "RANKL/OPG in bone"
    assert spoken("opg") == "OPG in bone"
    assert spoken("tgf_beta") == "TGF-beta"
    assert spoken("vitamin_d_intake") == "vitamin D intake"
    assert spoken("osteoclasts") == "osteoclasts"
