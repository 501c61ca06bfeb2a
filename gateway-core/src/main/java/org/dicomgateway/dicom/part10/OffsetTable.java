package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.Value;

/** The tables that say at which fragments frames begin: Extended and Basic (PS3.5 §A.4). */
final class OffsetTable {
  private static final int ITEM_HEADER = 8;
  private static final int BASIC_ENTRY = 4;
  private static final int EXTENDED_ENTRY = 8;

  private OffsetTable() {}

  /**
   * Index of each frame's first fragment. A table that contradicts the fragments or the number of
   * frames counts as none. Frames that begin behind the last fragment are left out, but a table of
   * which only the first entry fits, as it always does, says nothing.
   */
  static Optional<List<Integer>> starts(
      Attributes image, Value.Fragments pixelData, int frames, BulkDataSource source)
      throws IOException {
    List<ByteRange> fragments = pixelData.fragments();
    Optional<Element> table = image.element(Tag.ExtendedOffsetTable);
    if (table.isPresent()) {
      byte[] bytes = entries(table.get().value(), EXTENDED_ENTRY, frames, fragments, source);
      Optional<List<Integer>> starts = starts(bytes, EXTENDED_ENTRY, fragments, frames);
      if (starts.isPresent()) {
        return starts;
      }
    }
    Value basic = new Value.BulkData(pixelData.basicOffsetTable(), false);
    byte[] bytes = entries(basic, BASIC_ENTRY, frames, fragments, source);
    return starts(bytes, BASIC_ENTRY, fragments, frames);
  }

  /**
   * The table's bytes if it has an entry for each frame, else none. Entries that there are no
   * fragments for are left out: this bounds what is read, whatever the image claims.
   */
  private static byte[] entries(
      Value table, int entryLength, int frames, List<ByteRange> fragments, BulkDataSource source)
      throws IOException {
    long length = (long) frames * entryLength;
    int present = Math.min(frames, fragments.size()) * entryLength;
    return switch (table) {
      case Value.Bytes(byte[] bytes) when bytes.length == length -> Arrays.copyOf(bytes, present);
      case Value.BulkData(ByteRange range, boolean _) when range.length() == length ->
          source.bytes(new ByteRange(range.offset(), present));
      default -> new byte[0];
    };
  }

  private static Optional<List<Integer>> starts(
      byte[] table, int entryLength, List<ByteRange> fragments, int frames) {
    ByteBuffer entries = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    long first = fragments.getFirst().offset() - ITEM_HEADER;
    List<Integer> starts = new ArrayList<>();
    int fragment = 0;
    while (entries.hasRemaining()) {
      long offset =
          entryLength == BASIC_ENTRY ? Integer.toUnsignedLong(entries.getInt()) : entries.getLong();
      while (fragment < fragments.size() && itemOffset(fragments, fragment, first) < offset) {
        fragment++;
      }
      if (fragment == fragments.size()) {
        break;
      }
      boolean repeated = !starts.isEmpty() && starts.getLast() == fragment;
      if (itemOffset(fragments, fragment, first) != offset || repeated) {
        return Optional.empty();
      }
      starts.add(fragment);
    }
    boolean fits = !starts.isEmpty() && starts.getFirst() == 0;
    return fits && (starts.size() > 1 || frames == 1) ? Optional.of(starts) : Optional.empty();
  }

  private static long itemOffset(List<ByteRange> fragments, int index, long first) {
    return fragments.get(index).offset() - ITEM_HEADER - first;
  }
}
