package org.dicomgateway.codec.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** Everything that stands before the one scan of an image of one component (T.81 Annex B). */
final class JpegHeader {
  private static final int START_OF_FRAME_BASELINE = 0xC0;
  private static final int START_OF_FRAME_EXTENDED = 0xC1;
  private static final int DEFINE_HUFFMAN_TABLES = 0xC4;
  private static final int START_OF_SCAN = 0xDA;
  private static final int DEFINE_QUANTIZATION_TABLES = 0xDB;
  private static final int DEFINE_RESTART_INTERVAL = 0xDD;

  int precision;
  int rows;
  int columns;
  int restartInterval;
  int scanStart;
  int[] quantization;
  HuffmanTable direct;
  HuffmanTable alternating;

  private final byte[] stream;
  private final int[][] quantizations = new int[4][];
  private final HuffmanTable[] directTables = new HuffmanTable[4];
  private final HuffmanTable[] alternatingTables = new HuffmanTable[4];
  private int quantizationSelector;
  private int position = 2;

  private JpegHeader(byte[] stream) {
    this.stream = stream;
  }

  static JpegHeader read(byte[] stream) throws IOException {
    JpegHeader header = new JpegHeader(stream);
    try {
      header.read();
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("JPEG: the header ends early or is damaged", e);
    }
    return header;
  }

  private void read() throws IOException {
    if (octet(0) != 0xFF || octet(1) != 0xD8) {
      throw new IOException("JPEG: no start of image");
    }
    while (scanStart == 0) {
      if (octet(position) != 0xFF) {
        throw new IOException("JPEG: no marker at byte " + position);
      }
      int marker = octet(position + 1);
      if (marker == 0xFF) {
        position++;
        continue;
      }
      int end = position + 2 + word(position + 2);
      segment(marker, position + 4, end);
      position = end;
    }
    if (columns == 0 || quantization == null || direct == null || alternating == null) {
      throw new IOException("JPEG: frame header or tables are missing before the scan");
    }
    refuseMorePixelsThanBitsAllow();
  }

  /** A block of 64 pixels takes two bits at least, so that a short stream cannot ask for much. */
  private void refuseMorePixelsThanBitsAllow() throws IOException {
    if ((long) rows * columns / 64 > stream.length * 8L / 2) {
      throw new IOException(
          "JPEG: %d by %d pixels in %d bytes".formatted(columns, rows, stream.length));
    }
  }

  private void segment(int marker, int start, int end) throws IOException {
    switch (marker) {
      case START_OF_FRAME_BASELINE, START_OF_FRAME_EXTENDED -> frame(start);
      case DEFINE_HUFFMAN_TABLES -> huffmanTables(start, end);
      case DEFINE_QUANTIZATION_TABLES -> quantizationTables(start, end);
      case DEFINE_RESTART_INTERVAL -> restartInterval = word(start);
      case START_OF_SCAN -> scan(start, end);
      case 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
          throw new IOException("JPEG: process %02X is not sequential Huffman".formatted(marker));
      default -> {}
    }
  }

  private void frame(int start) throws IOException {
    precision = octet(start);
    rows = word(start + 1);
    columns = word(start + 3);
    if (octet(start + 5) != 1) {
      throw new IOException("JPEG: %d components, only one is decoded".formatted(octet(start + 5)));
    }
    quantizationSelector = octet(start + 8);
  }

  private void huffmanTables(int start, int end) {
    int at = start;
    while (at < end) {
      int selector = octet(at++);
      int[] counts = new int[16];
      int sum = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = octet(at++);
        sum += counts[i];
      }
      byte[] values = Arrays.copyOfRange(stream, at, at + sum);
      at += sum;
      HuffmanTable[] tables = selector >> 4 == 0 ? directTables : alternatingTables;
      tables[selector & 15] = new HuffmanTable(counts, values);
    }
  }

  private void quantizationTables(int start, int end) {
    int at = start;
    while (at < end) {
      int selector = octet(at++);
      int width = selector >> 4 == 0 ? 1 : 2;
      int[] table = new int[64];
      for (int i = 0; i < table.length; i++, at += width) {
        table[i] = width == 1 ? octet(at) : word(at);
      }
      quantizations[selector & 15] = table;
    }
  }

  private void scan(int start, int end) {
    int tables = octet(start + 2);
    direct = directTables[tables >> 4];
    alternating = alternatingTables[tables & 15];
    quantization = quantizations[quantizationSelector];
    scanStart = end;
  }

  private int octet(int at) {
    return stream[at] & 0xFF;
  }

  private int word(int at) {
    return octet(at) << 8 | octet(at + 1);
  }
}
