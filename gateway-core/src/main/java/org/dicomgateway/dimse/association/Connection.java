package org.dicomgateway.dimse.association;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import jdk.net.ExtendedSocketOptions;
import org.dicomgateway.dimse.pdu.AAbort;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.PduReader;
import org.dicomgateway.dimse.pdu.PduWriter;

/**
 * A TCP connection on which nobody waits for nothing.
 *
 * <p>Many senders leave Nagle's algorithm on and write a unit in pieces; the last piece then waits
 * until the one before is acknowledged, which a receiver puts off for 40 ms. So we acknowledge at
 * once, where the platform can (Linux forgets the wish, hence before each read), and never write in
 * pieces ourselves.
 *
 * <p>Reading is for one thread; {@link #abort} and {@link #close} are for any.
 */
final class Connection implements Closeable {
  /** Of the kernel, each way; asked for before a connection exists, so that TCP offers it. */
  static final int BUFFER = 1 << 20;

  private final Socket transport;
  private final Socket socket;
  private final boolean quickAck;
  private final InputStream in;
  private final OutputStream out;
  private final PduReader reader;
  private final ReentrantLock writing = new ReentrantLock();
  private long deadline;

  Connection(Socket socket, int maximumLength) throws IOException {
    this(socket, socket, maximumLength);
  }

  /**
   * @param transport what the socket's bytes travel by, if it secures them; else the same
   */
  Connection(Socket transport, Socket socket, int maximumLength) throws IOException {
    this.transport = transport;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    socket.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
    this.quickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.reader = new PduReader(new TimedInput(), maximumLength);
  }

  /**
   * Waits for a unit.
   *
   * @param timeout until the whole unit is there
   * @throws SocketTimeoutException if it is not
   */
  Pdu read(Duration timeout) throws IOException {
    deadline = System.nanoTime() + timeout.toNanos();
    return reader.read();
  }

  void write(Pdu pdu) throws AssociationException {
    byte[] bytes = PduWriter.encode(pdu);
    write(bytes, 0, bytes.length);
  }

  private void write(byte[] bytes, int offset, int length) throws AssociationException {
    writing.lock();
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new AssociationException("connection lost: " + e.getMessage(), e);
    } finally {
      writing.unlock();
    }
  }

  /** Each call of its {@code write(byte[], int, int)} is one write to the network. */
  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        Connection.this.write(bytes, offset, length);
      }
    };
  }

  /** Tells the peer if nothing is being written just now, and closes. */
  void abort() {
    if (writing.tryLock()) {
      try {
        out.write(PduWriter.encode(AAbort.BY_USER));
      } catch (IOException e) {
        // The peer is gone already.
      } finally {
        writing.unlock();
      }
    }
    close();
  }

  /** TLS has a last word, which must not wait behind bytes that the peer does not take. */
  @Override
  public void close() {
    boolean quiet = writing.tryLock();
    try {
      (quiet ? socket : transport).close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    } finally {
      if (quiet) {
        writing.unlock();
      }
    }
  }

  private final class TimedInput extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      if (quickAck) {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
      return in.read(bytes, offset, length);
    }
  }
}
