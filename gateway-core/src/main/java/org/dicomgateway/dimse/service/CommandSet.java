package org.dicomgateway.dimse.service;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DicomParseException;

/**
 * The elements of group 0000 of a message (PS3.7 §6.3), always Implicit VR Little Endian: whole
 * numbers of 16 bits and text are all that DIMSE-C needs. Not thread-safe.
 */
final class CommandSet {
  /** Command Data Set Type of a message without data set (PS3.7 §E.1). */
  private static final int NO_DATA_SET = 0x0101;

  private static final int DATA_SET = 0x0000;
  private static final int ELEMENT_HEADER = 8;
  private final TreeMap<Integer, byte[]> elements = new TreeMap<>();

  /** Starts a message without data set. */
  static CommandSet of(int commandField) {
    return new CommandSet()
        .with(Tag.CommandField, commandField)
        .with(Tag.CommandDataSetType, NO_DATA_SET);
  }

  CommandSet withDataSet() {
    return with(Tag.CommandDataSetType, DATA_SET);
  }

  CommandSet with(int tag, int value) {
    elements.put(tag, new byte[] {(byte) value, (byte) (value >>> 8)});
    return this;
  }

  /** Text, padded to an even length: UIDs by a zero byte, else by a space. */
  CommandSet with(int tag, String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    byte[] padded = java.util.Arrays.copyOf(text, text.length + text.length % 2);
    if (padded.length > text.length) {
      padded[text.length] = (byte) (isUid(tag) ? 0 : ' ');
    }
    elements.put(tag, padded);
    return this;
  }

  private static boolean isUid(int tag) {
    return switch (tag) {
      case Tag.AffectedSOPClassUID,
          Tag.RequestedSOPClassUID,
          Tag.AffectedSOPInstanceUID,
          Tag.RequestedSOPInstanceUID ->
          true;
      default -> false;
    };
  }

  OptionalInt integer(int tag) {
    byte[] value = elements.get(tag);
    return value == null || value.length < 2
        ? OptionalInt.empty()
        : OptionalInt.of(Byte.toUnsignedInt(value[0]) | Byte.toUnsignedInt(value[1]) << 8);
  }

  /** Without padding; empty if there is none. */
  Optional<String> string(int tag) {
    return Optional.ofNullable(elements.get(tag))
        .map(value -> new String(value, StandardCharsets.ISO_8859_1).replace("\0", "").strip())
        .filter(text -> !text.isEmpty());
  }

  int commandField() {
    return integer(Tag.CommandField).orElse(0);
  }

  boolean hasDataSet() {
    return integer(Tag.CommandDataSetType).orElse(NO_DATA_SET) != NO_DATA_SET;
  }

  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = elements.values().stream().mapToInt(value -> ELEMENT_HEADER + value.length).sum();
    byte[] groupLength =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
    write(out, Tag.CommandGroupLength, groupLength);
    for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
      write(out, element.getKey(), element.getValue());
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int tag, byte[] value) {
    ByteBuffer header = ByteBuffer.allocate(ELEMENT_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(value.length);
    out.writeBytes(header.array());
    out.writeBytes(value);
  }

  static CommandSet decode(byte[] bytes) throws DicomParseException {
    CommandSet command = new CommandSet();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      if (in.remaining() < ELEMENT_HEADER) {
        throw new DicomParseException(in.position(), 0, "command set ends within an element");
      }
      int tag = Short.toUnsignedInt(in.getShort()) << 16 | Short.toUnsignedInt(in.getShort());
      long length = Integer.toUnsignedLong(in.getInt());
      if (tag >>> 16 != 0 || length > in.remaining()) {
        throw new DicomParseException(
            in.position(), tag, "command set with a value of " + length + " bytes");
      }
      byte[] value = new byte[(int) length];
      in.get(value);
      if (tag != Tag.CommandGroupLength) {
        command.elements.put(tag, value);
      }
    }
    return command;
  }
}
