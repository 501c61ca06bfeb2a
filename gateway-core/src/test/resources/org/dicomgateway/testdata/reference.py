"""Decodes the first frame of DICOM files for the hub's to be held against.

By DCMTK, GDCM, OpenJPEG (apart from OHIF's decoder of HTJ2K, which is OpenJPH) and pydicom.

Reads paths from standard input, one a line. Prints for each its path after "F " and then the path
of a new file in explicit VR little endian, monochrome or RGB, in a folder of its own.
"""
import os
import subprocess
import sys
import tempfile
import warnings

import numpy as np
import pydicom
from pydicom.encaps import generate_pixel_data_frame
from pydicom.pixel_data_handlers.util import apply_color_lut, convert_color_space

JPEG = ["1.2.840.10008.1.2.4.%d" % n for n in (50, 51, 53, 55, 57, 70)]
JPEG_LS = ["1.2.840.10008.1.2.4.%d" % n for n in (80, 81)]
JPEG_2000 = ["1.2.840.10008.1.2.4.%d" % n for n in (90, 91)]
HTJ2K = ["1.2.840.10008.1.2.4.%d" % n for n in (201, 202, 203)]

warnings.simplefilter("ignore")
folder = tempfile.mkdtemp(prefix="reference")


def native(path, target):
    """The file in a native transfer syntax, by a toolkit if pydicom has no decoder of its own."""
    syntax = pydicom.dcmread(path, stop_before_pixels=True).file_meta.TransferSyntaxUID
    if syntax in JPEG:
        subprocess.run(["dcmdjpeg", path, target], check=True, capture_output=True)
    elif syntax in JPEG_LS:
        subprocess.run(["dcmdjpls", path, target], check=True, capture_output=True)
    elif syntax in JPEG_2000:
        subprocess.run(["gdcmconv", "--raw", path, target], check=True, capture_output=True)
    else:
        return path
    return target


def frames(data_set):
    return int(data_set.get("NumberOfFrames", 1) or 1)


def openjpeg(data_set, target):
    """The first frame of HTJ2K, which DCMTK and GDCM do not decode, plane by plane as it comes."""
    code, planes = target + ".j2k", target + ".rawl"
    with open(code, "wb") as file:
        file.write(next(generate_pixel_data_frame(data_set.PixelData, frames(data_set))))
    subprocess.run(["opj_decompress", "-i", code, "-o", planes], check=True, capture_output=True)
    kind = "<%s%d" % ("ui"[data_set.PixelRepresentation], data_set.BitsAllocated // 8)
    shape = (data_set.SamplesPerPixel, data_set.Rows, data_set.Columns)
    return np.fromfile(planes, kind).reshape(shape).transpose(1, 2, 0)


def decoded(path, target):
    data_set = pydicom.dcmread(native(path, target))
    if data_set.file_meta.TransferSyntaxUID in HTJ2K:
        pixels = openjpeg(data_set, target)
    else:
        pixels = data_set.pixel_array
        pixels = pixels[0] if frames(data_set) > 1 else pixels
    meaning = data_set.PhotometricInterpretation
    if meaning == "PALETTE COLOR":
        pixels = apply_color_lut(pixels, data_set)
        pixels = (pixels >> 8).astype(np.uint8) if pixels.dtype == np.uint16 else pixels
        meaning = "RGB"
    elif meaning.startswith("YBR_FULL"):
        pixels = convert_color_space(pixels, "YBR_FULL", "RGB")
        meaning = "RGB"
    elif meaning.startswith("YBR"):
        meaning = "RGB"
    return data_set, pixels, meaning


def write(path, target):
    data_set, pixels, meaning = decoded(path, target)
    for group in list(data_set.group_dataset(0x0028).keys()):
        if group.element >= 0x1100 and group.element < 0x1300:
            del data_set[group]
    data_set.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1"
    data_set.is_little_endian, data_set.is_implicit_VR = True, False
    data_set.PhotometricInterpretation = meaning
    if meaning == "RGB":
        data_set.SamplesPerPixel, data_set.PlanarConfiguration = 3, 0
        data_set.BitsAllocated = data_set.BitsStored = 8
        data_set.HighBit, data_set.PixelRepresentation = 7, 0
    if "NumberOfFrames" in data_set:
        data_set.NumberOfFrames = 1
    for sequence in ("PerFrameFunctionalGroupsSequence",):
        if sequence in data_set:
            data_set[sequence].value = data_set[sequence].value[:1]
    data_set.PixelData = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    data_set["PixelData"].VR = "OW"
    data_set["PixelData"].is_undefined_length = False
    data_set.save_as(target, write_like_original=False)


for number, line in enumerate(sys.stdin):
    path = line.rstrip("\n")
    target = os.path.join(folder, "%d.dcm" % number)
    print("F", path)
    try:
        write(path, target)
        print(target)
    except Exception as error:
        print("X", type(error).__name__, str(error).replace("\n", " "))
