"""The look: colors everyone can tell apart, numbers as people write them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from osteon.plotting import style

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear light.
VISION = {
    "usual": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# Ottosson 2020: linear light to cones, cones to Oklab.
CONES = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
OKLAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]
TOLD_APART = 0.08  # four times the just noticeable difference of about 0.02


def light(color: str) -> np.ndarray:
    share = np.array(to_rgb(color))
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def seen(color: str, vision: str) -> np.ndarray:
    linear = np.clip(VISION[vision] @ light(color), 0, 1)
    return OKLAB @ np.cbrt(CONES @ linear)


def nearest_pair(colors: tuple[str, ...], vision: str) -> float:
    points = [seen(color, vision) for color in colors]
    return min(float(np.linalg.norm(a - b)) for a, b in combinations(points, 2))


@pytest.mark.parametrize("vision", VISION)
def test_colors_stay_apart_in_every_kind_of_vision(vision) -> None:
    assert nearest_pair(style.PALETTE, vision) >= TOLD_APART


def test_red_and_green_that_many_confuse_would_be_seen() -> None:
    assert nearest_pair(("#A05000", "#6B6B00"), "deuteranopia") < TOLD_APART


@pytest.mark.parametrize("color", [*style.PALETTE, style.INK, style.QUIET])
def test_names_can_be_read_on_white(color) -> None:
    luminance = light(color) @ [0.2126, 0.7152, 0.0722]
    assert 1.05 / (luminance + 0.05) >= 4.5  # WCAG 2, AA


def test_no_two_of_the_first_fifteen_strategies_look_alike() -> None:
    pens = [style.pen(place) for place in range(15)]
    assert len(set(pens)) == 15


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((-3.83, -18.2, 10.1), "−3.8 % (−18 to +10)"),
        ((1.25, -0.5, 2.94), "+1.2 % (−0.5 to +2.9)"),
        ((0.0, 0.0, 0.0), "0.0 % (0.0 to 0.0)"),
        ((-0.04, -9.96, 120.4), "0.0 % (−10 to +120)"),
    ],
)
def test_a_change_is_written_with_its_sign_and_no_needless_digits(numbers, text) -> None:
    assert style.percent_with_limits(*numbers) == text


def test_numbers_of_one_scale_have_equal_decimals() -> None:
    assert style.alike([-1.0, -1.5, 0.0]) == ["−1.0", "−1.5", "0.0"]
    assert style.alike([]) == []
