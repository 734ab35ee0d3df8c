"""Tests of ``calculator.ranking``."""
