"""Forms as data: a field is declared with its name in the record, a label and a question; the rest is drawn.

Adding a field to a dossier takes three files: its record in `casework`, its line here, and its words in the catalogues.
"""
