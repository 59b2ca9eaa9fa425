"""The tables at the head of the page: aims, errors by group, and comparison with other answers."""

from __future__ import annotations

from collections.abc import Iterator

from osteon.plotting.style import plain, signed
from osteon.reports.evidence.markup import Markup, element, link, slug, table, together
from osteon.reports.evidence.numbers import THIN_SPACE, number, share
from osteon.validation.aims import Aim, aims_of
from osteon.validation.answers import OTHERS, Answered, Evidence, against
from osteon.validation.by_group import errors_of

ROLES = {"calibration": "calibration", "validation": "validation", None: "no role"}
_FEWEST_TRIALS = 2


def aims_table(evidence: Evidence) -> Markup:
    """Return what was aimed at beside what was found."""
    titles = ("Aim", "Limit", "Found", "Verdict")
    rows = [_aim(aim) for aim in aims_of(one.row for one in evidence.rows)]
    return table("Errors in percentage points.", titles, rows, 1, "short")


def errors_table(evidence: Evidence) -> Markup:
    """Return the errors of each group, calibration data apart from validation data."""
    titles = (
        "Group", "Rows", "Answered", "Root mean square", "Bias", "Median error",
        "Inside 95 %", "Half-width", "Typical factor",
    )  # fmt: skip
    caption = (
        "Errors of changes and differences, in percentage points; bias is predicted minus "
        "observed; half-width is the median half of the predicted 95 % interval. Levels, risks "
        "and ratios are judged by the typical factor between prediction and observation."
    )
    return table(caption, titles, _errors(evidence), 1, "errors")


def comparison_table(evidence: Evidence, seed: int) -> Markup:
    """Return osteon beside every other answer, on BMD rows that no fit reads."""
    unseen = [one for one in evidence.rows if one.row.role == "validation"]
    titles = (
        "Other answer", "Rows", "Trials", "osteon", "The other", "Difference", "Closer in",
    )  # fmt: skip
    rows = []
    for name, words in OTHERS.items():
        found = against(unseen, name, seed)
        if found is None:
            rows.append((words, "0", "0", "", "", "", ""))
            continue
        difference = signed(found.difference, 2)
        closer = share(found.share)
        if found.trials < _FEWEST_TRIALS:
            closer = ""
        else:
            difference += f" ({signed(found.low, 2)} to {signed(found.high, 2)})"
        rows.append(
            (words, str(found.rows), str(found.trials), number(found.first),
             number(found.second), difference, closer)
        )  # fmt: skip
    caption = (
        "Root mean square errors of the BMD validation rows that both answer, in percentage "
        "points. Difference: osteon less the other, with its 95 % interval over resampled trials; "
        "below zero osteon is closer. Closer in: share of the resamples in which it is."
    )
    return table(caption, titles, rows, 1, "short")


def _aim(aim: Aim) -> tuple[str, ...]:
    sign = "at least" if aim.at_least else "at most"
    limit = f"{sign} {_on_scale(aim.limit, aim.unit, 1)}"
    if aim.better is not None:
        limit += f" (hoped: {plain(aim.better)})"
    if aim.met is None:
        return aim.what, limit, "no rows", ""
    verdict = element("span", "met", class_="met") if aim.met else _not_met()
    return aim.what, limit, _on_scale(aim.found or 0.0, aim.unit, 2), verdict


def _not_met() -> Markup:
    return element("span", "not met", class_="miss")


def _on_scale(value: float, unit: str, decimals: int) -> str:
    return f"{100 * value:.0f}{THIN_SPACE}%" if unit == "share" else f"{value:.{decimals}f}"


def _errors(evidence: Evidence) -> Iterator[tuple[str, ...]]:
    for group, rows in evidence.groups().items():
        for role, words in ROLES.items():
            own = [one for one in rows if one.row.role == role]
            if own:
                head = together(
                    [link(group, f"#{slug(group)}"), element("span", words, class_="arm")]
                )
                yield (head, *_cells(own))


def _cells(rows: list[Answered]) -> tuple[str, ...]:
    errors = errors_of(one.row for one in rows)
    return (
        str(errors.rows),
        str(errors.answered),
        number(errors.rmse),
        "" if errors.bias is None else signed(errors.bias, 2),
        number(errors.median_error),
        share(errors.inside),
        number(errors.half_width),
        "" if errors.factor is None else f"× {errors.factor:.2f}",
    )
