"""Tests of calculator/scoring."""
