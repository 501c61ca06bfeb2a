"""Lists the frames of DICOM files as pydicom finds them.

Reads paths from standard input, one a line. Prints for each file its path after "F ", then a line
"E length digest" per frame, digest the SHA-256 of the frame's bytes as they lie in the file.
"X reason" follows where frames could not be found.
"""
import hashlib
import sys
import warnings

import pydicom
from pydicom.encaps import generate_pixel_data_frame
from pydicom.pixel_data_handlers.util import get_expected_length

PIXELS = [0x7FE00010, 0x7FE00008, 0x7FE00009]

warnings.simplefilter("ignore")


def native(data_set, pixels, frames):
    length = get_expected_length(data_set) // frames
    for start in range(0, frames * length, length):
        yield pixels[start:start + length]


def frames_of(data_set):
    present = [tag for tag in PIXELS if tag in data_set]
    if not present or "Rows" not in data_set:
        return []
    frames = int(data_set.get("NumberOfFrames", 1) or 1)
    element = data_set[present[0]]
    if element.is_undefined_length:
        return generate_pixel_data_frame(element.value, frames)
    return native(data_set, element.value, frames)


for line in sys.stdin:
    path = line.rstrip("\n")
    print("F", path)
    try:
        for frame in frames_of(pydicom.dcmread(path, force=True)):
            print("E", len(frame), hashlib.sha256(frame).hexdigest())
    except Exception as error:  # pydicom raises many kinds for broken files
        print("X", type(error).__name__, str(error).replace("\n", " "))
