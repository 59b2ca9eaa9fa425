osteon explain berta.yaml --strategy calmozole
