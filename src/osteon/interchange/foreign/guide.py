"""The file that a person writes to set a foreign model beside osteon: what is what in it.

model: lemaire2004.xml
time: day
quantities: {C: osteoclasts@lumbar_spine, B: osteoblasts@lumbar_spine}
changes: [{set: I_P, to: 1000, at: month 1}]
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from osteon.language.amounts import SPAN
from osteon.language.case import Name
from osteon.language.described import Described
from osteon.language.document import Written
from osteon.language.names import Text
from osteon.language.times import Moment


class ChangeOfModel(Described):
    """What is done to the foreign model, in its own words and unit.

    Parameters
    ----------
    set_:
        A parameter or a species of the model.
    to:
        Its new value.
    at:
        From when on; month 0 is the first day of the strategy.
    """

    set_: Annotated[Name, Field(alias="set")]
    to: Annotated[float, Field(allow_inf_nan=False)]
    at: Annotated[float, Moment()]


class Guide(Written):
    """What is what in a foreign model.

    Parameters
    ----------
    model:
        The SBML file; it is looked for beside this one.
    name:
        What tables call the model; left out: as the SBML does.
    time:
        The unit in which the model counts time.
    quantities:
        The model's species or variable, and the quantity of osteon that it stands for.
    changes:
        What is done to the model while osteon's strategy goes on.
    settle:
        How long the model runs before month 0, to come to rest.
    note:
        Any remark.

    Raises
    ------
    InputError
        If anything in it cannot be understood.
    """

    mark: ClassVar[str] = "model"
    other_mark: ClassVar[str] = "person"
    other_advice: ClassVar[str] = (
        "this is a case file, and a guide to a foreign model is needed: a file with 'model', "
        "'time' and 'quantities'"
    )

    model: Text
    name: Text | None = None
    time: Literal["second", "minute", "hour", "day", "week", "month", "year"]
    quantities: Annotated[Mapping[Name, Name], Field(min_length=1)]
    changes: tuple[ChangeOfModel, ...] = ()
    settle: Annotated[float, SPAN] = 0.0
    note: Text | None = None
