osteon simulate anna.yaml --out anna
