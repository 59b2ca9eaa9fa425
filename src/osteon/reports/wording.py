"""How numbers and names are written for a reader."""

from __future__ import annotations

import math
import re

from osteon.mechanism import Mechanism
from osteon.model.explain import account_of
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.vocabulary.grade import Grade

_ABBREVIATIONS = {
    "alp": "ALP", "bmd": "BMD", "ctx": "CTX", "igf": "IGF", "igf1": "IGF-1", "ntx": "NTX",
    "opg": "OPG", "pinp": "PINP (P1NP)", "pth": "PTH", "rank": "RANK", "rankl": "RANKL",
    "tgf": "TGF", "tracp5b": "TRACP 5b", "wnt": "Wnt",
}  # fmt: skip
_FRACTIONS = {
    0.75: "three quarters", 2 / 3: "two thirds", 0.5: "half", 1 / 3: "a third", 0.25: "a quarter",
    0.2: "a fifth", 0.125: "an eighth", 0.1: "a tenth",
}  # fmt: skip
_FRACTURE = re.compile(
    r"^fracture ((?:hip|vertebral|upper limb|elsewhere|clinical|nonvertebral|major).*)"
)
_FORMULA = re.compile(r"[`=^*]|sqrt|reference state")
_ROUNDING = 1e-12
_MINUS = "\N{MINUS SIGN}"


def name_of(model: Model, key: Key) -> str:
    """Return a quantity as a reader should see it; RANKL and OPG are named as those in bone."""
    name = in_plain_words(key.name)
    in_bone = "bone compartment" in model.roster.quantities[key.name].meaning
    return f"{name} in bone" if in_bone else name


def in_plain_words(name: str) -> str:
    """Return a name of the model ('rankl_opg_ratio') as a reader should see it ('RANKL/OPG')."""
    words = " ".join(_ABBREVIATIONS.get(word, word) for word in name.split("_"))
    words = words.replace("RANKL OPG ratio", "RANKL/OPG").replace("TGF beta", "TGF-beta")
    words = _FRACTURE.sub(r"\1 fracture", words).replace(" so far fracture", " fracture, added up")
    words = words.replace("vitamin d", "vitamin D").replace("vitamin k2", "vitamin K2")
    return words.replace("omega 3", "omega-3")


def plain_name(model: Model, key: Key) -> str:
    """Return a quantity as a reader without training should see it."""
    return model.roster.quantities[key.name].plain or name_of(model, key)


def number(value: float) -> str:
    """Return a number to three digits; what is left of zero by rounding is zero."""
    if abs(value) < _ROUNDING:
        return "0"
    if not 1e-3 <= abs(value) < 1e5:
        return f"{value:.2e}".replace("-", _MINUS)
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    text = f"{value:.{min(digits, 4)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text and abs(value) >= 100 else text
    return text.replace("-", _MINUS)


def percent(value: float, digits: int = 1) -> str:
    """Return percent with its sign: '+1.2 %', and zero without one."""
    return f"{points(value, digits)} %"


def points(value: float, digits: int = 1) -> str:
    """Return percentage points with their sign: '+1.2', and zero without one."""
    text = f"{value:+.{digits}f}"
    return (f"{0:.{digits}f}" if float(text) == 0 else text).replace("-", _MINUS)


def fold_in_words(fold: float | None) -> str:
    """Return a ratio as percent where it is near one, else as a factor; '' if there is none."""
    if fold is None:
        return ""
    if 0.5 <= fold < 2:
        near = abs(fold - 1)
        return percent(100 * (fold - 1), 2 if near < 1e-3 else 1 if near < 0.1 else 0)
    digits = max(0, 1 - math.floor(math.log10(fold))) if fold > 0 else 0
    return f"×{fold:.{min(digits, 5)}f}".replace("-", _MINUS)


def roughly(fold: float, *, several: bool = False) -> str:
    """Return a ratio for a lay reader: 'rises to about 1.4 times', 'falls to about a tenth'.

    Parameters
    ----------
    several:
        Whether it is said of several things ('rise', 'fall').
    """
    verb = ("rise" if fold > 1 else "fall") + ("" if several else "s")
    if 0.85 < fold < 1.15:
        rounded = abs(100 * (fold - 1))
        return f"{verb} by about {rounded:.0f} %" if rounded >= 0.5 else f"{verb} very slightly"
    if fold > 1:
        return f"{verb} to about {fold:.1f} times" if fold < 10 else f"{verb} about {fold:.0f}-fold"
    if fold < 0.015:
        return f"{verb} almost to nothing"
    near = [word for value, word in _FRACTIONS.items() if 0.9 < fold / value < 1.1]
    return f"{verb} to about {near[0] if near else f'{100 * fold:.0f} %'}"


def still(fold: float, *, several: bool = False) -> str:
    """Return where a quantity stands, for a lay reader: 'is still about 5 % lower'.

    Parameters
    ----------
    several:
        Whether it is said of several things ('are still about 1.3 times as many').
    """
    verb, as_much = ("are", "as many") if several else ("is", "as high")
    if 0.85 < fold < 1.15:
        more, less = ("more numerous", "fewer") if several else ("higher", "lower")
        rounded = abs(100 * (fold - 1))
        much = f"about {rounded:.0f} %" if rounded >= 0.5 else "very slightly"
        return f"{verb} still {much} {more if fold > 1 else less}"
    if fold > 1:
        return f"{verb} still about {fold:.1f} times {as_much}"
    near = [word for value, word in _FRACTIONS.items() if 0.9 < fold / value < 1.1]
    return f"{verb} still about {near[0] if near else f'{100 * fold:.0f} %'} {as_much}"


def month_in_words(month: float) -> str:
    """Return 'month 12', or 'month 7.5'."""
    return f"month {month:.4g}"


def legend(grades: set[Grade]) -> str:
    """Return what the grades mean."""
    return "; ".join(f"{grade} {grade.meaning}" for grade in sorted(grades))


def sentence_of(words: str) -> str:
    """Return words with their first letter large."""
    return words[:1].upper() + words[1:]


def plain_sentences(mechanism: Mechanism) -> str:
    """Return what a mechanism says of itself without symbols; '' if there is nothing."""
    remarks = account_of(mechanism).remarks
    said = remarks.partition("Assumes:")[0].partition("Leaves out:")[0]
    plain = [one for one in re.split(r"(?<=\.) (?=[A-Z])", said) if not _FORMULA.search(one)]
    return sentence_of(" ".join(plain).strip().removeprefix("So "))
