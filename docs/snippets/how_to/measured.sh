osteon simulate measured.yaml
