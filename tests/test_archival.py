"""Papers are PDF/A-2a, requirement by requirement; of each check a spoilt file shows that it sees what it is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from runbook.render.pdf.book import book_leaves
from runbook.render.pdf.leaf import document
from runbook.render.pdf.typesetting import typeset
from runbook.schedule import plan
from tests.archival import breaches
from tests.page_samples import SMALL
from tests.paper_samples import SCENE, documents, printing
from tests.reading import ceremony


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=[pytest.mark.slow] if one == "book" else []) for one in documents(SMALL)]
)
def test_a_document_is_pdf_a_by_every_requirement_that_can_be_looked_at(name: str) -> None:
    assert breaches(documents(SMALL)[name]) == []


@cache
def sound() -> bytes:
    """A document with tables, headings, figures, links and text in several faces."""
    schedule = plan(ceremony(SMALL))
    known = printing(schedule.ceremony)
    leaves = [one for one in book_leaves(schedule, known, [SCENE]) if one["kind"] in ("contents", "scene")]
    return typeset(document(known, "Sổ tay", leaves))


def test_the_document_that_is_spoilt_has_what_the_checks_look_for() -> None:
    with pikepdf.open(BytesIO(sound())) as opened:
        assert len({str(one.BaseFont) for one in _fonts(opened)}) > 1
        assert any("/Annots" in page.obj for page in opened.pages)
        assert _elements(opened, "/Figure")


def _objects(document: pikepdf.Pdf, **wanted: str) -> list[Any]:
    dictionaries = [one for one in document.objects if isinstance(one, Dictionary | Stream)]
    return [one for one in dictionaries if all(str(one.get(f"/{key}")) == value for key, value in wanted.items())]


def _fonts(document: pikepdf.Pdf) -> list[Any]:
    return _objects(document, Type="/Font", Subtype="/Type0")


def _inner(document: pikepdf.Pdf) -> Any:
    return _fonts(document)[0].DescendantFonts[0]


def _elements(document: pikepdf.Pdf, kind: str) -> list[Any]:
    return [one for one in _objects(document, S=kind) if "/P" in one]


def _link(document: pikepdf.Pdf) -> Any:
    return next(page.obj.Annots[0] for page in document.pages if "/Annots" in page.obj)


def _metadata(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        data = document.Root.Metadata.read_bytes()
        assert old in data
        document.Root.Metadata = document.make_stream(data.replace(old, new, 1), Type=Name.Metadata, Subtype=Name.XML)

    return spoil


def _catalog(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: document.Root.__setitem__(key, value)


def _without(key: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: document.Root.__delitem__(key)


def _drawn(octets: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Something painted after all else on the first page."""
    return lambda document: document.pages[0].contents_add(octets)


def _of_page(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: document.pages[0].obj.__setitem__(key, value)


def _of_link(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: _link(document).__setitem__(key, value)


def _of_state(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        document.pages[0].resources["/ExtGState"] = Dictionary({"/Spoilt": Dictionary({key: value})})

    return spoil


def _of_font(key: str, value: object = None) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        inner = _inner(document)
        if value is None:
            del inner[key]
        else:
            inner[key] = value

    return spoil


def _profile(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        profile = document.Root.OutputIntents[0].DestOutputProfile
        profile.write(change(profile.read_bytes()))

    return spoil


def _no_faces(document: pikepdf.Pdf) -> None:
    descriptor = _inner(document).FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def _glyphs(number: bytes) -> Callable[[pikepdf.Pdf], None]:
    """All codes lead to one glyph."""
    return lambda document: _inner(document).__setitem__("/CIDToGIDMap", document.make_stream(number * 2000))


def _unread(text: bytes) -> Callable[[pikepdf.Pdf], None]:
    """A table of meanings that knows the first code alone, and by that text."""

    def spoil(document: pikepdf.Pdf) -> None:
        font = _fonts(document)[0]
        font.ToUnicode = document.make_stream(b"1 beginbfchar\n<0001> <" + text + b">\nendbfchar")

    return spoil


def _no_meanings(document: pikepdf.Pdf) -> None:
    del _fonts(document)[0].ToUnicode


def _packed(document: pikepdf.Pdf) -> None:
    document.Root.Metadata.write(document.Root.Metadata.read_bytes(), filter=Name.FlateDecode)


def _elsewhere(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = document.make_stream(b"")
    document.pages[0].obj.Contents[Name.F] = String("other.bin")


def _lzw(document: pikepdf.Pdf) -> None:
    packed = document.pages[0].obj["/Spoilt"] = document.make_stream(b"")
    packed.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)


def _embedded(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"a"


def _silent(document: pikepdf.Pdf) -> None:
    del _elements(document, "/Figure")[0]["/Alt"]


def _unknown_element(document: pikepdf.Pdf) -> None:
    _elements(document, "/Figure")[0]["/S"] = Name.Drawing


def _reworded(document: pikepdf.Pdf) -> None:
    document.trailer.Info.Title = String("Một tên khác")


def _image(**more: object) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        facts = {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8}
        image = Stream(document, b"\0", {**facts, "/ColorSpace": Name.DeviceGray, **more})
        document.pages[0].resources["/XObject"] = Dictionary({"/Spoilt": document.make_indirect(image)})

    return spoil


SPOILT: dict[str, tuple[str, Callable[[pikepdf.Pdf], None]]] = {
    "a stream in another file": ("6.1.7.1", _elsewhere),
    "LZW": ("6.1.7.2", _lzw),
    "a long string": ("6.1.13 a string", _catalog("/Spoilt", String("a" * 32_768))),
    "a long name": ("6.1.13 a name", _catalog("/Spoilt", Name("/" + "a" * 128))),
    "a page of two points": ("6.1.13 a /MediaBox", _of_page("/MediaBox", Array([0, 0, 2, 2]))),
    "a deep state": ("6.1.13 graphics", _drawn(b"q " * 29 + b"Q " * 29)),
    "no intent": ("6.2.3 no", _without("/OutputIntents")),
    "a profile of nothing": ("6.2.3 the profile is no", _profile(lambda data: data[:36] + b"none" + data[40:])),
    "a profile of another space": ("6.2.3 the profile is not", _profile(lambda data: data[:16] + b"CMYK" + data[20:])),
    "a profile cut off": ("6.2.3 the profile is not", _profile(lambda data: data[:-1])),
    "four inks": ("6.2.4.3", _drawn(b"0 0 0 1 k")),
    "a transfer function": ("6.2.5", _of_state("/TR", Name.Identity)),
    "an unknown intent": ("6.2.6", _drawn(b"/Bright ri")),
    "an interpolated image": ("6.2.8", _image(**{"/Interpolate": True})),
    "a form of another file": ("6.2.9", _image(**{"/Ref": Dictionary()})),
    "an unknown blending": ("6.2.10", _of_state("/BM", Name.Bright)),
    "codes of its own": ("6.2.11.3.3", lambda document: _fonts(document)[0].__setitem__("/Encoding", Name("/GB-H"))),
    "no way from code to glyph": ("6.2.11.3.2", _of_font("/CIDToGIDMap")),
    "no program": ("6.2.11.4.1", _no_faces),
    "glyphs left out": ("6.2.11.4.1 glyph", _glyphs(b"\xff\xff")),
    "other widths": ("6.2.11.5", _of_font("/W", Array([0, 2000, 333]))),
    "the glyph of what is missing": ("6.2.11.8", _glyphs(b"\0\0")),
    "no meanings": ("6.2.11.7.2 no text", _no_meanings),
    "meanings left out": ("6.2.11.7.2 code", _unread(b"0041")),
    "no letter": ("6.2.11.7.2 code 1 is read back as no letter", _unread(b"FEFF")),
    "a sound": ("6.3.1", _of_link("/Subtype", Name.Sound)),
    "a hidden link": ("6.3.2", _of_link("/F", 2)),
    "a link seen by turns": ("6.3.2", _of_link("/F", 4 + 256)),
    "a link that is not printed": ("6.3.2", _of_link("/F", 0)),
    "a form": ("6.4", _catalog("/AcroForm", Dictionary(Fields=Array(), NeedAppearances=True))),
    "a program started": ("6.5.1 an action Launch", _of_link("/A", Dictionary(S=Name.Launch))),
    "a script": ("6.5.1 an action JavaScript", _of_link("/A", Dictionary(S=Name.JavaScript, JS=String("1")))),
    "a named action": ("6.5.1 a named", _of_link("/A", Dictionary(S=Name.Named, N=Name.Print))),
    "a start": ("6.5.1 an action when", _catalog("/OpenAction", Dictionary(S=Name.GoTo))),
    "actions of a page": ("6.5.2", _of_page("/AA", Dictionary())),
    "no metadata": ("6.6.2.1", _without("/Metadata")),
    "packed metadata": ("6.6.2.1", _packed),
    "broken metadata": ("6.6.2.1 metadata", _metadata(b"</x:xmpmeta>", b"")),
    "foreign properties": ("6.6.2.3", _metadata(b"http://ns.adobe.com/pdf/1.3/", b"http://example.org/")),
    "another title": ("6.6.3 /Title", _reworded),
    "another part": ("6.6.4", _metadata(b"part>2", b"part>1")),
    "no tags": ("6.7.2", _without("/MarkInfo")),
    "no structure": ("6.7.2", _without("/StructTreeRoot")),
    "painted outside": ("6.7.3 f outside", _drawn(b"0 0 1 1 re f")),
    "a page outside": ("6.7.3 a page", lambda document: document.pages[0].obj.__delitem__("/StructParents")),
    "a link outside": ("6.7.3 an annotation", lambda document: _link(document).__delitem__("/StructParent")),
    "an unknown element": ("6.7.3 an element", _unknown_element),
    "a figure without words": ("6.7.3 a figure", _silent),
    "another role": ("6.7.3 Table", lambda document: document.Root.StructTreeRoot.__setitem__(
        "/RoleMap", Dictionary({"/Table": Name.P}))),
    "no language": ("6.7.4", _without("/Lang")),
    "a language of no kind": ("6.7.4", _catalog("/Lang", String("tiếng Việt"))),
    "a file within": ("6.8", _embedded),
    "layers": ("6.9", _catalog("/OCProperties", Dictionary())),
    "slides": ("6.10", _of_page("/PresSteps", Dictionary())),
    "requirements": ("6.11", _catalog("/Requirements", Array())),
}  # fmt: skip


_AS_IT_IS: dict[str, Any] = {
    "fix_metadata_version": False,
    "static_id": True,
    "compress_streams": False,
    "stream_decode_level": pikepdf.StreamDecodeLevel.none,
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_fault_is_seen(fault: str) -> None:
    clause, spoil = SPOILT[fault]
    made = BytesIO()
    with pikepdf.open(BytesIO(sound())) as opened:
        spoil(opened)
        opened.save(made, **_AS_IT_IS)
    found = breaches(made.getvalue())
    assert any(one.startswith(clause) for one in found), found


def test_saving_alone_is_no_fault() -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(sound())) as opened:
        opened.save(made, **_AS_IT_IS)
    assert breaches(made.getvalue()) == []


OCTETS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "no comment": ("6.1.2", lambda data: data[:9] + b"%" + data[14:]),
    "a later version": ("6.1.2", lambda data: data.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
    "something after the end": ("6.1.3 data", lambda data: data + b"\nmore"),
    "no identity": ("6.1.3 no identity", lambda data: data.replace(b"/ID", b"/Ix")),
    "a table of places elsewhere": ("6.1.4", lambda data: data.replace(b"startxref\n", b"startxref\n9")),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("fault", OCTETS)
def test_a_fault_of_the_file_itself_is_seen(fault: str) -> None:
    clause, spoil = OCTETS[fault]
    assert any(one.startswith(clause) for one in breaches(spoil(sound())))


def test_an_encrypted_file_is_seen() -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(sound())) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner="a", user=""), fix_metadata_version=False)
    assert "6.1.3 encrypted" in breaches(made.getvalue())
