package org.dicomgateway.spoke.send;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Instances as the body of a request (PS3.18 §8.6.1.2, RFC 2387), read while it is sent. For one
 * request.
 */
final class StowBody {
  private final String boundary = "dicom-" + UUID.randomUUID();
  private final List<Parcel> parcels;
  private final AtomicLong moved = new AtomicLong();
  private volatile Optional<Parcel> reading = Optional.empty();

  StowBody(List<Parcel> parcels) {
    this.parcels = parcels;
  }

  String contentType() {
    return "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
  }

  /** Counts up while it is read. */
  long moved() {
    return moved.get();
  }

  /** The instance that was read last, which is the one at fault if reading failed. */
  Optional<Parcel> reading() {
    return reading;
  }

  /** Its length is known before: not every server takes a request that does not say it. */
  BodyPublisher publisher() {
    long length = end().length;
    for (int i = 0; i < parcels.size(); i++) {
      length += head(i).length + parcels.get(i).length();
    }
    return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Bytes::new), length);
  }

  private byte[] head(int part) {
    String line = part == 0 ? "--" : "\r\n--";
    return (line + boundary + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(US_ASCII);
  }

  private byte[] end() {
    return ("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII);
  }

  /** The parts one behind the other, each opened when its turn comes. */
  private final class Bytes extends InputStream {
    private final List<Opening> left = new ArrayList<>();
    private InputStream current = InputStream.nullInputStream();

    @FunctionalInterface
    private interface Opening {
      InputStream open() throws IOException;
    }

    Bytes() {
      for (int i = 0; i < parcels.size(); i++) {
        int part = i;
        left.add(() -> new ByteArrayInputStream(head(part)));
        left.add(() -> open(parcels.get(part)));
      }
      left.add(() -> new ByteArrayInputStream(end()));
    }

    private InputStream open(Parcel parcel) throws IOException {
      reading = Optional.of(parcel);
      return parcel.send();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = current.read(bytes, offset, length);
      while (count < 0 && !left.isEmpty()) {
        current.close();
        current = left.removeFirst().open();
        count = current.read(bytes, offset, length);
      }
      moved.addAndGet(Math.max(count, 0));
      return count;
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }
}
