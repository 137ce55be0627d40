"""The workbook for a room: many readers, each with a network of their own, and nothing kept."""
