"""What can be measured in a person or given to one: unit inside, usual unit, plausible range.

The ranges are wide: they catch a wrong unit or a slipped digit, not an unusual person.
"""

from __future__ import annotations

from typing import Annotated, Final

from osteon.language.quantity import Measured

AGE: Final = Measured("day", "years", 18, 110, 62)
MENOPAUSE_AGE: Final = Measured("day", "years", 15, 65, 50)
HEIGHT: Final = Measured("cm", "cm", 100, 220, 164)
WEIGHT: Final = Measured("kg", "kg", 25, 300, 68)
BMD: Final = Measured("g/cm2", "g/cm2", 0.2, 2.5, 0.915)
T_SCORE: Final = Measured("", "", -6, 8, -1.2)
SPAN: Final = Measured("day", "months", 0, 1200, 6)
HORIZON: Final = Measured("day", "years", 0.01, 50, 10)
SHARE: Final = Measured("dimensionless", "%", 0, 100, 80)
DOSE: Final = Measured("mg", "mg", 0, 2000, 1)
ALCOHOL: Final = Measured("units/day", "units/day", 0, 50, 0.5)

CALCIDIOL: Final = Measured("nmol/L", "nmol/L", 1, 1000, 48, "calcidiol")
CTX: Final = Measured("ng/mL", "ng/mL", 0.001, 10, 0.45)
NTX: Final = Measured("nmol/mmol", "nmol/mmol", 0.5, 1000, 40)
PINP: Final = Measured("ng/mL", "ng/mL", 0.5, 2000, 48)
BONE_ALP: Final = Measured("ng/mL", "ng/mL", 0.5, 1000, 12)
TRACP5B: Final = Measured("U/L", "U/L", 0.05, 50, 3)
OSTEOCALCIN: Final = Measured("ng/mL", "ng/mL", 0.01, 1000, 20)
EGFR: Final = Measured("mL/min", "mL/min", 3, 200, 78)
CALCIUM: Final = Measured("mmol/L", "mmol/L", 1, 4, 2.38, "calcium")
PTH: Final = Measured("pg/mL", "pg/mL", 0.5, 5000, 45, "pth")
ESTRADIOL: Final = Measured("pmol/L", "pmol/L", 0.01, 20000, 18, "estradiol")
SCLEROSTIN: Final = Measured("pmol/L", "pmol/L", 0.5, 2000, 35)

Age = Annotated[float, AGE]
Span = Annotated[float, SPAN]
Share = Annotated[float, SHARE]
TScore = Annotated[float, T_SCORE]
Density = Annotated[float, BMD]
