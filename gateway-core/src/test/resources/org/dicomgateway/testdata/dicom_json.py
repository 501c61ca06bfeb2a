"""Prints DICOM files as DICOM JSON, as pydicom makes it.

Reads paths from standard input, one a line. Prints for each file its path after "F ", then one line
of JSON; binary values over 1 KiB as a BulkDataURI "length digest", digest the SHA-256 of the value.
"X reason" stands for a file that pydicom cannot print.

Elements that came as UN stay UN: guessing what they are is switched off.
"""
import hashlib
import json
import sys
import warnings

import pydicom

BASE64_OF_A_KIBIBYTE = 1368

warnings.simplefilter("ignore")
pydicom.config.replace_un_with_known_vr = False


def digest(element):
    return "%d %s" % (len(element.value), hashlib.sha256(element.value).hexdigest())


for line in sys.stdin:
    path = line.rstrip("\n")
    print("F", path)
    try:
        data_set = pydicom.dcmread(path, force=True)
        print(json.dumps(data_set.to_json_dict(BASE64_OF_A_KIBIBYTE, digest)))
    except Exception as error:  # pydicom raises many kinds for broken files
        print("X", type(error).__name__, str(error).replace("\n", " "))
