"""What we know: the pages of the method, read from `content/`. Knows no client."""
