package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;

class DataSetReaderTest {
  private static final EncodedBytes IMAGE =
      new EncodedBytes()
          .explicit(Tag.Modality, "CS", "CT")
          .explicitLong(Tag.EncapsulatedDocument, "OB", 6)
          .text("%PDF-1")
          .explicitLong(Tag.PixelData, "OW", 4)
          .zeros(4);

  private static Attributes read(long position, ReadOptions options) throws IOException {
    return DataSetReader.read(
        new ByteArrayInputStream(IMAGE.toBytes()),
        TransferSyntax.of(UID.ExplicitVRLittleEndian),
        position,
        options);
  }

  private static Value value(Attributes attributes, int tag) {
    return attributes.element(tag).orElseThrow().value();
  }

  @Test
  void leavesLongBinaryValuesInTheStream() throws IOException {
    Attributes read = read(1000, new ReadOptions(5, 0xFFFFFFFF));
    assertThat(value(read, Tag.EncapsulatedDocument))
        .isEqualTo(new Value.BulkData(new ByteRange(1022, 6), false));
    assertThat(value(read, Tag.Modality)).isInstanceOf(Value.Bytes.class);
    assertThat(value(read(1000, new ReadOptions(6, 0xFFFFFFFF)), Tag.EncapsulatedDocument))
        .isInstanceOf(Value.Bytes.class);
  }

  @Test
  void leavesPixelsInTheStreamHoweverFewSoThatTheirFramesAreFound() throws IOException {
    assertThat(value(read(1000, ReadOptions.WHOLE), Tag.PixelData))
        .isEqualTo(new Value.BulkData(new ByteRange(1040, 4), false));
  }

  @Test
  void takesEverythingIntoMemoryIfAsked() throws IOException {
    assertThat(value(read(0, ReadOptions.IN_MEMORY), Tag.PixelData))
        .isEqualTo(new Value.Bytes(new byte[4]));
  }

  @Test
  void stopsBeforeATag() throws IOException {
    Attributes read = read(0, new ReadOptions(1024, Tag.PixelData));
    assertThat(read.contains(Tag.EncapsulatedDocument)).isTrue();
    assertThat(read.contains(Tag.PixelData)).isFalse();
    assertThat(read(0, new ReadOptions(1024, Tag.PixelData + 1)).contains(Tag.PixelData)).isTrue();
  }

  @Test
  void readsAnEmptyDataSet() throws IOException {
    assertThat(new EncodedBytes().readExplicit().isEmpty()).isTrue();
  }
}
