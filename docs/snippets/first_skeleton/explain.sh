osteon explain anna.yaml --depth fundamentals
