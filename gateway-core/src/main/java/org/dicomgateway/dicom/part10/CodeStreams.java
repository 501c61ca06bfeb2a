package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;

/** Finds frames by the bytes that compressed images begin with, where no table says. */
final class CodeStreams {
  private static final List<byte[]> BEGINNINGS =
      List.of(
          hex("FFD8FF"), // JPEG, JPEG-LS: SOI and the marker behind it
          hex("FF4FFF51"), // JPEG 2000: SOC, SIZ
          hex("0000000C6A502020"), // JPEG 2000 in its file format
          hex("FF0A"), // JPEG XL
          hex("0000000C4A584C20")); // JPEG XL in its container

  private static final int LONGEST = 8;

  private CodeStreams() {}

  /** Index of each frame's first fragment; none if the beginnings found are not one per frame. */
  static List<Integer> starts(List<ByteRange> fragments, int frames, BulkDataSource source)
      throws IOException {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      ByteRange fragment = fragments.get(i);
      long length = Math.min(fragment.length(), LONGEST);
      if (begins(source.bytes(new ByteRange(fragment.offset(), length)))) {
        starts.add(i);
      }
    }
    return starts.size() == frames && starts.getFirst() == 0 ? starts : List.of();
  }

  private static boolean begins(byte[] bytes) {
    return BEGINNINGS.stream()
        .anyMatch(
            beginning ->
                bytes.length >= beginning.length
                    && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
