"""SED-ML (Level 1 Version 3): which models to run for how long, and which figure to draw.

One figure: bone density at one site over the years, a curve for each course. One report: the same
numbers as a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from osteon.interchange.sbml.identifiers import id_of_quantity
from osteon.model.roster import Key
from osteon.vocabulary.units import DAYS_PER_YEAR

_SED = "http://sed-ml.org/sed-ml/level1/version3"
_SBML = "http://www.sbml.org/sbml/level3/version2/core"
_MATH = "http://www.w3.org/1998/Math/MathML"
_CVODE, _RELATIVE, _ABSOLUTE = "KISAO:0000019", "KISAO:0000209", "KISAO:0000211"
Element = ElementTree.Element


@dataclass(frozen=True)
class Curve:
    """One line of the figure: the file of a model in the archive, and what the line is called."""

    file: str
    name: str


def experiment(curves: Sequence[Curve], shown: Key, horizon: float, points: int) -> str:
    """Return the SED-ML text of a figure of one quantity.

    Parameters
    ----------
    shown:
        The quantity on the ordinate.
    horizon:
        How long to simulate, in days; the abscissa shows years.
    points:
        Into how many equal steps.
    """
    ElementTree.register_namespace("", _SED)
    ElementTree.register_namespace("math", _MATH)
    root = Element(f"{{{_SED}}}sedML", level="1", version="3")
    root.set("xmlns:sbml", _SBML)
    models = _list(root, "Models")
    for place, curve in enumerate(curves):
        _add(models, "model", id=f"model_{place}", name=curve.name, source=curve.file,
             language="urn:sedml:language:sbml.level-3.version-2")  # fmt: skip
    _simulation(_list(root, "Simulations"), horizon, points)
    tasks, numbers = _list(root, "Tasks"), _list(root, "DataGenerators")
    for place, curve in enumerate(curves):
        _add(tasks, "task", id=f"task_{place}", modelReference=f"model_{place}",
             simulationReference="years")  # fmt: skip
        _generators(numbers, place, curve, shown)
    outputs = _list(root, "Outputs")
    plot = _add(outputs, "plot2D", id="figure", name=f"{shown} over the years")
    lines = _list(plot, "Curves")
    report = _add(outputs, "report", id="table", name=f"{shown} over the years")
    columns = _list(report, "DataSets")
    for place, curve in enumerate(curves):
        _add(lines, "curve", id=f"curve_{place}", name=curve.name, logX="false", logY="false",
             xDataReference=f"time_{place}", yDataReference=f"shown_{place}")  # fmt: skip
        for number in ("time", "shown"):
            _add(columns, "dataSet", id=f"column_{number}_{place}", label=f"{number} {curve.name}",
                 dataReference=f"{number}_{place}")  # fmt: skip
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _simulation(parent: Element, horizon: float, points: int) -> None:
    course = _add(parent, "uniformTimeCourse", id="years", initialTime="0", outputStartTime="0",
                  outputEndTime=f"{horizon!r}", numberOfPoints=f"{points}")  # fmt: skip
    algorithm = _add(course, "algorithm", kisaoID=_CVODE)
    tolerances = _list(algorithm, "AlgorithmParameters")
    _add(tolerances, "algorithmParameter", kisaoID=_RELATIVE, value="1e-08")
    _add(tolerances, "algorithmParameter", kisaoID=_ABSOLUTE, value="1e-10")


def _generators(parent: Element, place: int, curve: Curve, shown: Key) -> None:
    """Add the years, and the quantity, of one course."""
    years = _add(parent, "dataGenerator", id=f"time_{place}", name="years")
    _add(_list(years, "Variables"), "variable", id=f"day_{place}",
         symbol="urn:sedml:symbol:time", taskReference=f"task_{place}")  # fmt: skip
    quotient = ElementTree.SubElement(_math(years), f"{{{_MATH}}}apply")
    ElementTree.SubElement(quotient, f"{{{_MATH}}}divide")
    ElementTree.SubElement(quotient, f"{{{_MATH}}}ci").text = f"day_{place}"
    ElementTree.SubElement(quotient, f"{{{_MATH}}}cn").text = f"{DAYS_PER_YEAR}"
    value = _add(parent, "dataGenerator", id=f"shown_{place}", name=curve.name)
    where = "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter"
    _add(_list(value, "Variables"), "variable", id=f"value_{place}",
         target=f"{where}[@id='{id_of_quantity(shown)}']",
         taskReference=f"task_{place}")  # fmt: skip
    ElementTree.SubElement(_math(value), f"{{{_MATH}}}ci").text = f"value_{place}"


def _math(parent: Element) -> Element:
    return ElementTree.SubElement(parent, f"{{{_MATH}}}math")


def _list(parent: Element, of: str) -> Element:
    return ElementTree.SubElement(parent, f"{{{_SED}}}listOf{of}")


def _add(parent: Element, kind: str, **attributes: str) -> Element:
    return ElementTree.SubElement(parent, f"{{{_SED}}}{kind}", attributes)
