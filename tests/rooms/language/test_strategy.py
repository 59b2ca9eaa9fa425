"""Strategies: diet, exercise, procedures, rules, and what is usual beneath them."""

from __future__ import annotations

import pytest

from osteon.errors import InputError
from osteon.language import Diet, Exercise, Rule, Strategy

MONTH = 30.4375


def test_a_life_in_words() -> None:
    strategy = Strategy(
        drugs=["anastrozole 1 mg daily for 5 years"],
        diet={
            "calcium": "1.2 g/day",
            "vitamin_d": "20 ug/day",
            "vitamin_k2": "0.18 mg/day",
            "protein": "0.9 g/kg/day",
            "inflammatory_index": -1.5,
            "foods": [{"food": "kefir", "amount": "200 g", "per": "day"}],
        },
        supplements={"calcium": "500 mg/day"},
        exercise=[{"activity": "walking", "sessions": "3 sessions a week", "minutes": 30}],
        procedures=[{"procedure": "chemotherapy", "at": "month 1", "ovarian_failure": "yes"}],
        rules=[{"when": "t_score_lumbar_spine < -2.0", "give": "denosumab 60 mg every 6 months"}],
        visits="every 12 months",
    )
    assert strategy.diet.calcium == pytest.approx(1200)
    assert strategy.diet.vitamin_d == pytest.approx(800)
    assert strategy.diet.vitamin_k2 == pytest.approx(180)
    assert strategy.diet.foods[0].amount == 200
    assert strategy.supplements.calcium == 500
    assert strategy.exercise[0].sessions == pytest.approx(3 / 7)
    assert strategy.procedures[0].ovarian_failure
    assert strategy.rules[0].when.limit == -2
    assert strategy.rules[0].when.holds(-2.1)
    assert not strategy.rules[0].when.holds(-2)
    assert strategy.visits == 12 * MONTH
    assert Strategy(**strategy.words()) == strategy


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"drugs": "anastrozole 1 mg daily"}, "drugs: 'anastrozole 1 mg daily' should be a list"),
        ({"diet": {"calcium": 1200}}, "diet > calcium: 1200 has no unit; write it with one, such"),
        ({"diet": {"calcium": "1200 IU/day"}}, "'IU/day' does not measure this"),
        ({"diet": {"vitamin_d": "-1 IU/day"}}, "-1 IU/day is outside the plausible range"),
        ({"diet": {"calcuim": "1 g/day"}}, "unknown name 'calcuim'; did you mean 'calcium'?"),
        ({"supplements": {"foods": []}}, "supplements > foods: unknown name 'foods'"),
        ({"diet": {"foods": [{"food": "kefir"}]}}, "foods 1 > amount is missing; add for example"),
        ({"exercise": [{"activity": "walking"}]}, "exercise 1 > sessions is missing; add for exam"),
        (
            {"exercise": [{"activity": "walking", "sessions": 3}]},
            "sessions: 3 has no unit; write it with one, such as '3 per week'",
        ),
        (
            {"exercise": [{"activity": " ", "sessions": "3 per week"}]},
            "exercise 1 > activity: the text is empty",
        ),
        (
            {"exercise": [{"activity": "walking", "sessions": "3 per week", "until": "month -1"}]},
            "exercise 1 > until ends before it begins",
        ),
        ({"procedures": [{"procedure": "oophorectomy"}]}, "procedures 1 > at is missing; add for"),
        (
            {"procedures": [{"procedure": "oopherectomy", "at": "month 0"}]},
            "unknown procedure 'oopherectomy'; did you mean 'oophorectomy'?",
        ),
        (
            {"procedures": [{"procedure": "oophorectomy", "at": "month 0", "ovarian_failure": 1}]},
            "ovarian_failure: '1' is neither yes nor no",
        ),
        (
            {
                "procedures": [
                    {"procedure": "oophorectomy", "at": "month 0", "ovarian_failure": True}
                ]
            },
            "procedures 1 > ovarian_failure goes with chemotherapy only; leave it out",
        ),
        (
            {"rules": [{"when": "t_score_spine < -2", "give": "denosumab 60 mg monthly"}]},
            "rules 1 > when: unknown measured quantity 't_score_spine'; did you mean 't_score",
        ),
        (
            {"rules": [{"when": "t_score_lumbar_spine", "give": "denosumab 60 mg monthly"}]},
            "'t_score_lumbar_spine' is not a comparison; write for example",
        ),
        (
            {"rules": [{"when": "bmd_total_hip < 0.7", "give": "denosumab 60 mg monthly"}]},
            "0.7 has no unit; write it with one, such as '0.7 g/cm2'",
        ),
        (
            {"rules": [{"when": "t_score_total_hip < -2", "give": "denosumab 60 mg"}]},
            "rules 1 > give: in 'denosumab 60 mg', it is not said how often",
        ),
    ],
)
def test_what_no_strategy_can_be(words: dict[str, object], told: str) -> None:
    with pytest.raises(InputError) as caught:
        Strategy(**words)
    assert told in str(caught.value)


@pytest.mark.parametrize("relation", ["<", "<=", ">", ">="])
def test_a_rule_compares_as_written(relation: str) -> None:
    rule = Rule(when=f"estradiol {relation} 10 pg/mL", give="denosumab 60 mg every 6 months")
    limit = rule.when.limit
    assert limit == pytest.approx(36.71, rel=1e-3)
    assert rule.when.holds(limit) == ("=" in relation)
    assert rule.when.holds(limit + 1) == (">" in relation)
    assert rule.when.holds(limit - 1) == ("<" in relation)


def test_what_is_usual_goes_on_unless_something_else_is_said() -> None:
    usual = Strategy(
        drugs=["tamoxifen 20 mg daily from month -30 until month 0", "estradiol 1 mg daily"],
        diet={"calcium": "750 mg/day", "protein": "0.9 g/kg/day", "foods": [KEFIR, CHEESE]},
        supplements={"calcium": "500 mg/day", "vitamin_d": "800 IU/day"},
        exercise=[WALKING, {"activity": "swimming", "sessions": "1 per week"}],
        visits="every 6 months",
    )
    strategy = Strategy(
        drugs=["estradiol 0.5 mg daily from month 12"],
        diet={"calcium": "1200 mg/day", "foods": [KEFIR | {"amount": "400 g"}]},
        exercise=[WALKING | {"sessions": "7 per week", "from": "month 6"}],
    )
    whole = strategy.on_top_of(usual)
    assert [(one.drug, one.dose, one.until) for one in whole.drugs] == [
        ("tamoxifen", 20, 0),
        ("estradiol", 1, 12 * MONTH),
        ("estradiol", 0.5, None),
    ]
    assert (whole.diet.calcium, whole.diet.protein) == (1200, 0.9)
    assert [(food.food, food.amount) for food in whole.diet.foods] == [
        ("cheese", 30),
        ("kefir", 400),
    ]
    assert (whole.supplements.calcium, whole.supplements.vitamin_d) == (None, 800)
    assert [(one.activity, one.until) for one in whole.exercise] == [
        ("walking", 6 * MONTH),
        ("swimming", None),
        ("walking", None),
    ]
    assert whole.visits == 6 * MONTH


def test_a_food_in_two_rows_is_eaten_twice_and_replaces_the_usual_one() -> None:
    weekly = KEFIR | {"amount": "300 g", "per": "week"}
    strategy = Strategy(diet={"foods": [KEFIR, weekly]})
    usual = Strategy(diet={"foods": [CHEESE, CHEESE, KEFIR | {"amount": "50 g"}]})
    eaten = [(food.food, food.amount, food.per) for food in strategy.on_top_of(usual).diet.foods]
    assert eaten == [
        ("cheese", 30, "day"), ("cheese", 30, "day"), ("kefir", 200, "day"), ("kefir", 300, "week"),
    ]  # fmt: skip


def test_a_strategy_alone_is_itself() -> None:
    strategy = Strategy(diet=Diet(calcium="1 g/day"), exercise=[Exercise(**WALKING)])
    assert strategy.on_top_of(Strategy()) == strategy


KEFIR = {"food": "kefir", "amount": "200 g", "per": "day"}
CHEESE = {"food": "cheese", "amount": "30 g", "per": "day"}
WALKING = {"activity": "walking", "sessions": "3 per week", "minutes": 30}
