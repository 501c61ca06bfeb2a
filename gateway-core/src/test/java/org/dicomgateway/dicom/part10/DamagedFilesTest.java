package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.RandomDataSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, reading ends in a data set or a DicomParseException, in bounded memory. */
class DamagedFilesTest {
  private static final int FILES = 1_000;
  private static final int ALLOCATION_LIMIT = 4 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndian,
        UID.DeflatedExplicitVRLittleEndian,
        UID.JPEGBaseline8Bit
      })
  void survivesAnyDamage(String syntax) throws IOException {
    for (long seed = 1; seed <= FILES; seed++) {
      Random random = new Random(seed);
      byte[] file = damaged(file(random, syntax), random);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        readAll(file);
      } catch (DicomParseException expected) {
        assertThat(expected.position()).isNotNegative();
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed %d, %s".formatted(seed, syntax), e);
      }
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for %d bytes, seed %d", file.length, seed)
          .isLessThan(ALLOCATION_LIMIT);
    }
  }

  private static void readAll(byte[] file) throws IOException {
    Part10 part10 =
        Part10.readLeniently(new ByteArrayInputStream(file), ReadOptions.WHOLE).part10();
    decodeText(part10.dataSet());
    FrameTable frames = FrameTable.of(part10, source(file));
    for (int frame = 1; frame <= frames.frameCount(); frame++) {
      if (!part10.transferSyntax().deflated()) {
        assertThat(frames.range(frame).end()).isLessThanOrEqualTo(file.length);
      }
    }
  }

  private static void decodeText(Attributes attributes) {
    for (Element element : attributes) {
      attributes.strings(element.tag());
      attributes.items(element.tag()).forEach(DamagedFilesTest::decodeText);
    }
  }

  private static BulkDataSource source(byte[] file) {
    return range -> {
      int offset = Math.toIntExact(Math.min(range.offset(), file.length));
      return new ByteArrayInputStream(file, offset, file.length - offset);
    };
  }

  private static byte[] file(Random random, String syntax) throws IOException {
    Attributes dataSet =
        new RandomDataSet(random)
            .next()
            .setInt(Tag.Rows, VR.US, random.nextInt(8))
            .setInt(Tag.Columns, VR.US, random.nextInt(8))
            .setInt(Tag.BitsAllocated, VR.US, 8)
            .setString(Tag.NumberOfFrames, VR.IS, Integer.toString(random.nextInt(4)))
            .setBytes(Tag.PixelData, VR.OW, new byte[2 * random.nextInt(100)]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Part10.header(UID.CTImageStorage, "1.2.3", syntax));
    DataSetWriter.write(dataSet, TransferSyntax.of(syntax), out);
    return out.toByteArray();
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged =
        random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
    for (int i = damaged.length == 0 ? 0 : random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(damaged.length);
      damaged[at] = random.nextInt(3) == 0 ? -1 : (byte) random.nextInt();
    }
    return damaged;
  }
}
