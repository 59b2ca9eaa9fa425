osteon validate small-trial.yaml
