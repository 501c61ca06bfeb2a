package org.dicomgateway.spoke.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The end of a spool file, as the package documentation draws it. */
record Trailer(
    String sopClass,
    String sop,
    String series,
    String study,
    String transferSyntax,
    long length,
    String sha256,
    int crc32,
    String callingAet,
    String calledAet,
    String remoteAddress,
    Priority priority,
    Instant receivedAt) {

  static final int FORMAT_VERSION = 2;

  /** Version 1 does not tell the priority. */
  private static final int OLDEST_VERSION = 1;

  static final int FOOTER_LENGTH = 20;
  private static final int LONGEST = 1 << 16;
  private static final byte[] MAGIC = "DXGSPOOL".getBytes(StandardCharsets.US_ASCII);
  private static final JsonMapper JSON = new JsonMapper();

  Trailer {
    priority = priority == null ? Priority.MEDIUM : priority;
  }

  static Trailer of(SpooledInstance instance) {
    InstanceIdentity identity = instance.identity();
    return new Trailer(
        identity.sopClassUid(),
        identity.sopInstanceUid(),
        identity.seriesInstanceUid(),
        identity.studyInstanceUid(),
        instance.transferSyntaxUid(),
        instance.length(),
        instance.sha256(),
        instance.crc32(),
        instance.sender().callingAet(),
        instance.sender().calledAet(),
        instance.sender().address(),
        instance.priority(),
        instance.receivedAt());
  }

  SpooledInstance instance(String id) {
    return new SpooledInstance(
        id,
        new InstanceIdentity(sopClass, sop, series, study),
        transferSyntax,
        length,
        sha256,
        crc32,
        new Sender(callingAet, calledAet, remoteAddress),
        priority,
        receivedAt);
  }

  /** Trailer and footer. */
  byte[] toBytes() {
    byte[] json = JSON.writeValueAsBytes(this);
    ByteBuffer bytes = ByteBuffer.allocate(json.length + FOOTER_LENGTH);
    bytes.put(json).putInt(json.length).putInt(FORMAT_VERSION);
    bytes.putInt(checksum(bytes.array(), json.length + 8)).put(MAGIC);
    return bytes.array();
  }

  /**
   * Reads the end of a spool file.
   *
   * @throws DamagedFileException if it is none of ours, or cut, or changed
   */
  static Trailer read(FileChannel file) throws IOException {
    long size = file.size();
    ByteBuffer footer = read(file, Math.max(0, size - FOOTER_LENGTH), FOOTER_LENGTH);
    int jsonLength = footer.getInt();
    int version = footer.getInt();
    int checksum = footer.getInt();
    if (!Arrays.equals(MAGIC, 0, 8, footer.array(), 12, 20)) {
      throw new DamagedFileException("no footer at its end");
    }
    if (version < OLDEST_VERSION || version > FORMAT_VERSION) {
      throw new DamagedFileException(
          "format version %d, not %d to %d".formatted(version, OLDEST_VERSION, FORMAT_VERSION));
    }
    if (jsonLength < 0 || jsonLength > LONGEST || jsonLength > size - FOOTER_LENGTH) {
      throw new DamagedFileException("a trailer of " + jsonLength + " bytes");
    }
    byte[] end = read(file, size - FOOTER_LENGTH - jsonLength, jsonLength + 8).array();
    if (checksum(end, end.length) != checksum) {
      throw new DamagedFileException("a trailer that fails its checksum");
    }
    Trailer trailer = parse(Arrays.copyOf(end, jsonLength));
    if (trailer.length != size - FOOTER_LENGTH - jsonLength) {
      throw new DamagedFileException("a Part 10 file not of its length, " + trailer.length);
    }
    return trailer;
  }

  private static Trailer parse(byte[] json) throws DamagedFileException {
    try {
      return JSON.readValue(json, Trailer.class);
    } catch (JacksonException e) {
      throw new DamagedFileException("a trailer that is no JSON: " + e.getOriginalMessage());
    }
  }

  private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      int count = file.read(bytes, position + bytes.position());
      if (count < 0) {
        throw new DamagedFileException("only " + file.size() + " bytes");
      }
    }
    return bytes.flip();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
