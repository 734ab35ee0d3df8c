"""Tests of calculator/reading."""
