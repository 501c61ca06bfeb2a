"""Lists the elements of DICOM files as pydicom reads them.

Reads paths from standard input, one a line. Prints for each file its path after "F ", then a line
"E path VR length digest" per element in the order of the tags: path is tag or tag/item/tag (items
from 1), digest the SHA-256 of the value's bytes in little endian. Sequences and encapsulated pixel
data have the number of items for a length and no digest, what pydicom decodes at once has neither. "X reason" follows where reading ended.
"""
import hashlib
import sys
import warnings

import pydicom
from pydicom.dataelem import RawDataElement

warnings.simplefilter("ignore")

UNITS = {"AT": 2, "OW": 2, "SS": 2, "US": 2, "FL": 4, "OF": 4, "OL": 4, "SL": 4, "UL": 4,
         "FD": 8, "OD": 8, "OV": 8, "SV": 8, "UV": 8}


def little_endian(value, vr, is_little_endian):
    unit = UNITS.get(vr, 1)
    if is_little_endian or unit == 1:
        return value
    whole = len(value) // unit * unit
    swapped = b"".join(value[i:i + unit][::-1] for i in range(0, whole, unit))
    return swapped + value[whole:]


def representation(raw, element):
    """What the file says; pydicom knows private elements better than a file that says UN."""
    if element.tag.is_private and getattr(raw, "VR", None) == "UN" and element.VR != "SQ":
        return "UN"
    return getattr(element.VR, "value", element.VR)


def fragments(value):
    """The number of items behind the offset table."""
    count, position = 0, 0
    while position + 8 <= len(value) and value[position:position + 4] == b"\xfe\xff\x00\xe0":
        position += 8 + int.from_bytes(value[position + 4:position + 8], "little")
        count += 1
    return count - 1


def list_elements(data_set, prefix=""):
    for tag in sorted(data_set.keys()):
        path = "%s%08X" % (prefix, tag)
        raw = data_set.get_item(tag)
        value = raw.value
        element = data_set[tag]
        vr = representation(raw, element)
        if vr == "SQ":
            print("E", path, "SQ", len(element.value), "-")
            for number, item in enumerate(element.value, 1):
                list_elements(item, "%s/%d/" % (path, number))
        elif element.is_undefined_length:
            print("E", path, vr, fragments(value), "-")
        elif isinstance(raw, RawDataElement):
            value = little_endian(value or b"", vr, raw.is_little_endian)
            print("E", path, vr, len(value), hashlib.sha256(value).hexdigest())
        else:  # decoded while it was read: the bytes are gone
            print("E", path, vr, "-", "-")


for line in sys.stdin:
    path = line.rstrip("\n")
    print("F", path)
    try:
        list_elements(pydicom.dcmread(path, force=True))
    except Exception as error:  # pydicom raises many kinds for broken files
        print("X", type(error).__name__, str(error).replace("\n", " "))
