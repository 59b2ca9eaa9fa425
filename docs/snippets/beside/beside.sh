osteon beside olga.yaml small.yaml
