"""Tests of calculator/cli."""
