osteon report measured.yaml
