"""The foundation: words every room uses. Standard library, msgspec and markdown-it only; imports no other room."""
