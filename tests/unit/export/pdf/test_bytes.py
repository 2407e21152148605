"""The same plan gives the same bytes, and nothing but the paper loads fpdf2."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import resokit_tui.export
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.pdf.document import render_pdf
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import CREATED, every_script, marie_louise

ROOT = Path(__file__).parents[4]
PRINT = """
import hashlib
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.pdf.document import render_pdf
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.role_plan import role_plan
from tests.unit.export.dossiers import CREATED, TODAY, every_script
catalog = load_catalog("en")
document = plan_document(role_plan(every_script(), Audience.FULL, TODAY), catalog)
print(hashlib.sha256(render_pdf(document, catalog, created=CREATED)).hexdigest())
"""


def output_of(code: str, **environment: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=True,
        cwd=ROOT,
    )
    return result.stdout.strip()


def test_two_processes_with_different_hash_seeds_print_the_same_bytes() -> None:
    first, second = (output_of(PRINT, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert len(first) == 64
    assert first == second


def test_the_second_time_in_one_process_is_the_same_too(document_of: MakeDocument) -> None:
    document = document_of(every_script())
    prints = {hashlib.sha256(render_pdf(document, load_catalog("en"), created=CREATED)).hexdigest() for _ in range(2)}
    assert len(prints) == 1


def test_another_plan_prints_other_bytes(document_of: MakeDocument) -> None:
    first, second = (
        render_pdf(document_of(make()), load_catalog("en"), created=CREATED) for make in (every_script, marie_louise)
    )
    assert first != second


def test_nothing_but_the_paper_loads_fpdf2() -> None:
    folder = Path(resokit_tui.export.__file__).parent
    names = ", ".join(f"resokit_tui.export.{one.stem}" for one in folder.glob("*.py") if one.stem != "__init__")
    heavy = '{"fpdf", "fontTools", "PIL", "uharfbuzz"}'
    assert output_of(f"import sys, {names}\nprint({heavy} & set(sys.modules))") == "set()"
    assert "fpdf" in output_of(f"import sys, resokit_tui.export.pdf.document\nprint({heavy} & set(sys.modules))")


def test_only_a_protected_copy_loads_pikepdf() -> None:
    loaded = 'print("pikepdf" in sys.modules)'
    assert output_of(f"import sys\n{PRINT}\n{loaded}").endswith("False")
    protect = "from resokit_tui.export.pdf.protection import protected"
    made = 'protected(render_pdf(document, catalog, created=CREATED), "tulp")'
    assert output_of(f"import sys\n{PRINT}\n{protect}\n{made}\n{loaded}").endswith("True")
