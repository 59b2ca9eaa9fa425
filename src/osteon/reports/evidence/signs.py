"""Signs of the literature on the page: what is known without a number, and whether it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from osteon.plotting.style import signed
from osteon.reports.evidence.markup import Markup, element, table, with_links
from osteon.reports.evidence.numbers import counted
from osteon.validation.expectation import Expected
from osteon.validation.signs import Verdict


def signs_section(verdicts: Sequence[Verdict]) -> Iterator[Markup]:
    """Yield every sign by topic; nothing if none was judged."""
    if not verdicts:
        return
    met = sum(one.met for one in verdicts)
    yield element("h2", "Signs and orders", id="signs")
    yield element(
        "p",
        "Much is known of bone without a number: what rises, what falls, which of two does more. "
        f"Of {counted(len(verdicts), 'such sign')} {met} are met. What was seen is in percent: "
        "changes, differences of changes, or how many more bones break.",
    )
    for topic in dict.fromkeys(one.topic for one in verdicts):
        own = [one for one in verdicts if one.topic == topic]
        caption = f"{topic}: {sum(one.met for one in own)} of {len(own)} met"
        titles = ("Sign", "Published in", "Expected", "Grade", "Seen", "Verdict")
        yield table(caption, titles, (_cells(one) for one in own), 4, "plain")


def _cells(one: Verdict) -> tuple[str, ...]:
    sign = one.sign
    seen = one.problem or ", ".join(signed(number, 1) for number in one.numbers)
    if one.met:
        verdict = element("span", "met", class_="met")
    else:
        missed = element("span", "not met", class_="miss")
        verdict = element("span", missed, f" {sign.known_miss}" if sign.known_miss else "")
    claim, expected = sign.claim, Expected().write(sign.expect)
    return claim, with_links(sign.source), expected, str(sign.grade), seen, verdict
