package org.dicomgateway.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.input.BoundedInputStream;

/** A stretch of a pack's bytes. */
sealed interface Segment {
  long length();

  /** The segment's bytes from an offset on; the caller closes. */
  InputStream open(long offset) throws IOException;

  record InMemory(byte[] bytes) implements Segment {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  record InFile(Path file, long start, long length) implements Segment {
    @Override
    public InputStream open(long offset) throws IOException {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        channel.position(start + offset);
        return BoundedInputStream.builder()
            .setInputStream(Channels.newInputStream(channel))
            .setMaxCount(length - offset)
            .get();
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }
}
