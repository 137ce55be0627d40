"""People: their names across spellings and scripts, and what may be said of them and why."""
