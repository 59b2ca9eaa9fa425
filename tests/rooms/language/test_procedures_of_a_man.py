"""What only ovaries can undergo is refused of a man, wherever a case says it."""

from __future__ import annotations

import pytest

from osteon.errors import InputError
from osteon.language import Case


@pytest.mark.parametrize(
    ("procedure", "where"),
    [
        ("{procedure: oophorectomy, at: month 0}", "procedures 1 > procedure"),
        ("{procedure: chemotherapy, at: month 0, ovarian_failure: yes}", "1 > ovarian_failure"),
    ],
)
def test_a_man_loses_no_ovaries(procedure: str, where: str) -> None:
    done = f"strategies: {{operated: {{procedures: [{procedure}]}}}}\n"
    usual = f"strategies: {{nothing: }}\nusual: {{procedures: [{procedure}]}}\n"
    for rest in (done, usual):
        assert Case.parse("person: {age: 62 years}\n" + rest).strategies
        with pytest.raises(InputError, match=f"{where} does not go with 'sex: male'"):
            Case.parse("person: {age: 62 years, sex: male}\n" + rest)
