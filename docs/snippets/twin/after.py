"""What is expected of Clara's spine before and after her first scan."""

from osteon import Case, simulate

for name in ("clara.yaml", "clara-measured.yaml"):
    forecast = simulate(Case.read(name))
    print(name)
    for outcome in forecast:
        spine = outcome.bmd_lumbar_spine.change.at(60)
        print(
            f"  {outcome.strategy}: {spine.median:+.1f} % ({spine.low:+.1f} to {spine.high:+.1f})"
        )
