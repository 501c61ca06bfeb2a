"""Compares pairs of DICOM files element by element; prints what differs, a line each.

Argument: a file of lines "sent<TAB>returned", where any of several returned files may be the one.
What DCMTK and Orthanc change while they encode for sending is no difference: group lengths, defined
or undefined lengths of sequences, padding behind a value (PS3.5 6.2), Data Set Trailing Padding
(PS3.10 7.2), and OW as the VR of encapsulated pixel data, which has to be OB (PS3.5 A.4).
"""
import sys

import pydicom
from pydicom.dataelem import RawDataElement
from pydicom.tag import Tag

PIXEL_DATA = Tag(0x7FE0, 0x0010)
TRAILING_PADDING = Tag(0xFFFC, 0xFFFC)


def elements(dataset):
    """Raw elements by tag, without those that only help to read."""
    return {
        tag: dataset._dict[tag]
        for tag in dataset._dict.keys()
        if tag.element != 0 and tag != TRAILING_PADDING
    }


def bytes_of(element):
    value = element.value
    if value is None:
        return b""
    return value if isinstance(value, bytes) else repr(value).encode()


def has_same_vr(tag, mine, theirs):
    is_pixel_data = tag == PIXEL_DATA and {mine.VR, theirs.VR} == {"OB", "OW"}
    return mine.VR == theirs.VR or is_pixel_data


def has_same_value(tag, mine, theirs):
    a, b = bytes_of(mine), bytes_of(theirs)
    if tag == PIXEL_DATA:
        return a == b or len(a) % 2 == 1 and a + b"\0" == b
    return a == b or a.rstrip(b" \0") == b.rstrip(b" \0")


def compare(sent, returned, path):
    mine, theirs = elements(sent), elements(returned)
    for tag in sorted(set(mine) | set(theirs)):
        where = f"{path}{tag}"
        if tag not in theirs:
            yield f"{where} is lost"
        elif tag not in mine:
            yield f"{where} is new"
        else:
            yield from compare_element(sent, returned, tag, where)


def compare_element(sent, returned, tag, where):
    mine, theirs = sent._dict[tag], returned._dict[tag]
    if "SQ" in (mine.VR, theirs.VR) or not isinstance(mine, RawDataElement):
        mine, theirs = sent[tag], returned[tag]
        if mine.VR != theirs.VR:
            yield f"{where} has VR {theirs.VR}, not {mine.VR}"
        elif mine.VR == "SQ":
            if len(mine.value) != len(theirs.value):
                yield f"{where} has {len(theirs.value)} items, not {len(mine.value)}"
            for number, (a, b) in enumerate(zip(mine.value, theirs.value), 1):
                yield from compare(a, b, f"{where}[{number}]")
        elif mine.value != theirs.value:
            yield f"{where} has another value"
        return
    if not has_same_vr(tag, mine, theirs):
        yield f"{where} has VR {theirs.VR}, not {mine.VR}"
    if not has_same_value(tag, mine, theirs):
        yield f"{where} has another value: {bytes_of(mine)[:40]!r} became {bytes_of(theirs)[:40]!r}"


def differences(sent, returned):
    a = pydicom.dcmread(sent, force=True)
    b = pydicom.dcmread(returned)
    syntax = getattr(a.file_meta, "TransferSyntaxUID", None)
    found = list(compare(a, b, ""))
    if syntax is not None and syntax != b.file_meta.TransferSyntaxUID:
        found.insert(0, f"transfer syntax {b.file_meta.TransferSyntaxUID}, not {syntax}")
    return found


def main():
    count = 0
    for line in open(sys.argv[1], encoding="utf-8"):
        sent, *candidates = line.rstrip("\n").split("\t")
        count += 1
        for difference in min((differences(sent, file) for file in candidates), key=len):
            print(f"{sent}: {difference}")
    print(f"compared {count}")


main()
