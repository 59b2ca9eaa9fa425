"""Five hundred women of 60 to 80, as published tables have them."""

from osteon import Population

women = Population.women("60 to 80 years", seed=1).people(500)
frame = women.to_pandas()
print(frame[["age_years", "body_mass_index", "t_score_total_hip", "ctx"]].describe().round(1))
