package org.dicomgateway.hub.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A pack's bytes as they come in. Thread-safe: who appends holds the turn; who asks for the offset
 * or appends next ends that turn, because a spoke only does so when it has given up the connection
 * before, and that one may hang for minutes yet.
 */
final class Upload {
  private static final int BUFFER = 1 << 16;

  /** The sender is gone, or has another connection by now; what came is kept. */
  static final class CutShortException extends IOException {
    private CutShortException(String reason) {
      super(reason);
    }
  }

  private final Path file;
  private UploadDescription description;
  private FileChannel channel;
  private long offset;
  private boolean forced = true;
  private long turn;

  /** Opens an upload; what an earlier process wrote counts. */
  Upload(UploadDescription description, Path file) throws IOException {
    this.description = description;
    this.file = file;
    long present = Files.exists(file) ? Files.size(file) : 0;
    this.offset = description.isRejected() ? description.length() : present;
  }

  synchronized UploadDescription description() {
    return description;
  }

  Path file() {
    return file;
  }

  /** Bytes that are here, durable or not. */
  synchronized long offset() {
    return offset;
  }

  synchronized boolean isComplete() {
    return offset == description.length();
  }

  /** Ends the turn of whoever appends. Returns the offset; bytes before it are durable. */
  synchronized long settle() throws IOException {
    turn++;
    force();
    return offset;
  }

  /**
   * Appends a stream to its end. If it breaks, the bytes that came are kept.
   *
   * @param from where the sender believes the upload to end
   * @return the offset; bytes before it are durable
   * @throws TransferException if the sender is wrong about the offset, or sends too much, or there
   *     is no room
   * @throws CutShortException if the stream broke, or another request took the turn
   */
  long append(InputStream bytes, long from) throws IOException {
    long mine = begin(from);
    byte[] buffer = new byte[BUFFER];
    try {
      for (int count; (count = read(bytes, buffer)) >= 0; ) {
        write(mine, buffer, count);
      }
    } catch (IOException e) {
      endQuietly(mine, e);
      throw e;
    }
    end(mine);
    return offset();
  }

  private static int read(InputStream bytes, byte[] buffer) throws CutShortException {
    try {
      return bytes.read(buffer);
    } catch (IOException e) {
      throw new CutShortException("the line broke: " + e.getMessage());
    }
  }

  private synchronized long begin(long from) throws IOException {
    settle();
    if (from != offset) {
      throw TransferException.conflict(
          "pack %s is here up to byte %d, not %d".formatted(description.packId(), offset, from));
    }
    if (channel == null && !isComplete()) {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
    return turn;
  }

  private synchronized void write(long mine, byte[] buffer, int count) throws IOException {
    if (mine != turn) {
      throw new CutShortException("another request of the site took over");
    }
    if (count > description.length() - offset) {
      throw TransferException.badRequest(
          "pack %s was announced with %d bytes, and more came"
              .formatted(description.packId(), description.length()));
    }
    ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count);
    try {
      while (rest.hasRemaining()) {
        forced = false;
        offset += channel.write(rest, offset);
      }
    } catch (IOException e) {
      throw TransferException.noRoom(file, e);
    }
  }

  private synchronized void end(long mine) throws IOException {
    if (mine == turn) {
      force();
    }
  }

  /** What ended the upload is what has to be told. */
  private void endQuietly(long mine, IOException because) {
    try {
      end(mine);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private void force() throws IOException {
    if (!forced) {
      channel.force(true);
      forced = true;
    }
  }

  /** Ends the turn of whoever appends and lets go of the file; a later append opens it again. */
  synchronized void close() throws IOException {
    settle();
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  /** The pack cannot be taken: its bytes go, the reason stays. */
  synchronized void reject(UploadDescription rejected) throws IOException {
    close();
    description = rejected;
    Files.deleteIfExists(file);
  }
}
