package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;

/** Palette colour lookup tables (PS3.3 §C.7.6.3.1.5). */
final class PaletteColour {
  private record Table(int descriptor, int data, int segmented) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              Tag.RedPaletteColorLookupTableDescriptor,
              Tag.RedPaletteColorLookupTableData,
              Tag.SegmentedRedPaletteColorLookupTableData),
          new Table(
              Tag.GreenPaletteColorLookupTableDescriptor,
              Tag.GreenPaletteColorLookupTableData,
              Tag.SegmentedGreenPaletteColorLookupTableData),
          new Table(
              Tag.BluePaletteColorLookupTableDescriptor,
              Tag.BluePaletteColorLookupTableData,
              Tag.SegmentedBluePaletteColorLookupTableData));

  private PaletteColour() {}

  /** Puts plain tables in the place of segmented ones; damaged ones stay as they are. */
  static void expandSegments(InstanceMetadata metadata, ByteSource source) throws IOException {
    for (Table table : TABLES) {
      Optional<byte[]> segments = metadata.binary(table.segmented(), source);
      List<Integer> descriptor = metadata.integers(table.descriptor());
      if (segments.isEmpty() || descriptor.size() < 3) {
        continue;
      }
      try {
        byte[] entries =
            SegmentedPalette.expand(segments.get(), entryCount(descriptor), descriptor.get(2));
        metadata.setBytes(table.data(), VR.OW, entries);
        metadata.remove(table.segmented());
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
  }

  /** Zero stands for 65536, which 16 bits cannot say; signed values may have been negative. */
  static int entryCount(List<Integer> descriptor) {
    int count = descriptor.getFirst() & 0xFFFF;
    return count == 0 ? 1 << 16 : count;
  }
}
