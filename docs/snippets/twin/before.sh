osteon compare clara.yaml
