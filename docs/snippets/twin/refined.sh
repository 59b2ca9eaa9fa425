osteon compare clara-measured.yaml --refine
