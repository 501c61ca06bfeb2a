package org.dicomgateway.codec.jpeg;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes sequential JPEG with Huffman coding (T.81 Annex F, processes 1, 2 and 4) of one component
 * and 8 or 12 bits. The whole image is in memory.
 */
public final class ExtendedJpegDecoder {
  private static final int BLOCK = 8;
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private final JpegHeader header;
  private final EntropyBits bits;
  private final InverseCosine inverseCosine = new InverseCosine();
  private final double[] block = new double[BLOCK * BLOCK];
  private final short[] samples;
  private int prediction;

  private ExtendedJpegDecoder(byte[] stream) throws IOException {
    header = JpegHeader.read(stream);
    bits = new EntropyBits(stream, header.scanStart);
    samples = new short[header.rows * header.columns];
  }

  /**
   * Decodes one image.
   *
   * @throws IOException if it is damaged, or coded in another way
   */
  public static GrayImage decode(byte[] stream) throws IOException {
    ExtendedJpegDecoder decoder = new ExtendedJpegDecoder(stream);
    decoder.scan();
    JpegHeader header = decoder.header;
    return new GrayImage(header.columns, header.rows, header.precision, decoder.samples);
  }

  private void scan() throws IOException {
    int blocksAcross = Math.ceilDiv(header.columns, BLOCK);
    int blocks = blocksAcross * Math.ceilDiv(header.rows, BLOCK);
    for (int i = 0; i < blocks; i++) {
      if (header.restartInterval > 0 && i > 0 && i % header.restartInterval == 0) {
        bits.restart();
        prediction = 0;
      }
      coefficients();
      inverseCosine.transform(block);
      store(i % blocksAcross * BLOCK, i / blocksAcross * BLOCK);
    }
  }

  /** T.81 §F.2.2.1 and §F.2.2.2. */
  private void coefficients() throws IOException {
    Arrays.fill(block, 0);
    prediction += bits.signed(header.direct.decode(bits));
    block[0] = (double) prediction * header.quantization[0];
    for (int k = 1; k < block.length; k++) {
      int runAndSize = header.alternating.decode(bits);
      int run = runAndSize >> 4;
      int size = runAndSize & 15;
      if (size == 0) {
        if (run < 15) {
          return;
        }
        k += 15;
        continue;
      }
      k += run;
      if (k >= block.length) {
        throw new IOException("JPEG: block with too many coefficients");
      }
      block[ZIGZAG[k]] = (double) bits.signed(size) * header.quantization[k];
    }
  }

  private void store(int left, int top) {
    int middle = 1 << (header.precision - 1);
    int largest = (1 << header.precision) - 1;
    int right = Math.min(left + BLOCK, header.columns);
    int bottom = Math.min(top + BLOCK, header.rows);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        long sample = Math.round(block[(y - top) * BLOCK + x - left]) + middle;
        samples[y * header.columns + x] = (short) Math.clamp(sample, 0, largest);
      }
    }
  }
}
