def rewrites(text, found, language): return ()
