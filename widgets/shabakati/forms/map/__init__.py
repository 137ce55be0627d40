"""The map as a form: people are opened, placed on their ring and linked on it."""

from shabakati.forms.map.my_map import MyMap, my_map

__all__ = ["MyMap", "my_map"]
