"""Tests of calculator/standard."""
