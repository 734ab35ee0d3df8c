"""Tests of the rules, shape by shape."""
