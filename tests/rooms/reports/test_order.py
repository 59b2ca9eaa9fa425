"""Causes before effects, circles opened, weights handed back along the shares."""

from __future__ import annotations

from typing import Any

import pytest

from osteon.model.library import standard
from osteon.model.roster import Key
from osteon.reports.influence_now import Cause
from osteon.reports.order import bone_of, covering, distances, feeds_back, told, without_circles
from osteon.reports.weights import weights_back, weights_to
from osteon.vocabulary.site import Site

A, B, C, D, E = (Key(name) for name in "abcde")


def caused_by(shares: dict[Key, float]) -> tuple[Cause, ...]:
    unused: Any = None
    return tuple(Cause(key, unused, unused, 1.0, one, abs(one)) for key, one in shares.items())


def test_a_circle_is_opened_where_it_leads_furthest_back() -> None:
    kept = without_circles({A: {B}, B: {C}, C: {D, B}, D: {A}}, [A])
    assert kept == {A: {B}, B: {C}, C: {D}, D: set()}


def test_what_is_not_circular_stays() -> None:
    edges = {A: {B, C}, B: {D}, C: {D}, D: set()}
    assert without_circles(edges, [A]) == edges


def test_distance_is_counted_from_the_nearest_root() -> None:
    assert distances({A: {B}, B: {C}, D: {C}, C: set()}, [A, D]) == {A: 0, D: 0, B: 1, C: 1}


def test_few_quantities_cover_all() -> None:
    assert covering({A: {B}, B: {A}, C: {A}, D: set()}) == [C, D]
    assert len(covering({A: {B}, B: {A}})) == 1


def test_causes_are_told_before_effects_and_the_heaviest_branch_first() -> None:
    edges = {A: {B, C}, B: {D}, C: {D}, D: set()}
    assert told(edges, [A], {B: 0.2, C: 0.8}) == [A, C, B, D]
    assert told(edges, [A], {B: 0.8, C: 0.2}) == [A, B, C, D]


def test_weight_is_handed_back_along_the_shares() -> None:
    edges = {A: {B, C}, B: {D}, C: {D}, D: set()}
    causes = {A: (), B: caused_by({A: 1.0}), C: caused_by({A: -1.0}),
              D: caused_by({B: 0.75, C: -0.25})}  # fmt: skip
    weight = weights_to([A, B, C, D], edges, causes, D)
    assert weight == {D: 1.0, B: 0.75, C: 0.25, A: 1.0}


def test_feedback_weighs_what_it_adds_to_the_chain() -> None:
    causes = {A: caused_by({E: 0.1}), E: caused_by({D: 1.0}), D: (), B: ()}
    back = weights_back({E, B}, {A: 0.5, D: 1.0}, causes)
    assert back == {E: pytest.approx(0.05)}


def test_bone_and_what_it_does_to_signals() -> None:
    site = Site.TOTAL_HIP
    bone = bone_of(standard(), Key("bmd", site))
    seen = {"bmd", "dxa_overlay", "bone_mineral"}
    assert {key.name for key in bone} == seen | {"young_bone", "mature_bone"}
    assert feeds_back(Key("mature_bone", site), Key("bone_volume_fraction", site), bone)
    assert feeds_back(Key("osteoclasts", site), Key("skeletal_resorption"), bone)
    assert not feeds_back(Key("resorption_rate", site), Key("mature_bone", site), bone)
    assert not feeds_back(Key("estrogen_signal"), Key("estrogen_deficit", site), bone)
