export OSTEON_CASES=cases.db
osteon case add measured.yaml --name Ada
osteon case measure Ada --month 26 bmd_lumbar_spine="0.880 g/cm2"
osteon case forecast Ada > ada.txt
osteon case list
