"""What happens when things go wrong: each promise of the vault against the fault it is made for.

Every test has a control: the protection taken out, and the same test seen to fail. The counts are small here; these
make them large:

    RESOKIT_KILLS=300 pytest tests/faults/test_kill.py             a writer killed (-9) so many times   (here 20)
    RESOKIT_SAVES=10000 pytest tests/faults/test_many_writers.py   saves by 2, 4 and 8 processes        (here 120)
    RESOKIT_EXAMPLES=2000 pytest tests/faults/test_two_windows.py  orders of doing things, 20 steps each   (here 60)

Every flipped bit, every truncation and every swap is tried beside the code they are about, in `tests/unit/vault`; so is
an error at each call of a save. `tests/terminal` kills the whole app while text is being typed.
"""
