package org.dicomgateway.hub.reading;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
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

  private final List<Integer> descriptor;
  private final List<byte[]> entries;

  private PaletteColour(List<Integer> descriptor, List<byte[]> entries) {
    this.descriptor = descriptor;
    this.entries = entries;
  }

  /**
   * Reads plain tables.
   *
   * @throws UnrenderableException if there are none
   */
  static PaletteColour of(InstanceMetadata metadata, ByteSource source) throws IOException {
    List<Integer> descriptor = metadata.integers(TABLES.getFirst().descriptor());
    List<byte[]> entries = new ArrayList<>();
    for (Table table : TABLES) {
      metadata.binary(table.data(), source).ifPresent(entries::add);
    }
    if (descriptor.size() < 3 || entries.size() < TABLES.size()) {
      throw new UnrenderableException("there are no palette colour lookup tables");
    }
    return new PaletteColour(descriptor, entries);
  }

  /** Draws samples, of which values outside the tables have the colour of the nearest entry. */
  BufferedImage draw(Raster samples, PixelModule pixels) {
    int last = entryCount(descriptor) - 1;
    int first = descriptor.get(1);
    BufferedImage image =
        new BufferedImage(samples.getWidth(), samples.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < samples.getHeight(); y++) {
      for (int x = 0; x < samples.getWidth(); x++) {
        int entry = Math.clamp(pixels.value(samples.getSample(x, y, 0)) - (long) first, 0, last);
        image.setRGB(x, y, entry(0, entry) << 16 | entry(1, entry) << 8 | entry(2, entry));
      }
    }
    return image;
  }

  /** Upper 8 bits of an entry; tables of 8 bits may also have an entry in each 16 bits. */
  private int entry(int colour, int index) {
    byte[] table = entries.get(colour);
    boolean wide = table.length >= 2 * entryCount(descriptor);
    int at = wide && descriptor.get(2) > 8 ? 2 * index + 1 : wide ? 2 * index : index;
    return at < table.length ? table[at] & 0xFF : 0;
  }

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
