"""A small foreign model, written for the tests: one cell made and lost, its reaction, its rules.

d C / dt = made - lost * C        so after `made` doubles, C / C0 = 2 - exp(-lost * t)
"""

from __future__ import annotations

from pathlib import Path

LOST = 0.01
SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4">
  <model id="small" name="Small">
    <listOfCompartments><compartment id="bone" size="3"/></listOfCompartments>
    <listOfSpecies>
      <species id="C" compartment="bone" initialConcentration="2"/>
      <species id="nothing" compartment="bone" initialConcentration="0"/>
    </listOfSpecies>
    <listOfParameters>
      <parameter id="made" value="0.02"/>
      <parameter id="lost" value="0.01"/>
      <parameter id="twice" constant="false"/>
    </listOfParameters>
    <listOfRules>
      <assignmentRule variable="twice"><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><times/><cn>2</cn><ci>C</ci></apply></math></assignmentRule>
    </listOfRules>
    <listOfReactions>
      <reaction id="making" reversible="false">
        <listOfProducts><speciesReference species="C"/></listOfProducts>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
          <apply><times/><ci>made</ci><ci>bone</ci></apply></math></kineticLaw>
      </reaction>
      <reaction id="losing" reversible="false">
        <listOfReactants><speciesReference species="C"/></listOfReactants>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
          <apply><times/><ci>lost</ci><ci>C</ci><ci>bone</ci></apply></math></kineticLaw>
      </reaction>
    </listOfReactions>
  </model>
</sbml>
"""
GUIDE = """\
model: small.xml
time: day
quantities:
  C: osteoclasts@lumbar_spine
  twice: rankl@lumbar_spine
changes:
  - {set: made, to: 0.04, at: month 12}
"""


def guide(folder: Path, text: str = GUIDE, sbml: str = SMALL) -> Path:
    """Write the model and its guide; return the guide."""
    (folder / "small.xml").write_text(sbml, "utf-8")
    path = folder / "small.yaml"
    path.write_text(text, "utf-8")
    return path
