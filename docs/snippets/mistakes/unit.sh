osteon simulate unit.yaml 2>&1 || true
