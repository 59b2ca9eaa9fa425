"""What the literature knows without a number, each sign held against the model.

A sign that the model does not show says so in its file (`known_miss`) and must go on missing: once
it is shown, the line must go.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.validation.sign import Sign, Topic
from osteon.validation.signs import Verdict, judge, topics

TOPICS = {topic.topic: topic for topic in topics()}


@lru_cache
def verdicts(topic: str) -> dict[str, Verdict]:
    """Return the verdicts on a topic by the names of its signs; simulated once."""
    return {one.sign.name: one for one in judge(standard(), current_layer(), TOPICS[topic])}


def each(topic: Topic, sign: Sign) -> object:
    """Return one sign as a case, expected to fail where its file says so."""
    missed = pytest.mark.xfail(reason=sign.known_miss or "", strict=True)
    marks = [missed] if sign.known_miss else []
    return pytest.param(topic.topic, sign.name, id=sign.name, marks=marks)


@pytest.mark.parametrize(
    ("topic", "name"), [each(topic, sign) for topic in TOPICS.values() for sign in topic.signs]
)
def test_sign(topic: str, name: str) -> None:
    verdict = verdicts(topic)[name]
    assert verdict.met, f"{verdict.sign.claim} Seen: {verdict.numbers or verdict.problem}"


def test_every_sign_has_been_simulated() -> None:
    problems = [one.problem for topic in TOPICS for one in verdicts(topic).values() if one.problem]
    assert problems == []


def test_every_name_is_alone_of_its_kind() -> None:
    names = [sign.name for topic in TOPICS.values() for sign in topic.signs]
    assert len(names) == len(set(names))


def test_every_arm_is_looked_at() -> None:
    for topic in TOPICS.values():
        looked_at = {arm for sign in topic.signs for look in sign.looks for arm in look.arms}
        assert set(topic.arms) - looked_at == set(), topic.topic
