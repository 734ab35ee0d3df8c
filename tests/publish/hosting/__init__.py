"""Tests of calculator/publish/hosting."""
