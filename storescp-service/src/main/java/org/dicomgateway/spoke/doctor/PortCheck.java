package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Whether a port is free that the service will listen on.
 *
 * @param flag of {@code serve} that names it
 */
public record PortCheck(String what, String flag, InetSocketAddress address) implements Check {
  @Override
  public List<Finding> findings() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return List.of(Finding.ok("port", "%s %d is free".formatted(what, address.getPort())));
    } catch (IOException e) {
      return List.of(
          Finding.failed(
              "port",
              "%s %s cannot be listened on: %s".formatted(what, address, e.getMessage()),
              "end the program that holds it ('ss -ltnp' names it), or give another with " + flag));
    }
  }
}
