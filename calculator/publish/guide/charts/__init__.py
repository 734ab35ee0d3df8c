"""Charts drawn at build from the standards, as SVG, the same figures in a table behind each.

Rows one below the other, in a view as narrow as a small phone, where text keeps its size.
What has no date, no end or no figure is written beside or left open, never placed.
"""

from calculator.publish.guide.charts.cutoffs import chart_cutoffs
from calculator.publish.guide.charts.parts import chart_parts
from calculator.publish.guide.charts.year import chart_year

__all__ = ["chart_cutoffs", "chart_parts", "chart_year"]
