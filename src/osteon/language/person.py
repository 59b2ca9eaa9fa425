"""One person: who she is, what has been measured, and what has happened to her."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import ValidationInfo, field_validator, model_validator

from osteon.errors import InputError
from osteon.language import amounts
from osteon.language.amounts import Age, Density, TScore
from osteon.language.described import Described
from osteon.language.faults import misplaced
from osteon.language.names import Counted, Flag, Named
from osteon.language.times import Point
from osteon.language.wording import as_fault
from osteon.vocabulary.units import DAYS_PER_YEAR

POSTMENOPAUSAL_FROM = 60 * DAYS_PER_YEAR
"""From what age (days) a woman of whom no menopause is stated counts as past it."""
NOT_YET = "not yet"
"""What stands for the age at the last period of a woman who still has periods."""
SITES = ("lumbar_spine", "total_hip", "femoral_neck")
Sex = Annotated[str, Named("sex", ("female", "male"))]
SCANNERS = ("hologic", "lunar")
Scanner = Annotated[str, Named("scanner", SCANNERS)]


class TScores(Described):
    """T-scores by site: standard deviations from the young mean."""

    lumbar_spine: TScore | None = None
    total_hip: TScore | None = None
    femoral_neck: TScore | None = None


class Densities(Described):
    """Bone mineral density by site, g/cm2 inside."""

    lumbar_spine: Density | None = None
    total_hip: Density | None = None
    femoral_neck: Density | None = None


class Laboratory(Described):
    """What the laboratory found; inside: nmol/L, ng/mL, nmol/mmol, mL/min, mmol/L, pg/mL, pmol/L.

    Parameters
    ----------
    calcidiol:
        25-hydroxyvitamin D, nmol/L (ng/mL is understood).
    ctx, pinp, bone_alp:
        Markers of resorption and formation, ng/mL.
    ntx:
        Urinary NTX over creatinine, nmol/mmol.
    egfr:
        Kidney function, mL/min.
    calcium:
        Serum calcium, mmol/L (mg/dL is understood).
    pth:
        Parathyroid hormone, pg/mL (pmol/L is understood).
    estradiol:
        Estradiol, pmol/L (pg/mL is understood).
    """

    calcidiol: Annotated[float, amounts.CALCIDIOL] | None = None
    ctx: Annotated[float, amounts.CTX] | None = None
    ntx: Annotated[float, amounts.NTX] | None = None
    pinp: Annotated[float, amounts.PINP] | None = None
    bone_alp: Annotated[float, amounts.BONE_ALP] | None = None
    egfr: Annotated[float, amounts.EGFR] | None = None
    calcium: Annotated[float, amounts.CALCIUM] | None = None
    pth: Annotated[float, amounts.PTH] | None = None
    estradiol: Annotated[float, amounts.ESTRADIOL] | None = None


class History(Described):
    """What has happened before and bears on bone or on what treats it; nothing of it unless said.

    Of what is not said a simulation takes habits and earlier fractures as none, and a parent's hip,
    glucocorticoids and falls as usual; a rule of safety takes it as not known.

    Parameters
    ----------
    previous_fracture, parent_hip_fracture, glucocorticoids, kidney_stones:
        Yes or no.
    last_fracture:
        When the last of the earlier fractures was, days inside, not after month 0 ('month -14').
    smoking:
        never, former or current.
    alcohol:
        Units a day.
    falls_last_year:
        How many falls.
    vertebral_fracture, thigh_or_groin_pain:
        Yes or no.
    breast_cancer, bone_radiotherapy, skeletal_disease:
        Breast cancer; radiation that reached bone (of the breast too); cancer in bone, Paget's
        disease, alkaline phosphatase raised without a cause, or open epiphyses.
    myocardial_infarction, stroke, venous_thrombosis, warfarin:
        Ever, and for warfarin or another vitamin K antagonist: now.
    esophageal_disorder, cannot_stay_upright:
        A narrow or slow esophagus; not able to stay upright after a tablet (half an hour, with
        ibandronate an hour).
    invasive_dental_work, pregnancy_possible:
        Planned; possible while a drug acts.

    Raises
    ------
    InputError
        If there is a vertebral or a last fracture and no previous fracture, or the last fracture
        is yet to come.
    """

    previous_fracture: Flag = False
    last_fracture: Point | None = None
    parent_hip_fracture: Flag = False
    smoking: Annotated[str, Named("smoking habit", ("never", "former", "current"))] = "never"
    alcohol: Annotated[float, amounts.ALCOHOL] = 0.0
    glucocorticoids: Flag = False
    falls_last_year: Annotated[int, Counted(0, 365)] = 0
    kidney_stones: Flag = False
    vertebral_fracture: Flag = False
    thigh_or_groin_pain: Flag = False
    breast_cancer: Flag = False
    bone_radiotherapy: Flag = False
    skeletal_disease: Flag = False
    myocardial_infarction: Flag = False
    stroke: Flag = False
    venous_thrombosis: Flag = False
    warfarin: Flag = False
    esophageal_disorder: Flag = False
    cannot_stay_upright: Flag = False
    invasive_dental_work: Flag = False
    pregnancy_possible: Flag = False

    @model_validator(mode="after")
    def _check(self) -> Self:
        told = {"vertebral_fracture": self.vertebral_fracture,
                "last_fracture": self.last_fracture is not None}  # fmt: skip
        for name, stated in told.items():
            if stated and not self.previous_fracture:
                message = "is a previous fracture; write 'previous_fracture: yes' beside it"
                raise misplaced(message, name)
        if self.last_fracture is not None and self.last_fracture > 0:
            raise misplaced("lies after month 0; write for example 'month -14'", "last_fracture")
        return self


class Frax(Described):
    """What the FRAX tool said, typed in by whoever asked it; ten-year probabilities, 0 to 1.

    Nothing is simulated with it; guidelines that name a FRAX threshold look at it.

    Parameters
    ----------
    major_osteoporotic, hip:
        Probability of such a fracture in ten years ('12 %').
    """

    major_osteoporotic: amounts.Share | None = None
    hip: amounts.Share | None = None


class Person(Described):
    """One person.

    Parameters
    ----------
    age:
        Age at month 0, days inside ('62 years').
    sex:
        female or male.
    height, weight:
        Centimeters and kilograms inside; None where not known.
    menopause_age:
        Age at the last period, days inside; None ('not yet') while premenopausal. From 60 on a
        woman of whom none is stated counts as past it.
    t_score, bmd:
        What DXA found, by site: the one or the other.
    scanner:
        hologic or lunar.
    laboratory, history:
        What else is known.
    frax:
        What FRAX said, if it was asked.

    Raises
    ------
    InputError
        If menopause lies in the future or has not come at 60 or later, or a site has both a
        T-score and a density.
    """

    age: Age
    sex: Sex = "female"
    height: Annotated[float, amounts.HEIGHT] | None = None
    weight: Annotated[float, amounts.WEIGHT] | None = None
    menopause_age: Annotated[float, amounts.MENOPAUSE_AGE] | None = None
    t_score: TScores = TScores()
    bmd: Densities = Densities()
    scanner: Scanner = "hologic"
    laboratory: Laboratory = Laboratory()
    history: History = History()
    frax: Frax = Frax()

    @field_validator("menopause_age", mode="before")
    @classmethod
    def _not_yet(cls, written: Any, said: ValidationInfo) -> Any:
        if written != NOT_YET:
            return written
        if said.data.get("age", 0.0) >= POSTMENOPAUSAL_FROM:
            raise as_fault(InputError(
                f"'{NOT_YET}' does not go with an age of 60 years or more; write the age at the "
                "last period, such as '50 years', or leave it out if nobody knows it"
            ))  # fmt: skip
        return None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.menopause_age is not None and self.menopause_age > self.age:
            raise misplaced(
                "is later than the age now; write 'not yet' while premenopausal", "menopause_age"
            )
        if (last := self.history.last_fracture) is not None and last < -self.age:
            raise misplaced(
                "lies before birth; write for example 'month -14'", "history", "last_fracture"
            )
        if self.menopause_age is not None and self.sex == "male":
            raise misplaced("does not go with 'sex: male'; leave it out", "menopause_age")
        for site in SITES:
            if getattr(self.t_score, site) is not None and getattr(self.bmd, site) is not None:
                raise misplaced(
                    "has a T-score as well; keep bmd or t_score for a site", "bmd", site
                )
        return self
