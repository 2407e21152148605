"""What happens when things go wrong: each promise of the vault against the fault it is made for.

Every test has a control: the protection taken out, and the same test seen to fail. The counts are small here; these
make them large:

    RESOKIT_KILLS=10000 pytest tests/faults/test_kill.py           a writer killed (-9) so many times   (here 300)
    RESOKIT_SAVES=10000 pytest tests/faults/test_many_writers.py   saves by 2, by 4 and by 8 processes  (here 2000)
    RESOKIT_EXAMPLES=2000 pytest tests/faults/test_two_windows.py  orders of doing things, 20 steps each  (here 200)
    RESOKIT_ERRORS=1 pytest tests/faults/test_every_error.py       every error at every call      (here one in turn)
    RESOKIT_BITS=31 pytest tests/faults/test_tampering.py          one bit in so many, and every length   (here 401)

Every bit of one sealed file and of one key file is flipped in `tests/unit/vault`, and an error at each call of a save
is looked at more closely there. `tests/terminal` kills the whole app while text is being typed.
"""
