osteon plan dora.yaml --most 4
