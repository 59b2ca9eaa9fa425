osteon compare anna.yaml
