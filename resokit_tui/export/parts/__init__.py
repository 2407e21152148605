"""The parts of a role plan, each a few blocks; a part without facts gives none."""
