"""Numbers with their origin and uncertainty, one TOML file per mechanism."""

from osteon.parameters.layer import Layer
from osteon.parameters.parameter import Parameter
from osteon.parameters.read import read_parameters
from osteon.parameters.references import Reference, references

__all__ = ["Layer", "Parameter", "Reference", "read_parameters", "references"]
