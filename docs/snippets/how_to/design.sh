osteon trial design.yaml --people 200
