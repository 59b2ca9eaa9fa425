osteon trial upfront.yaml
