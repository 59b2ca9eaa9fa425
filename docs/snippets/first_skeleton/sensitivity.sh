osteon sensitivity anna.yaml --month 24 --samples 64
