package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTableTest {
  private static final int PIXELS_AT = 1000;
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
  private static final byte[] REST = {1, 2, 3, 4};

  /** The file's bytes from {@link #PIXELS_AT} on. */
  private final ByteBuffer file = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);

  private final List<ByteRange> items = new ArrayList<>();

  private final BulkDataSource source =
      range ->
          new ByteArrayInputStream(
              Arrays.copyOfRange(
                  file.array(), (int) range.offset() - PIXELS_AT, (int) range.end() - PIXELS_AT));

  private static Attributes image(int rows, int columns, int bitsAllocated) {
    return new Attributes()
        .setInt(Tag.Rows, VR.US, rows)
        .setInt(Tag.Columns, VR.US, columns)
        .setInt(Tag.BitsAllocated, VR.US, bitsAllocated);
  }

  private static Attributes frames(Attributes image, String numberOfFrames) {
    return image.setString(Tag.NumberOfFrames, VR.IS, numberOfFrames);
  }

  private FrameTable nativeFrames(Attributes image, long length) throws IOException {
    return nativeFrames(image, Tag.PixelData, length);
  }

  private FrameTable nativeFrames(Attributes image, int tag, long length) throws IOException {
    Value value = new Value.BulkData(new ByteRange(PIXELS_AT, length), false);
    return table(image.put(new Element(tag, VR.OW, value)), UID.ExplicitVRLittleEndian);
  }

  private FrameTable encapsulated(Attributes image) throws IOException {
    Value value = new Value.Fragments(items.getFirst(), items.subList(1, items.size()));
    return table(image.put(new Element(Tag.PixelData, VR.OB, value)), UID.JPEGBaseline8Bit);
  }

  private FrameTable table(Attributes image, String syntax) throws IOException {
    return FrameTable.of(new Part10(new Attributes(), TransferSyntax.of(syntax), 0, image), source);
  }

  private ByteRange item(byte[] bytes) {
    file.putInt(0xE000FFFE).putInt(bytes.length);
    ByteRange range = new ByteRange(PIXELS_AT + file.position(), bytes.length);
    file.put(bytes);
    items.add(range);
    return range;
  }

  private void basicOffsetTable(int... offsets) {
    ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(offsets).forEach(table::putInt);
    item(table.array());
  }

  @SafeVarargs
  private static FrameTable table(List<ByteRange>... frames) {
    return new FrameTable.Encapsulated(List.of(frames));
  }

  @Test
  void countsNativeFramesByTheirLength() throws IOException {
    FrameTable table = nativeFrames(frames(image(4, 5, 16), "3"), 120);
    assertThat(table).isEqualTo(new FrameTable.Native(PIXELS_AT, 40, 3));
    assertThat(table.range(3)).isEqualTo(new ByteRange(PIXELS_AT + 80, 40));
    assertThatThrownBy(() -> table.range(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.range(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void leavesOutNativeFramesThatAreNotThereToTheirEnd() throws IOException {
    assertThat(nativeFrames(frames(image(4, 5, 16), "3"), 119).frameCount()).isEqualTo(2);
    assertThat(nativeFrames(frames(image(4, 5, 16), "3"), 39)).isEqualTo(FrameTable.NONE);
  }

  @Test
  void takesAsManyFramesAsThereAreIfTheirNumberIsNoNumber() throws IOException {
    assertThat(nativeFrames(frames(image(4, 5, 16), "1A"), 120).frameCount()).isEqualTo(3);
    assertThat(nativeFrames(image(4, 5, 16), 120).frameCount()).isEqualTo(1);
    assertThat(nativeFrames(frames(image(4, 5, 16), "0"), 120).frameCount()).isEqualTo(1);
  }

  @Test
  void countsTwoSamplesAPixelWhereColourIsShared() throws IOException {
    Attributes image =
        image(4, 5, 8)
            .setInt(Tag.SamplesPerPixel, VR.US, 3)
            .setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
    assertThat(nativeFrames(image, 40)).isEqualTo(new FrameTable.Native(PIXELS_AT, 40, 1));
    assertThat(nativeFrames(image, 60)).isEqualTo(new FrameTable.Native(PIXELS_AT, 60, 1));
  }

  @Test
  void hasFramesOfSingleBitsOnlyIfTheyFillBytes() throws IOException {
    assertThat(nativeFrames(frames(image(4, 4, 1), "3"), 6))
        .isEqualTo(new FrameTable.Native(PIXELS_AT, 2, 3));
    assertThat(nativeFrames(frames(image(3, 3, 1), "3"), 4)).isEqualTo(FrameTable.NONE);
    assertThat(nativeFrames(image(3, 3, 1), 2)).isEqualTo(new FrameTable.Native(PIXELS_AT, 2, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {Tag.FloatPixelData, Tag.DoubleFloatPixelData})
  void findsFramesOfOtherPixels(int tag) throws IOException {
    assertThat(nativeFrames(image(2, 2, 32), tag, 16))
        .isEqualTo(new FrameTable.Native(PIXELS_AT, 16, 1));
  }

  @Test
  void hasNoFramesWithoutPixelsOrTheirSize() throws IOException {
    assertThat(table(image(2, 2, 8), UID.ExplicitVRLittleEndian)).isEqualTo(FrameTable.NONE);
    assertThat(nativeFrames(new Attributes(), 16)).isEqualTo(FrameTable.NONE);
  }

  @Test
  void isNotFooledByImpossiblyLargeImages() throws IOException {
    Attributes image =
        frames(image(65_535, 65_535, 65_535), "2147483647")
            .setInt(Tag.SamplesPerPixel, VR.US, 65_535);
    assertThat(nativeFrames(image, 10_000)).isEqualTo(FrameTable.NONE);
  }

  @Test
  void givesTheOnlyFrameAllFragments() throws IOException {
    basicOffsetTable();
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    FrameTable table = encapsulated(image(8, 8, 8));
    assertThat(table).isEqualTo(table(List.of(first, second)));
    assertThat(table.range(1))
        .isEqualTo(new ByteRange(first.offset(), second.end() - first.offset()));
  }

  @Test
  void givesEachFrameAFragmentIfThereAreAsMany() throws IOException {
    basicOffsetTable();
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    assertThat(encapsulated(frames(image(8, 8, 8), "2")))
        .isEqualTo(table(List.of(first), List.of(second)));
  }

  @Test
  void leavesOutFramesWithoutFragments() throws IOException {
    basicOffsetTable(0, 12, 24);
    ByteRange first = item(JPEG);
    ByteRange second = item(JPEG);
    assertThat(encapsulated(frames(image(8, 8, 8), "3")))
        .isEqualTo(table(List.of(first), List.of(second)));
  }

  @Test
  void dividesFragmentsByTheBasicOffsetTable() throws IOException {
    basicOffsetTable(0, 24);
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    ByteRange third = item(JPEG);
    assertThat(encapsulated(frames(image(8, 8, 8), "2")))
        .isEqualTo(table(List.of(first, second), List.of(third)));
  }

  @Test
  void keepsTheFramesOfATableThatAreThere() throws IOException {
    basicOffsetTable(0, 24, 36, 60);
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    ByteRange third = item(JPEG);
    assertThat(encapsulated(frames(image(8, 8, 8), "4")))
        .isEqualTo(table(List.of(first, second), List.of(third)));
  }

  @Test
  void prefersTheExtendedOffsetTable() throws IOException {
    basicOffsetTable(0, 24);
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    ByteRange third = item(REST);
    byte[] table = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(8, 12).array();
    Attributes image = frames(image(8, 8, 8), "2").setBytes(Tag.ExtendedOffsetTable, VR.OV, table);
    assertThat(encapsulated(image)).isEqualTo(table(List.of(first), List.of(second, third)));
  }

  @Test
  void findsTheBeginningsOfImagesWithoutATable() throws IOException {
    basicOffsetTable();
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    ByteRange third = item(JPEG);
    assertThat(encapsulated(frames(image(8, 8, 8), "2")))
        .isEqualTo(table(List.of(first, second), List.of(third)));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 36, -12, 0})
  void looksForImagesIfTheTableIsWrong(int wrongOffset) throws IOException {
    basicOffsetTable(0, wrongOffset);
    ByteRange first = item(JPEG);
    ByteRange second = item(REST);
    ByteRange third = item(JPEG);
    assertThat(encapsulated(frames(image(8, 8, 8), "2")))
        .isEqualTo(table(List.of(first, second), List.of(third)));
  }

  @Test
  void hasNoFramesIfFragmentsCannotBeDivided() throws IOException {
    basicOffsetTable();
    item(REST);
    item(REST);
    item(REST);
    assertThat(encapsulated(frames(image(8, 8, 8), "2"))).isEqualTo(FrameTable.NONE);
  }

  @Test
  void takesVideoForOneFrame() throws IOException {
    basicOffsetTable();
    ByteRange first = item(REST);
    ByteRange second = item(REST);
    Value value = new Value.Fragments(items.getFirst(), items.subList(1, 3));
    Attributes image = frames(image(8, 8, 8), "300").put(new Element(Tag.PixelData, VR.OB, value));
    assertThat(table(image, UID.MPEG4HP41)).isEqualTo(table(List.of(first, second)));
  }
}
