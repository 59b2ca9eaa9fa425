"""The standard model, and the same model without one mechanism."""

from osteon import standard_model
from osteon.model.library import mechanisms
from osteon.model.model import Model

model = standard_model()
print(len(model.mechanisms), "mechanisms,", len(model.states), "states")

without = Model([one for one in mechanisms() if one.name != "denosumab"])
for each in (model, without):
    acting = each.roster.modifiers.get("rankl_blockade", ())
    print("on rankl_blockade act:", [one.name for one in acting])
