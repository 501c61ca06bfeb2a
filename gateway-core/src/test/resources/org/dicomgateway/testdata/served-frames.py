"""Lists the frames of DICOM files as the hub has to hand them out, made with pydicom and numpy.

Reads paths from standard input, one a line. Prints for each file its path after "F ", then a line
"E length digest" per frame. Compressed frames are code streams as they lie in the file, native ones
are little endian; native YBR_FULL_422 is RGB, and single bits begin at a byte. "T" instead stands
for a frame that is decoded with a tolerance, which is not compared here. "X reason" follows where
pydicom found no frames.
"""
import hashlib
import sys
import warnings
import zlib

import numpy as np
import pydicom
from pydicom.encaps import generate_pixel_data_frame
from pydicom.pixel_data_handlers.util import get_expected_length

PIXELS = {0x7FE00010: 2, 0x7FE00008: 4, 0x7FE00009: 8}
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
JPEG_EXTENDED = "1.2.840.10008.1.2.4.51"

warnings.simplefilter("ignore")


def rgb(frame):
    samples = np.frombuffer(frame, np.uint8).reshape(-1, 4).astype(float)
    cb, cr = samples[:, 2] - 128, samples[:, 3] - 128
    pixels = []
    for y in (samples[:, 0], samples[:, 1]):
        red = y + 1.402 * cr
        green = y - 0.344136 * cb - 0.714136 * cr
        blue = y + 1.772 * cb
        pixels.append(np.stack([red, green, blue], axis=1))
    both = np.stack(pixels, axis=1)
    return np.clip(np.floor(both + 0.5), 0, 255).astype(np.uint8).tobytes()


def bits(data_set, value, frames):
    each = data_set.Rows * data_set.Columns
    unpacked = np.unpackbits(np.frombuffer(value, np.uint8), bitorder="little")
    for frame in unpacked[: each * frames].reshape(frames, each):
        yield np.packbits(frame, bitorder="little").tobytes()


def native(data_set, tag, value, frames):
    element = data_set[tag]
    if not data_set.is_little_endian and element.VR != "OB":
        value = np.frombuffer(value, ">u%d" % PIXELS[tag]).astype("<u%d" % PIXELS[tag]).tobytes()
    if data_set.BitsAllocated == 1:
        yield from bits(data_set, value, frames)
        return
    length = get_expected_length(data_set) // frames
    subsampled = data_set.PhotometricInterpretation == "YBR_FULL_422"
    for start in range(0, frames * length, length):
        frame = value[start:start + length]
        yield rgb(frame) if subsampled else frame


def frames_of(data_set):
    present = [tag for tag in PIXELS if tag in data_set]
    if not present or "Rows" not in data_set:
        return
    frames = int(data_set.get("NumberOfFrames", 1) or 1)
    element = data_set[present[0]]
    syntax = data_set.file_meta.TransferSyntaxUID
    if not element.is_undefined_length:
        yield from native(data_set, present[0], element.value, frames)
        return
    for frame in generate_pixel_data_frame(element.value, frames):
        if syntax == DEFLATED_FRAMES:
            yield zlib.decompressobj(-15).decompress(frame)
        elif syntax == JPEG_EXTENDED and data_set.BitsStored > 8:
            yield None
        else:
            yield frame


for line in sys.stdin:
    path = line.rstrip("\n")
    print("F", path)
    try:
        for frame in frames_of(pydicom.dcmread(path, force=True)):
            if frame is None:
                print("T")
            else:
                print("E", len(frame), hashlib.sha256(frame).hexdigest())
    except Exception as error:  # pydicom raises many kinds for odd files
        print("X", type(error).__name__, str(error).replace("\n", " "))
