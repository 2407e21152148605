"""Resokit: a wayfinder, confidential client notes and role plans for social professionals."""

__version__ = "0.1.0"
