package org.dicomgateway.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers and tags as the little-endian bytes of values (PS3.5 §6.2). */
final class BinaryNumbers {
  private BinaryNumbers() {}

  static long[] longs(VR vr, byte[] littleEndian) {
    ByteBuffer buffer = wrap(littleEndian);
    long[] values = new long[littleEndian.length / vr.unitLength()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (vr) {
            case US -> Short.toUnsignedInt(buffer.getShort());
            case SS -> buffer.getShort();
            case UL -> Integer.toUnsignedLong(buffer.getInt());
            case SL -> buffer.getInt();
            case UV, SV -> buffer.getLong();
            default -> throw new IllegalArgumentException(vr + " holds no integers");
          };
    }
    return values;
  }

  static byte[] of(VR vr, long... values) {
    ByteBuffer buffer = wrap(new byte[values.length * vr.unitLength()]);
    for (long value : values) {
      switch (vr) {
        case US, SS -> buffer.putShort((short) value);
        case UL, SL -> buffer.putInt((int) value);
        case UV, SV -> buffer.putLong(value);
        default -> throw new IllegalArgumentException(vr + " holds no integers");
      }
    }
    return buffer.array();
  }

  static double[] doubles(VR vr, byte[] littleEndian) {
    ByteBuffer buffer = wrap(littleEndian);
    double[] values = new double[littleEndian.length / vr.unitLength()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (vr) {
            case FL -> buffer.getFloat();
            case FD -> buffer.getDouble();
            default -> throw new IllegalArgumentException(vr + " holds no decimals");
          };
    }
    return values;
  }

  static byte[] of(VR vr, double... values) {
    ByteBuffer buffer = wrap(new byte[values.length * vr.unitLength()]);
    for (double value : values) {
      switch (vr) {
        case FL -> buffer.putFloat((float) value);
        case FD -> buffer.putDouble(value);
        default -> throw new IllegalArgumentException(vr + " holds no decimals");
      }
    }
    return buffer.array();
  }

  static int[] tags(byte[] littleEndian) {
    ByteBuffer buffer = wrap(littleEndian);
    int[] tags = new int[littleEndian.length / 4];
    for (int i = 0; i < tags.length; i++) {
      tags[i] =
          Short.toUnsignedInt(buffer.getShort()) << 16 | Short.toUnsignedInt(buffer.getShort());
    }
    return tags;
  }

  private static ByteBuffer wrap(byte[] littleEndian) {
    return ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
  }
}
