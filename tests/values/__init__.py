"""Tests of calculator/values."""
