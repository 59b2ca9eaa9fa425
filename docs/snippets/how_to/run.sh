osteon run small-trial.yaml --arm anastrozole --people 1000 --out people
