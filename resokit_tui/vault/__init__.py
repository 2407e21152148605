"""How we keep it: the encrypted store of one professional. The only room that knows cryptography."""
