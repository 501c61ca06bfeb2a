package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither depth nor size of a data set can exhaust a thread's stack or the heap. */
class DataSetReaderLimitsTest {
  private static final TransferSyntax EXPLICIT = TransferSyntax.of(UID.ExplicitVRLittleEndian);

  @Test
  void refusesSequencesNestedAHundredThousandDeep() throws IOException {
    DataSetReader.Reading reading =
        nested(100_000).readLeniently(UID.ExplicitVRLittleEndian, ReadOptions.WHOLE);
    assertThat(reading.damage().orElseThrow()).hasMessageContaining("nested more than 128 deep");
    assertThat(reading.attributes().string(Tag.Modality)).contains("SR");
  }

  @Test
  void readsSequencesNestedAsDeepAsAllowed() throws IOException {
    Attributes level = nested(DataSetReader.MAX_DEPTH).readExplicit();
    int depth = 0;
    while (!level.items(Tag.ContentSequence).isEmpty()) {
      level = level.items(Tag.ContentSequence).getFirst();
      depth++;
    }
    assertThat(depth).isEqualTo(DataSetReader.MAX_DEPTH);
    assertThat(nested(DataSetReader.MAX_DEPTH + 1).readLeniently(EXPLICIT.uid(), ReadOptions.WHOLE))
        .matches(reading -> reading.damage().isPresent());
  }

  private static EncodedBytes nested(int depth) {
    EncodedBytes bytes = new EncodedBytes().explicit(Tag.Modality, "CS", "SR");
    for (int i = 0; i < depth; i++) {
      bytes.explicitLong(Tag.ContentSequence, "SQ", EncodedBytes.UNDEFINED);
      bytes.item(EncodedBytes.UNDEFINED);
    }
    for (int i = 0; i < depth; i++) {
      bytes.endOfItem().endOfSequence();
    }
    return bytes;
  }

  @Test
  void refusesADataSetOfMoreElementsThanMemoryIsFor() {
    InputStream endless = repeated(new EncodedBytes().explicit(Tag.Modality, "CS", "").toBytes());
    assertThatThrownBy(() -> DataSetReader.read(endless, EXPLICIT, 0, ReadOptions.WHOLE))
        .isInstanceOf(DicomParseException.class)
        .hasMessageContaining("over 128 MiB of memory");
  }

  @Test
  void refusesPixelDataOfMoreFragmentsThanMemoryIsFor() {
    byte[] start =
        new EncodedBytes().explicitLong(Tag.PixelData, "OB", EncodedBytes.UNDEFINED).toBytes();
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(start), repeated(new EncodedBytes().item(0).toBytes()));
    assertThatThrownBy(() -> DataSetReader.read(endless, EXPLICIT, 0, ReadOptions.WHOLE))
        .isInstanceOf(DicomParseException.class)
        .hasMessageContaining("over 128 MiB of memory");
  }

  @Test
  void doesNotReadThePixelsOfALongClip(@TempDir Path folder) throws IOException {
    long pixels = 2L << 30;
    byte[] header = clipHeader(pixels);
    Path clip = folder.resolve("clip");
    try (RandomAccessFile file = new RandomAccessFile(clip.toFile(), "rw")) {
      file.write(header);
      file.setLength(header.length + pixels);
    }
    AtomicLong taken = new AtomicLong();
    try (InputStream stream = counting(Files.newInputStream(clip), taken)) {
      Attributes read = DataSetReader.read(stream, EXPLICIT, 0, ReadOptions.WHOLE);
      assertThat(read.element(Tag.PixelData).orElseThrow().value())
          .isEqualTo(new Value.BulkData(new ByteRange(header.length, pixels), false));
    }
    assertThat(taken).hasValueLessThan(100_000);
  }

  private static byte[] clipHeader(long pixels) {
    return new EncodedBytes()
        .explicit(Tag.Modality, "CS", "US")
        .explicitLong(Tag.PixelData, "OB", pixels)
        .toBytes();
  }

  private static InputStream counting(InputStream stream, AtomicLong taken) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        taken.addAndGet(count);
        return count;
      }
    };
  }

  private static InputStream repeated(byte[] bytes) {
    return new InputStream() {
      private long position;

      @Override
      public int read() {
        return bytes[(int) (position++ % bytes.length)] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
          target[offset + i] = (byte) read();
        }
        return length;
      }
    };
  }
}
