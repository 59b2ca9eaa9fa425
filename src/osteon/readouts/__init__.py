"""What a clinic or laboratory measures: BMD and turnover markers."""
