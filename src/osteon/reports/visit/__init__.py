"""The report for a visit: two pages to talk over, as PDF and as one HTML file.

from osteon import Case, simulate
from osteon.reports.visit import report_of, write_report

write_report(report_of(simulate(Case.read("case.yaml"))), "visit.pdf")

What was assumed, what is forecast, what to ask, and where it comes from. The report names no
person, and asks no other machine for anything.
"""

from osteon.reports.visit.pdf import pdf
from osteon.reports.visit.report import Report, check_strategies, report_of
from osteon.reports.visit.web_page import web_page
from osteon.reports.visit.write import write_report

__all__ = ["Report", "check_strategies", "pdf", "report_of", "web_page", "write_report"]
