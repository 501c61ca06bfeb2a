package org.dicomgateway.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** The headers of a ZIP file (APPNOTE 6.3 §4.3), ZIP64 fields only where a value needs them. */
final class ZipHeaders {
  static final int LOCAL_HEADER = 0x04034B50;
  static final int CENTRAL_HEADER = 0x02014B50;
  static final int ZIP64_END = 0x06064B50;
  static final int ZIP64_LOCATOR = 0x07064B50;
  static final int END = 0x06054B50;
  static final int END_LENGTH = 22;
  static final int ZIP64_LOCATOR_LENGTH = 20;
  static final int ZIP64_END_LENGTH = 56;
  static final int LOCAL_HEADER_LENGTH = 30;
  static final int CENTRAL_HEADER_LENGTH = 46;
  static final int ZIP64_FIELD = 1;
  static final long LIMIT_32 = 0xFFFFFFFFL;
  static final int LIMIT_16 = 0xFFFF;

  private static final int VERSION_ZIP = 20;
  private static final int VERSION_ZIP64 = 45;
  private static final int UTF_8_NAMES = 1 << 11;

  /**
   * One entry.
   *
   * @param method 0 stored, 8 deflated
   * @param offset of its local header in the file
   */
  record Entry(String name, int method, int crc32, long compressed, long size, long offset) {
    boolean hasLargeSize() {
      return size >= LIMIT_32 || compressed >= LIMIT_32;
    }
  }

  private ZipHeaders() {}

  static byte[] local(Entry entry, LocalDateTime time) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    int extra = entry.hasLargeSize() ? 4 + 16 : 0;
    ByteBuffer out = buffer(LOCAL_HEADER_LENGTH + name.length + extra);
    out.putInt(LOCAL_HEADER);
    putFacts(out, entry, time);
    out.putShort((short) name.length).putShort((short) extra).put(name);
    if (extra > 0) {
      out.putShort((short) ZIP64_FIELD).putShort((short) 16);
      out.putLong(entry.size()).putLong(entry.compressed());
    }
    return out.array();
  }

  static byte[] central(Entry entry, LocalDateTime time) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    boolean farOff = entry.offset() >= LIMIT_32;
    int longs = (entry.hasLargeSize() ? 2 : 0) + (farOff ? 1 : 0);
    int extra = longs == 0 ? 0 : 4 + 8 * longs;
    ByteBuffer out = buffer(CENTRAL_HEADER_LENGTH + name.length + extra);
    out.putInt(CENTRAL_HEADER).putShort((short) VERSION_ZIP64);
    putFacts(out, entry, time);
    out.putShort((short) name.length).putShort((short) extra);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    out.putInt((int) Math.min(entry.offset(), LIMIT_32)).put(name);
    if (longs > 0) {
      out.putShort((short) ZIP64_FIELD).putShort((short) (8 * longs));
      if (entry.hasLargeSize()) {
        out.putLong(entry.size()).putLong(entry.compressed());
      }
      if (farOff) {
        out.putLong(entry.offset());
      }
    }
    return out.array();
  }

  /** What a local and a central header have in common, from "version needed" to the sizes. */
  private static void putFacts(ByteBuffer out, Entry entry, LocalDateTime time) {
    boolean zip64 = entry.hasLargeSize() || entry.offset() >= LIMIT_32;
    out.putShort((short) (zip64 ? VERSION_ZIP64 : VERSION_ZIP));
    out.putShort((short) UTF_8_NAMES).putShort((short) entry.method());
    out.putShort((short) dosTime(time)).putShort((short) dosDate(time)).putInt(entry.crc32());
    out.putInt((int) (entry.hasLargeSize() ? LIMIT_32 : entry.compressed()));
    out.putInt((int) (entry.hasLargeSize() ? LIMIT_32 : entry.size()));
  }

  static byte[] end(long entries, long directoryOffset, long directoryLength) {
    boolean zip64 =
        entries >= LIMIT_16 || directoryOffset >= LIMIT_32 || directoryLength >= LIMIT_32;
    ByteBuffer out = buffer((zip64 ? ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH : 0) + END_LENGTH);
    if (zip64) {
      out.putInt(ZIP64_END).putLong(ZIP64_END_LENGTH - 12);
      out.putShort((short) VERSION_ZIP64).putShort((short) VERSION_ZIP64).putInt(0).putInt(0);
      out.putLong(entries).putLong(entries).putLong(directoryLength).putLong(directoryOffset);
      out.putInt(ZIP64_LOCATOR).putInt(0).putLong(directoryOffset + directoryLength).putInt(1);
    }
    short count = (short) Math.min(entries, LIMIT_16);
    out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    out.putInt((int) Math.min(directoryLength, LIMIT_32));
    out.putInt((int) Math.min(directoryOffset, LIMIT_32)).putShort((short) 0);
    return out.array();
  }

  private static int dosTime(LocalDateTime time) {
    return time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
  }

  private static int dosDate(LocalDateTime time) {
    return (time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
