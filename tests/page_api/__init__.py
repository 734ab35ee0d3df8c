"""Tests of ``calculator.page_api``."""
