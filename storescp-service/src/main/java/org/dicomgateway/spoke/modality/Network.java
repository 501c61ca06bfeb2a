package org.dicomgateway.spoke.modality;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * An address, or all that begin with the same bits: {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code
 * fd00::/8}.
 */
public record Network(String text, InetAddress address, int bits) {
  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; names are not looked up
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    try {
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int most = address.getAddress().length * 8;
      int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      if (bits >= 0 && bits <= most) {
        return new Network(text.strip(), address, bits);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "'%s' is no address; write 10.1.2.3 or 10.1.0.0/16".formatted(text));
  }

  /** An address as a sender has it; empty if it is none. */
  public static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether an address is it, or begins with its bits. */
  public boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] its = other.getAddress();
    int bytes = bits / 8;
    if (own.length != its.length || !Arrays.equals(own, 0, bytes, its, 0, bytes)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((own[bytes] ^ its[bytes]) & 0xFF) >> (8 - rest) == 0;
  }

  /** Whether it is one address and no more. */
  public boolean isSingle() {
    return bits == address.getAddress().length * 8;
  }

  @Override
  public String toString() {
    return text;
  }
}
