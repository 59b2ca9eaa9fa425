"""From a base to the space of its feasible strategies: the rules asked of options and combinations.

Each rule is asked where it can look: rules that read nothing of food and training once for each
course of drugs; those that do, for each course they concern with everything that may be eaten;
those of training for what may be trained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product

import numpy as np

from osteon.guidance.courses import GROUPS
from osteon.guidance.safety import ANYTHING, Answer, SafetyRule, answers, safety_rules
from osteon.planning.base import Base
from osteon.planning.drug_options import drug_choice, kinds_of
from osteon.planning.exclusion import Exclusion, excludes, told
from osteon.planning.lifestyle_options import (
    food_choices,
    superfluous,
    supplement_choices,
    training_choices,
)
from osteon.planning.option import NOTHING, Choice, Option, carried_out
from osteon.planning.space import Flags, Space

_EATEN = ("_intake", "_added", "_supplement")
_TRAINED = "begins_"
Rules = tuple[SafetyRule, ...]


def space_of(base: Base) -> Space:
    """Return the feasible strategies of a case, and what was excluded."""
    by_drug, by_food, by_training = _sorted_rules()
    wished = _Wishes(base)
    asked = wished.of(drug_choice(base), kinds_of)
    drugs, forbidden = _kept(base, asked, by_drug)
    excluded = told(forbidden, len(asked.options))
    nutrition = tuple(
        [wished.of(one, lambda _: {"foods"}) for one in food_choices(base)]
        + [wished.of(one, lambda _: {"supplements"}) for one in supplement_choices(base)]
    )
    training = tuple(wished.of(one, lambda _: {"training"}) for one in training_choices(base))
    eaten, partly = _together(base, drugs, nutrition, by_food)
    trained, too_hard = _trained(base, training, by_training)
    excluded += [
        replace(one, what=f"{one.what}, in some combinations", drugs=()) for one in told(partly)
    ] + told(too_hard)
    return Space(base, drugs, nutrition, training, eaten, trained, (*excluded, *wished.left_out))


def _sorted_rules() -> tuple[Rules, Rules, Rules]:
    """Return the rules by what they look at: drugs alone, food as well, training."""
    rules = safety_rules()
    by_training = tuple(one for one in rules if _reads(one, lambda fact: fact.startswith(_TRAINED)))
    by_food = tuple(one for one in rules if _reads(one, lambda fact: fact.endswith(_EATEN)))
    rest = tuple(one for one in rules if one not in by_training and one not in by_food)
    return rest, by_food, by_training


def _reads(rule: SafetyRule, such: Callable[[str], bool]) -> bool:
    return any(such(fact) for fact in rule.when.facts)


class _Wishes:
    """What the case leaves out, taken from choices and remembered."""

    def __init__(self, base: Base) -> None:
        self.unwanted = set(base.case.plan.exclude)
        self._found: dict[str, None] = {}

    def of(self, choice: Choice, kinds: Callable[[Option], set[str]]) -> Choice:
        """Return a choice without what is not wanted."""
        kept = []
        for option in choice.options:
            hit = self.unwanted & kinds(option) if option is not NOTHING else set()
            self._found |= dict.fromkeys(sorted(hit))
            kept += [] if hit else [option]
        return Choice(choice.about, tuple(kept))

    @property
    def left_out(self) -> list[Exclusion]:
        """Return what was left out because the case says so."""
        return [
            Exclusion(kind, None, "Left out, as the case asks.", "plan: exclude")
            for kind in self._found
        ]


def _kept(
    base: Base, choice: Choice, rules: Rules
) -> tuple[Choice, list[tuple[Option, list[Answer]]]]:
    """Return a choice without the options that a rule excludes by themselves, and those."""
    kept, out = [], []
    for option in choice.options:
        against = _against(base, [option], rules)
        if against:
            out.append((option, against))
        else:
            kept.append(option)
    return Choice(choice.about, tuple(kept)), out


def _together(
    base: Base, drugs: Choice, nutrition: tuple[Choice, ...], rules: Rules
) -> tuple[Flags, list[tuple[Option, list[Answer]]]]:
    """Return which drugs go with what is eaten, and the options with what speaks against some."""
    of_all = tuple(rule for rule in rules if rule.about == ANYTHING)
    shape = tuple(len(choice.options) for choice in nutrition)
    meals = [list(enumerate(choice.options)) for choice in nutrition]
    allowed = np.ones(shape, dtype=bool)
    found: dict[str, tuple[Option, list[Answer]]] = {}
    for meal in product(*meals):
        eaten = [option for _, option in meal]
        if superfluous(base, eaten):
            allowed[tuple(place for place, _ in meal)] = False
            continue
        against = _against(base, eaten, of_all)
        allowed[tuple(place for place, _ in meal)] = not against
        for answer in against:
            found.setdefault(answer.rule.name, (_most(eaten), [answer]))
    table = np.repeat(allowed[None], len(drugs.options), axis=0)
    for row, option in enumerate(drugs.options):
        own = tuple(rule for rule in rules if _concerns(rule, option, base))
        if not own:
            continue
        for meal in product(*meals):
            place = (row, *(at for at, _ in meal))
            if not table[place]:
                continue
            against = _against(base, [option, *(one for _, one in meal)], own)
            table[place] = not against
            for answer in against:
                found.setdefault(f"{option.words} {answer.rule.name}", (option, [answer]))
    return table, list(found.values())


def _trained(
    base: Base, training: tuple[Choice, ...], rules: Rules
) -> tuple[Flags, list[tuple[Option, list[Answer]]]]:
    """Return which training is allowed, and the options that are not."""
    allowed = np.ones(tuple(len(choice.options) for choice in training), dtype=bool)
    found = []
    for place, choice in enumerate(training):
        for number, option in enumerate(choice.options):
            against = _against(base, [option], rules)
            if against:
                np.moveaxis(allowed, place, 0)[number] = False
                found.append((option, against))
    return allowed, found


def _against(base: Base, options: Iterable[Option], rules: Rules) -> list[Answer]:
    strategy = carried_out(base.strategy, options)
    found = answers(base.situation(strategy), rules)
    return [one for one in found if excludes(base, one, strategy)]


def _concerns(rule: SafetyRule, option: Option, base: Base) -> bool:
    """Return whether a rule speaks of a drug of an option, or of one that goes on anyway."""
    about = GROUPS.get(rule.about, (rule.about,))
    given = {course.drug for course in (*option.drugs, *base.strategy.drugs)}
    return bool(given & set(about))


def _most(eaten: list[Option]) -> Option:
    """Return what stands for a meal that a rule excludes: all of it in words."""
    words = " with ".join(option.words for option in eaten if option is not NOTHING)
    return Option(words or "what is eaten now")
