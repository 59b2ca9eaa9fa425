"""Anna's bone under two strategies, from Python."""

from osteon import Person, Strategy, simulate

anna = Person(
    age="62 years",
    sex="female",
    height="164 cm",
    weight="68 kg",
    menopause_age="50 years",
    t_score={"lumbar_spine": -1.2, "total_hip": -0.9, "femoral_neck": -1.4},
)
strategies = {
    "anastrozole alone": Strategy(drugs=["anastrozole 1 mg daily for 5 years"]),
    "with risedronate": Strategy(
        drugs=["anastrozole 1 mg daily for 5 years", "risedronate 35 mg weekly for 5 years"]
    ),
}
forecast = simulate(anna, strategies, horizon="10 years")

for outcome in forecast:
    spine = outcome.bmd_lumbar_spine.change.at(60)
    print(f"{outcome.strategy}: {spine.median:+.1f} % ({spine.low:+.1f} to {spine.high:+.1f})")
