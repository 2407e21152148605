"""What we do: the records of one client, and rules over them. Pure; knows no storage, no screen and no method text."""
