osteon sensitivity sequence.yaml --month 24 --samples 64
