"""A forecast as a table, as labeled arrays, and any quantity of the model by name."""

from osteon import Case, simulate

forecast = simulate(Case.read("sequence.yaml"), members=50)

table = forecast.to_pandas()  # strategy, endpoint, unit, month, median, low, high
print(table[(table.endpoint == "ctx") & (table.month == 48)].round(2).to_string(index=False))

arrays = forecast.to_xarray()  # dimensions strategy, member, month
print(dict(arrays.sizes))

occupancy = forecast["denosumab, then nothing"]["rank_occupancy@lumbar_spine"]
print(f"RANK occupancy at month 48: {occupancy.at(48).median:.2f} times the reference")
