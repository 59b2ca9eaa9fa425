osteon read findings.csv --start 2026-03-01 --menopause-age "50 years"
