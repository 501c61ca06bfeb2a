package org.dicomgateway.spoke.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a host has an address.
 *
 * @param what that host is, for people
 */
public record NameCheck(String what, String host) implements Check {
  @Override
  public List<Finding> findings() {
    try {
      List<String> addresses =
          Arrays.stream(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress).toList();
      return List.of(
          Finding.ok("name", "%s %s is %s".formatted(what, host, String.join(", ", addresses))));
    } catch (UnknownHostException e) {
      return List.of(
          Finding.failed(
              "name",
              "%s %s has no address".formatted(what, host),
              "see whether it is written right, and whether this PC's DNS works"));
    }
  }
}
