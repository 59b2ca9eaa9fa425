"""What came of it, in two or three sentences: from where to where, against what, and how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import RenderableType
from rich.text import Text

from osteon.people.measurement_error import least_significant_change
from osteon.reports.explanation import Explanation
from osteon.reports.wording import name_of, number, percent, plain_name, sentence_of
from osteon.vocabulary.quantities.readouts import BMD

_TYPICAL = (
    "All numbers are those of the typical person with these data; osteon simulate shows how far "
    "one person may differ."
)


def outcome(explanation: Explanation, *, plain: bool) -> Iterator[RenderableType]:
    """Yield what came of it.

    Parameters
    ----------
    plain:
        Whether for a reader without training.
    """
    setting, link = explanation.setting, explanation.chain.outcome
    of_bmd = explanation.quantity == BMD.name
    if not (of_bmd or plain):
        yield Text(link.quantity.meaning, style="dim")
    name = sentence_of((plain_name if plain else name_of)(setting.model, explanation.target))
    doing = "doing only what is usual" if setting.versus is None else f"under '{setting.versus}'"
    if explanation.counted:
        yield _expected(explanation, name, doing)
    else:
        yield _level(explanation, name, doing)
    yield Text(_TYPICAL, style="dim")


def _level(explanation: Explanation, name: str, doing: str) -> Text:
    link = explanation.chain.outcome
    of_bmd = explanation.quantity == BMD.name
    shown: Callable[[float], str] = "{:.3f}".format if of_bmd else number
    begun, now, other = map(shown, (link.value_month_0, link.value_now, link.value_usual))
    unit = f" {link.quantity.unit}" if link.quantity.unit else ""
    words = Text(f"{name} goes from {begun} to {now}{unit}")
    if link.change_percent is not None:
        words.append(" (").append(percent(link.change_percent), style="bold").append(")")
    words.append(f". {sentence_of(doing)} it would be {other}{unit}")
    if link.effect_percent is not None:
        words.append(
            f", so the strategy itself makes a difference of {percent(link.effect_percent)}"
        )
    words.append(".")
    return words.append(_told_by_two_scans(explanation) if of_bmd else "")


def _expected(explanation: Explanation, name: str, doing: str) -> Text:
    """Return of how many in a hundred such people it is true by then."""
    attribution, site = explanation.attribution, explanation.target.site
    place = attribution.place(explanation.setting.month)
    now, usual = attribution.whole[site][place], attribution.usual[site][place]
    words = Text(f"{name}: of 100 such people ").append(f"{now:.1f}", style="bold")
    words.append(
        f" are expected to have one between month 0 and month {explanation.setting.month:.4g}"
    )
    return words.append(
        f"; {doing}, {usual:.1f}. Death, which may come first, is not counted here."
    )


def _told_by_two_scans(explanation: Explanation) -> str:
    scanner = explanation.setting.case.person.scanner
    least = least_significant_change(f"bmd_{explanation.site}", scanner)
    if least is None:
        return ""
    seen = abs(explanation.chain.outcome.change_percent or 0.0) >= least
    return (
        f" Two scans {'could' if seen else 'could not'} tell the change since month 0 from "
        f"measurement error (that takes {least:.1f} %)."
    )
