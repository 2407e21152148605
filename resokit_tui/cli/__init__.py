"""The command line: a contract, one module per family of commands."""
