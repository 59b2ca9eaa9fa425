osteon trial upfront.yaml --people 25
