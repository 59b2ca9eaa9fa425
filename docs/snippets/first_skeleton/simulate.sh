osteon simulate anna.yaml
