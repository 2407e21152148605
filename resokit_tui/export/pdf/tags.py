"""A tagged PDF on fpdf2: structure tree, links that belong to it, and an output that both validators accept.

fpdf2 tags nothing but images and section titles, and those as figures. We add our own tree through the public
`output(output_producer_class=…)`, and mark each stretch of the content stream as belonging to an element (`content`)
or as decoration (`artifact`). ISO 14289-1 (PDF/UA-1) asks that nothing is left unmarked.

Points of fpdf2 we lean on, each covered by a test: `_out`, `OutputProducer._add_structure_tree` and `_add_fonts`,
`PDFPage.struct_parents` and `tabs`, `PDFAnnotation.struct_parent`, `PDFObject.serialize`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from fpdf import FPDF
from fpdf.actions import URIAction
from fpdf.annotations import PDFAnnotation
from fpdf.output import OutputProducer, PDFPage
from fpdf.prefs import ViewerPreferences
from fpdf.syntax import Name, PDFContentStream, PDFObject, PDFString

_FIRST_LINK_KEY = 100_000
"""Keys below it in the parent tree are pages, keys from it on are links."""
_CHARACTER_MAP = re.compile(r"\d+ beginbfchar\n(.*?)endbfchar", re.DOTALL)


Kid: TypeAlias = "Element | tuple[PDFPage, int] | tuple[PDFPage, PDFAnnotation]"
"""An element, a marked stretch of a page by its number (MCID), or a link."""


class Element(PDFObject):
    """A structure element such as `P` or `TD`. Its kids are elements, marked content, or links, in reading order."""

    def __init__(self, role: str, parent: PDFObject, alt: str = "", attributes: str = "") -> None:
        super().__init__()
        self.role, self.parent, self.alt, self.attributes = role, parent, alt, attributes
        self.elements: list[Element] = []
        self._kids: list[Kid] = []

    def add(self, kid: Kid) -> None:
        """Puts something last in this element."""
        self._kids.append(kid)
        if isinstance(kid, Element):
            self.elements.append(kid)

    def serialize(self, obj_dict: dict[str, object] | None = None, _security_handler: Any = None) -> str:
        """The element as a PDF object."""
        parts = [f"{self.id} 0 obj\n<< /S /{self.role} /P {self.parent.ref}"]
        if self._kids:
            page = next((kid[0] for kid in self._kids if isinstance(kid, tuple)), None)
            if page is not None:
                parts.append(f"/Pg {page.ref}")
            parts.append(f"/K [{' '.join(self._kid(kid, page) for kid in self._kids)}]")
        if self.alt:
            alt = PDFString(self.alt, encrypt=True)
            parts.append(f"/Alt {alt.serialize(_security_handler=_security_handler, _obj_id=self.id)}")
        if self.attributes:
            parts.append(f"/A {self.attributes}")
        return "\n".join([*parts, ">>\nendobj"])

    @staticmethod
    def _kid(kid: Kid, usual: PDFPage | None) -> str:
        """What stands on the page that the element names is only a number: thousands of them make the file."""
        if isinstance(kid, Element):
            return kid.ref
        page, what = kid
        if isinstance(what, int):
            return str(what) if page is usual else f"<< /Type /MCR /Pg {page.ref} /MCID {what} >>"
        return f"<< /Type /OBJR /Pg {page.ref} /Obj {what.ref} >>"


class StructureTree(PDFObject):
    """The root: the document element, and for each page and link which element owns it."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Element("Document", self)
        self.pages: dict[int, list[Element]] = {}
        """Page number from 0 → owner of each marked stretch, by its number (MCID)."""
        self.links: list[Element] = []

    def every_element(self) -> Iterator[Element]:
        """All elements, a parent before its kids."""
        waiting = [self.document]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))

    def serialize(self, obj_dict: dict[str, object] | None = None, _security_handler: Any = None) -> str:
        """The root with its parent tree as a PDF object."""
        numbers = [f"{key} [{' '.join(owner.ref for owner in self.pages[key])}]" for key in sorted(self.pages)]
        numbers += [f"{_FIRST_LINK_KEY + place} {owner.ref}" for place, owner in enumerate(self.links)]
        return (
            f"{self.id} 0 obj\n<< /Type /StructTreeRoot /K [{self.document.ref}] "
            f"/ParentTree << /Nums [{' '.join(numbers)}] >> "
            f"/ParentTreeNextKey {_FIRST_LINK_KEY + len(self.links)} >>\nendobj"
        )


class TaggedPaper(FPDF):
    """An fpdf2 document in which every stroke stands inside `content()` or `artifact()`."""

    def __init__(self, language: str) -> None:
        # fpdf2 knows PDF/A-3U and not 3A. Its guards (no core fonts, colour profile) are the same; the metadata says A,
        # because the tags that A asks for are ours.
        super().__init__(enforce_compliance="PDF/A-3U")
        self.tree = StructureTree()
        self.current = self.tree.document
        self.decorating = False
        self._set_min_pdf_version("1.7")
        self.set_lang(language)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_auto_page_break(False)  # page breaks are the layout's: no marked content may cross one
        self.alias_nb_pages("")  # the total is drawn after the last page; "{nb}" in a client's note stays text
        self.c_margin = 0

    @contextmanager
    def tag(self, role: str, *, alt: str = "", attributes: str = "") -> Iterator[Element]:
        """A new element inside the current one; what is drawn within belongs to it."""
        element = Element(role, self.current, alt, attributes)
        self.current.add(element)
        with self.inside(element):
            yield element

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Goes on in an element that was made before, as a table row does on the next page."""
        outer, self.current = self.current, element
        try:
            yield
        finally:
            self.current = outer

    @contextmanager
    def content(self) -> Iterator[None]:
        """A stretch of content of the current element, within one page."""
        self._open()
        yield
        self._out("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Decoration, which no reader speaks; `kind` is `Pagination` for head and foot of a page."""
        self._out(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        self.decorating = True
        yield
        self.decorating = False
        self._out("EMC")

    @contextmanager
    def link_over(self, x: float, y: float, width: float, height: float, address: str, label: str) -> Iterator[None]:
        """A link over a box, drawn within `content()`: that content is closed for it and opened again after it."""
        self._out("EMC")
        with self.tag("Link"):
            with self.content():
                yield
            self._annotate(x, y, width, height, address, label)
        self._open()

    def turn_to(self, page: int) -> None:
        """Goes back to an earlier page, and makes true there what fpdf2 remembers of colours, line and font."""
        self.page = page
        self.current_font_is_set_on_page = False
        if self.fill_color and self.draw_color:
            self._out(self.fill_color.serialize().lower())
            self._out(self.draw_color.serialize().upper())
        self._out(f"{self.line_width * self.k:.2f} w")

    def to_bytes(self) -> bytes:
        """The finished file."""
        try:
            return bytes(self.output(output_producer_class=TaggedProducer))
        finally:
            self.close_fonts()

    def close_fonts(self) -> None:
        """Lets go of the font files, which fpdf2 leaves to the garbage collector."""
        for font in self.fonts.values():
            if (opened := getattr(font, "ttfont", None)) is not None:
                opened.close()

    def _open(self) -> None:
        owners = self.tree.pages.setdefault(self.page - 1, [])
        self.current.add((self.pages[self.page], len(owners)))
        self._out(f"/{self.current.role} <</MCID {len(owners)}>> BDC")
        owners.append(self.current)

    def _annotate(self, x: float, y: float, width: float, height: float, address: str, label: str) -> None:
        annotation = PDFAnnotation(
            "Link",
            x=x * self.k,
            y=self.h_pt - y * self.k,
            width=width * self.k,
            height=height * self.k,
            action=URIAction(address),
            contents=label,
        )
        annotation.struct_parent = _FIRST_LINK_KEY + len(self.tree.links)  # type: ignore[attr-defined]
        self.tree.links.append(self.current)
        page = self.pages[self.page]
        page.add_annotation(annotation)
        self.current.add((page, annotation))


class TaggedProducer(OutputProducer):
    """Writes our structure tree, and character maps without the entry for "no glyph"."""

    def _add_structure_tree(self) -> PDFObject:
        paper: Any = self.fpdf
        tree: StructureTree = paper.tree
        for page in paper.pages.values():
            page.tabs = Name("S")
            if page.index() - 1 in tree.pages:
                page.struct_parents = page.index() - 1
        self._add_pdf_obj(tree, "structure_tree")
        for element in tree.every_element():
            self._add_pdf_obj(element, "structure_tree")
        return tree

    def _add_pdf_obj(self, pdf_obj: PDFObject, trace_label: Any = None) -> int:
        if isinstance(pdf_obj, PDFContentStream):
            close_stream(pdf_obj)
        return super()._add_pdf_obj(pdf_obj, trace_label)

    def _add_fonts(self, *args: Any) -> Any:
        fonts = super()._add_fonts(*args)
        for font in fonts.values():
            stream = getattr(font, "to_unicode", None)
            contents = getattr(stream, "_contents", None)
            if stream is not None and isinstance(contents, bytes | bytearray):
                stream._contents = _without_null(bytes(contents))
                stream.length = len(stream._contents)
        return fonts


def close_stream(stream: PDFContentStream) -> None:
    """Keeps a stream that ends in a carriage return as long as it says it is (ISO 19005-3, 6.1.7.1).

    fpdf2 ends a stream with a line feed; after a carriage return the two would count as one line end, and one in 256
    compressed streams ends so. A second return makes the line end CR LF, and leaves the data whole.
    """
    if stream._contents.endswith(b"\r"):
        stream._contents += b"\r"


def _without_null(character_map: bytes) -> bytes:
    """fpdf2 2.8.9 maps .notdef to U+0000, which PDF/A forbids (ISO 19005-3, 6.2.11.7.2)."""

    def kept(found: re.Match[str]) -> str:
        lines = [line for line in found.group(1).splitlines() if not line.rstrip().endswith("<0000>")]
        return "\n".join([f"{len(lines)} beginbfchar", *lines, "endbfchar"]) if lines else ""

    return _CHARACTER_MAP.sub(kept, character_map.decode("latin-1")).encode("latin-1")
