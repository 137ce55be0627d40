"""How everything looks: one set of tokens, the stylesheet, and how a browser gets its files."""
