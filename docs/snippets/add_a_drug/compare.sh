osteon compare berta.yaml
