package org.dicomgateway.samples.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port; 0 is a free one. */
final class Port implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65_535) {
      throw new TypeConversionException("'%s' is no port: 1 to 65535, or 0".formatted(text));
    }
    return port;
  }

  /**
   * Looks whether it can be listened on, before anything else is begun.
   *
   * @param option that names it
   * @throws IOException if it cannot, saying what to do
   */
  static void requireFree(int port, String option) throws IOException {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on 127.0.0.1 port %d: %s. End what listens there, or name another with %s; 0 takes a free one"
              .formatted(port, e.getMessage(), option),
          e);
    }
  }
}
