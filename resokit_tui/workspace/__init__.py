"""The use cases: where method, casework, vault and paper meet. Everything the face and the command line can do."""
