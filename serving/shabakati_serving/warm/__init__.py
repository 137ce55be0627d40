"""Kernels that are forked from one process in which everything is imported already."""
