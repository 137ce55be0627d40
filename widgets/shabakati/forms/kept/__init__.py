"""In a room: the book in the kernel's memory, kept in the participant's own browser."""
