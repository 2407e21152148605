"""Blocks → tagged paper. The only room that knows fpdf2; imported when a PDF is made, never at start."""
