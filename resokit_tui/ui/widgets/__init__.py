"""Widgets that know nothing of vaults: they are given what they show, and post messages."""
