"""Ask a running `osteon serve`; the address that it printed is the argument."""

import json
import sys
import urllib.request

place, token = sys.argv[1].split("#")
case = {
    "person": {"age": "62 years", "sex": "female", "menopause_age": "50 years"},
    "strategies": {"anastrozole": {"drugs": ["anastrozole 1 mg daily for 5 years"]}},
}
asked = {"case": case, "endpoints": ["bmd_lumbar_spine"], "members": 50}
request = urllib.request.Request(
    f"{place}api/simulate",
    data=json.dumps(asked).encode(),
    headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as answer:
    (course,) = json.load(answer)["courses"]
spine = course["series"]["bmd_lumbar_spine"]
print(f"{spine['label']} after five years: {spine['middle'][60]:.3f} {spine['unit']}")
