"""The evidence report: one page that holds every published number beside its prediction.

from osteon import validate
from osteon.reports.evidence import write_report

write_report(validate(), "evidence.html")
"""

from osteon.reports.evidence.write import write_report

__all__ = ["write_report"]
