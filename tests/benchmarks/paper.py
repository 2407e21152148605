"""How long the paper takes and how much it weighs, beside WeasyPrint and ReportLab on the same text in the same run.

Run: `python tests/benchmarks/paper.py [paragraphs …]` (default 100 1000 10000). The rivals are no dependency of ours:
install `weasyprint` and `reportlab` by hand in a scratch environment that has Resokit too; one that is not there is
skipped, and that is said. Each measurement is a process of its own. The rivals draw words only; ours also draws the
figures, tags everything, and conforms to PDF/UA-1 and PDF/A-3A. WeasyPrint is given `pdf/ua-1`; ReportLab tags nothing.

Budgets: one plan ≤ 0.25 s warm and ≤ 120 kB; ≤ 1.5 ms per further paragraph, and linear; ≥ 4 × faster than
WeasyPrint and ≤ 2.5 × ReportLab for a plan and from 1,000 paragraphs on; ≤ 130 MB at 10,000 paragraphs. Of a small
document most of our time goes to reading and subsetting fonts.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO

from markdown_it.token import Token

from resokit_tui.export.blocks import Document
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.method.folder import content_folder
from resokit_tui.workspace.practice import practice_dossiers

TODAY = date(2026, 11, 22)
CREATED = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROUNDS = 5
PARAGRAPH = (
    "In het **repaircafé** van De Spoel staat elke tweede zaterdag een naaitafel bij het raam. Marie-Louise herstelt er"
    " kleren van buren en leert een *jonge vrijwilliger* het vak. Wie binnenkomt, krijgt koffie en een stoel; wie"
    " weggaat, weet haar naam. Dat is {n} keer gebeurd."
)
RIVALS = ("weasyprint", "reportlab")
RIVALS_FROM = 1_000
WEASYPRINT_AT_MOST = 1_000
"""It takes minutes and a gigabyte for more."""


def plan() -> Document:
    """The role plan of the fullest practice dossier."""
    from resokit_tui.core.i18n import load_catalog
    from resokit_tui.export.audience import Audience
    from resokit_tui.export.plan_document import plan_document
    from resokit_tui.export.role_plan import role_plan

    dossier = practice_dossiers(content_folder() / "demo", TODAY, UTC)[0]
    catalog = load_catalog("nl")
    return plan_document(role_plan(dossier, Audience.FULL, TODAY, "CAW Brussel", "Joke Peeters"), catalog)


def paragraphs(count: int) -> Document:
    """So many paragraphs of about 280 characters."""
    text = "\n\n".join(PARAGRAPH.format(n=n) for n in range(count))
    return Document(title="Proef", language="nl", blocks=blocks_from_markdown(text))


def ours(document: Document) -> bytes:
    """Tagged, with figures, conforming."""
    from resokit_tui.core.i18n import load_catalog
    from resokit_tui.export.pdf.document import render_pdf

    return render_pdf(document, load_catalog("nl"), created=CREATED)


def weasyprint(document: Document) -> bytes:
    """The same words from HTML, tagged."""
    import weasyprint

    from resokit_tui.core.markdown import parser
    from resokit_tui.export.markdown import to_markdown

    body = parser().render(to_markdown(document))
    page = f"<html lang=nl><title>{escape(document.title)}</title><style>{_style()}</style><body>{body}</html>"
    return bytes(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def _style() -> str:
    from resokit_tui.export.pdf.fonts import BODY_FILES, FOLDER

    faces = {"": "", "B": "font-weight:bold", "I": "font-style:italic", "BI": "font-weight:bold;font-style:italic"}
    return "".join(
        f"@font-face{{font-family:P;src:url({(FOLDER / BODY_FILES[key]).as_uri()});{style}}}"
        for key, style in faces.items()
    ) + ("@page{size:A4;margin:20mm 18mm}body{font:11pt/1.42 P}table{width:100%}")


def reportlab(document: Document) -> bytes:
    """The same words as flowing paragraphs and list points, untagged."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from resokit_tui.core.markdown import parser
    from resokit_tui.export.markdown import to_markdown
    from resokit_tui.export.pdf.fonts import BODY_FILES, FOLDER

    if "P" not in pdfmetrics.getRegisteredFontNames():
        for key, file in BODY_FILES.items():
            pdfmetrics.registerFont(TTFont(f"P{key}", str(FOLDER / file)))
        pdfmetrics.registerFontFamily("P", normal="P", bold="PB", italic="PI", boldItalic="PBI")
    style = ParagraphStyle("p", fontName="P", fontSize=11, leading=15.6, spaceAfter=6)
    tokens = parser().parse(to_markdown(document))
    texts = [_marked(token.children or []) for token in tokens if token.type == "inline"]
    target = BytesIO()
    SimpleDocTemplate(target, title=document.title).build([Paragraph(text, style) for text in texts])
    return target.getvalue()


def _marked(tokens: Sequence[Token]) -> str:
    tags = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "hardbreak": "<br/>"}
    return "".join(tags.get(token.type, escape(token.content)) for token in tokens)


MAKERS: dict[str, Callable[[Document], bytes]] = {"ours": ours, "weasyprint": weasyprint, "reportlab": reportlab}


def work(maker: str, what: str) -> None:
    """One measurement, in a process of its own; prints seconds, bytes and peak memory."""
    document = plan() if what == "plan" else paragraphs(int(what))
    rounds = ROUNDS if what == "plan" or int(what) <= 100 else 1
    if rounds > 1:
        MAKERS[maker](document)  # warm
    else:
        MAKERS[maker](paragraphs(5))
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        data = MAKERS[maker](document)
        took.append(time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"s": statistics.median(took), "kB": len(data) / 1000, "MB": memory}))


def measured(maker: str, what: str) -> dict[str, float]:
    """The measurement of one process, printed as a line."""
    result = subprocess.run([sys.executable, __file__, "--work", maker, what], capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(result.stderr)
    found: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    print(f"{what:>6}  {maker:<11} {found['s']:7.3f} s  {found['kB']:8.0f} kB  {found['MB']:5.0f} MB", flush=True)
    return found


def broken(counts: list[int]) -> Iterator[str]:
    """Measures everything and names each budget that is not met."""
    there = [one for one in RIVALS if importlib.util.find_spec(one)]
    for one in sorted(set(RIVALS) - set(there)):
        print(f"{one} is not installed: skipped")
    one_plan = measured("ours", "plan")
    if one_plan["s"] > 0.25:
        yield f"one plan takes {one_plan['s']:.2f} s"
    if one_plan["kB"] > 120:
        yield f"one plan weighs {one_plan['kB']:.0f} kB"
    slopes = []
    before = measured("ours", "10")
    last = 10
    for count in counts:
        mine = measured("ours", str(count))
        slopes.append((mine["s"] - before["s"]) / (count - last) * 1000)
        print(f"        {slopes[-1]:.2f} ms per further paragraph")
        if slopes[-1] > 1.5:
            yield f"{slopes[-1]:.2f} ms per further paragraph at {count}"
        if count == 10_000 and mine["MB"] > 130:
            yield f"{mine['MB']:.0f} MB at {count}"
        yield from _beside(there, str(count), mine["s"])
        before, last = mine, count
    if len(slopes) > 2 and slopes[-1] > 1.5 * slopes[-2]:
        yield "not linear"
    yield from _beside(there, "plan", one_plan["s"])


def _beside(rivals: list[str], what: str, mine: float) -> Iterator[str]:
    for rival in rivals:
        if rival == "weasyprint" and what != "plan" and int(what) > WEASYPRINT_AT_MOST:
            continue
        ratio = measured(rival, what)["s"] / mine
        print(f"        {rival} takes {ratio:.2f} × ours")
        if what != "plan" and int(what) < RIVALS_FROM:
            continue
        if rival == "weasyprint" and ratio < 4:
            yield f"only {ratio:.1f} × faster than WeasyPrint at {what}"
        if rival == "reportlab" and 1 / ratio > 2.5:
            yield f"{1 / ratio:.1f} × ReportLab at {what}"


def main(*arguments: str) -> int:
    """1 when a budget is not met."""
    if arguments[:1] == ("--work",):
        work(*arguments[1:])
        return 0
    found = list(broken([int(one) for one in arguments] or [100, 1_000, 10_000]))
    for one in found:
        print(f"NOT MET: {one}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
