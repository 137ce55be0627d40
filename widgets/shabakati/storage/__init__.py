"""How a workbook lies in one SQLite file: its tables, its history, its frames."""
