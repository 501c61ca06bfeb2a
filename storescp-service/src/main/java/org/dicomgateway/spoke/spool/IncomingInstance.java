package org.dicomgateway.spoke.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance on its way into the spool, invisible until {@link #commit}. Closed without a commit,
 * it leaves nothing. For one thread.
 */
public final class IncomingInstance extends OutputStream {
  private static final Logger log = LoggerFactory.getLogger(IncomingInstance.class);

  /** A big clip may not eat the room that was free when it began. */
  private static final long CHECK_SPACE_EVERY = 64 << 20;

  private final Spool spool;
  private final String id;
  private final Path part;
  private final FileChannel file;
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private final CRC32 crc32 = new CRC32();
  private long length;
  private long nextSpaceCheck = CHECK_SPACE_EVERY;
  private boolean committed;

  IncomingInstance(Spool spool, String id, Path part, FileChannel file) {
    this.spool = spool;
    this.id = id;
    this.part = part;
    this.file = file;
  }

  /**
   * Appends to the Part 10 file.
   *
   * @throws SpoolException if the disk cannot take it
   */
  @Override
  public void write(byte[] bytes, int offset, int count) throws SpoolException {
    try {
      spool.disk().write(file, ByteBuffer.wrap(bytes, offset, count));
      length += count;
      if (length >= nextSpaceCheck) {
        nextSpaceCheck += CHECK_SPACE_EVERY;
        spool.freeSpace().check();
      }
    } catch (IOException e) {
      throw Spool.failure(e);
    }
    sha256.update(bytes, offset, count);
    crc32.update(bytes, offset, count);
  }

  @Override
  public void write(int oneByte) throws SpoolException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  /** What was written so far, from its first byte. Need not be closed; of no use later on. */
  public InputStream read() {
    return new InstanceStream(file, length);
  }

  /**
   * Makes the instance durable; when this returns, it may be acknowledged.
   *
   * @throws SpoolException if that failed; the instance may not be acknowledged
   */
  public SpooledInstance commit(
      InstanceIdentity identity, String transferSyntaxUid, Sender sender, Priority priority)
      throws SpoolException {
    SpooledInstance instance =
        new SpooledInstance(
            id,
            identity,
            transferSyntaxUid,
            length,
            HexFormat.of().formatHex(sha256.digest()),
            (int) crc32.getValue(),
            sender,
            priority,
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    try {
      spool.disk().write(file, ByteBuffer.wrap(Trailer.of(instance).toBytes()));
      spool.disk().force(file);
      spool.publish(instance.id(), part);
    } catch (IOException e) {
      throw Spool.failure(e);
    }
    committed = true;
    return instance;
  }

  @Override
  public void close() {
    try {
      file.close();
      if (!committed) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      log.warn("{} stays until the next start: {}", part, e.getMessage());
    }
  }
}
