"""Tests of calculator/publish/engine."""
