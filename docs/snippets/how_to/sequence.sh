osteon compare sequence.yaml
