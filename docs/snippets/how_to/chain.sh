osteon explain sequence.yaml --month 42
