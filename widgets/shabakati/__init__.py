"""Shabakati."""
