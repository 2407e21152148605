"""Pieces of a screen that look after records of their own: they are given services, and save what is typed in them."""
