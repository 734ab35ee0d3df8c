"""Tests of calculator/answers."""
