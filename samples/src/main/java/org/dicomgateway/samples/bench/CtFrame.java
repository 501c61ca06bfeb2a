package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.dicomgateway.codec.jpegls.FrameShape;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;

/** The pixels of a CT image, in the bits that are stored. */
record CtFrame(FrameShape shape, short[] samples) {
  static CtFrame read(Path file) throws IOException {
    Attributes image = Part10.read(file, ReadOptions.IN_MEMORY).dataSet();
    FrameShape shape =
        new FrameShape(
            number(image, Tag.Columns), number(image, Tag.Rows), 1, number(image, Tag.BitsStored));
    short[] samples = new short[shape.samples()];
    ByteBuffer.wrap(image.bytes(Tag.PixelData).orElseThrow())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    int mask = (1 << shape.precision()) - 1;
    for (int i = 0; i < samples.length; i++) {
      samples[i] &= (short) mask;
    }
    return new CtFrame(shape, samples);
  }

  private static int number(Attributes image, int tag) {
    return image.integer(tag).orElseThrow();
  }

  /** Of two bytes a sample, as they are allocated. */
  long bytes() {
    return 2L * samples.length;
  }
}
