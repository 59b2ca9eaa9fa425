osteon explain berta.yaml --strategy "with calmocatib"
