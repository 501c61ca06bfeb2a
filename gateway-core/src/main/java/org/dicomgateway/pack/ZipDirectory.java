package org.dicomgateway.pack;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The central directory of a ZIP file, found from the file's last bytes (APPNOTE 6.3 §4.3.12). */
record ZipDirectory(Map<String, ZipHeaders.Entry> entries) {

  /** Bytes at the end that are read first: room for the manifest of some hundred instances. */
  private static final int FIRST_READ = 128 * 1024;

  static ZipDirectory read(PackReader.Tail tail) throws IOException {
    try {
      ByteBuffer end = tail.last(Math.min(FIRST_READ, tail.fileLength()));
      int position = end.limit() - ZipHeaders.END_LENGTH;
      if (position < 0 || end.getInt(position) != ZipHeaders.END) {
        throw new IOException("no ZIP end record in the last bytes: not a pack, or cut off");
      }
      long length = Integer.toUnsignedLong(end.getInt(position + 12));
      long offset = Integer.toUnsignedLong(end.getInt(position + 16));
      int locator = position - ZipHeaders.ZIP64_LOCATOR_LENGTH;
      if (locator >= ZipHeaders.ZIP64_END_LENGTH
          && end.getInt(locator) == ZipHeaders.ZIP64_LOCATOR) {
        int zip64 = locator - ZipHeaders.ZIP64_END_LENGTH;
        length = end.getLong(zip64 + 40);
        offset = end.getLong(zip64 + 48);
      }
      if (offset < 0 || length < 0 || offset + length > tail.fileLength()) {
        throw new IOException("ZIP directory outside of the file: not a pack, or damaged");
      }
      ZipDirectory directory = new ZipDirectory(parse(tail.from(offset), length));
      directory.checkEntriesEndBefore(offset);
      return directory;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("ZIP directory ends early: not a pack, or damaged", e);
    }
  }

  private void checkEntriesEndBefore(long end) throws IOException {
    for (ZipHeaders.Entry entry : entries.values()) {
      if (entry.offset() < 0
          || entry.compressed() < 0
          || entry.offset() > end - ZipHeaders.LOCAL_HEADER_LENGTH
          || entry.compressed() > end - entry.offset() - ZipHeaders.LOCAL_HEADER_LENGTH) {
        throw new IOException("ZIP entry outside of the file: " + entry.name());
      }
    }
  }

  private static Map<String, ZipHeaders.Entry> parse(ByteBuffer bytes, long length)
      throws IOException {
    Map<String, ZipHeaders.Entry> entries = new LinkedHashMap<>();
    while (bytes.position() < length) {
      int start = bytes.position();
      if (bytes.getInt(start) != ZipHeaders.CENTRAL_HEADER) {
        throw new IOException("no ZIP directory entry where one should be");
      }
      byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(start + 28))];
      int extraLength = Short.toUnsignedInt(bytes.getShort(start + 30));
      int commentLength = Short.toUnsignedInt(bytes.getShort(start + 32));
      bytes.position(start + ZipHeaders.CENTRAL_HEADER_LENGTH).get(name);
      ByteBuffer extra = bytes.slice(bytes.position(), extraLength).order(ByteOrder.LITTLE_ENDIAN);
      ZipHeaders.Entry entry =
          entry(bytes, start, new String(name, StandardCharsets.UTF_8), zip64(extra));
      entries.put(entry.name(), entry);
      bytes.position(bytes.position() + extraLength + commentLength);
    }
    return entries;
  }

  private static ZipHeaders.Entry entry(
      ByteBuffer bytes, int start, String name, ByteBuffer zip64) {
    long size = large(Integer.toUnsignedLong(bytes.getInt(start + 24)), zip64);
    long compressed = large(Integer.toUnsignedLong(bytes.getInt(start + 20)), zip64);
    long offset = large(Integer.toUnsignedLong(bytes.getInt(start + 42)), zip64);
    return new ZipHeaders.Entry(
        name, bytes.getShort(start + 10), bytes.getInt(start + 16), compressed, size, offset);
  }

  private static long large(long value, ByteBuffer zip64) {
    return value == ZipHeaders.LIMIT_32 ? zip64.getLong() : value;
  }

  /** The ZIP64 field among the extra fields, empty if there is none. */
  private static ByteBuffer zip64(ByteBuffer extra) {
    while (extra.remaining() >= 4) {
      int id = Short.toUnsignedInt(extra.getShort());
      int length = Short.toUnsignedInt(extra.getShort());
      if (id == ZipHeaders.ZIP64_FIELD) {
        return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      }
      extra.position(extra.position() + length);
    }
    return ByteBuffer.allocate(0);
  }
}
