"""What leaves the house: a dossier becomes a plan, a plan becomes blocks, blocks become paper, text or Markdown."""
