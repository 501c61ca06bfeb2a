package org.dicomgateway.token;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names that a service on loopback is asked by. Whoever makes a name of his own lead to
 * loopback (DNS rebinding) has a browser on this machine take the service for his own site, whose
 * pages may read it and change it; what gives him away is that name, in {@code Host}. Immutable.
 */
public final class OwnNames {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names;

  /**
   * Those of this machine, and others.
   *
   * @param address that is listened on, which is a name too
   * @param others without a port
   */
  public OwnNames(InetAddress address, Set<String> others) {
    Set<String> all = new HashSet<>(LOOPBACK);
    others.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    String own = address.getHostAddress();
    all.add(own.contains(":") ? "[" + own + "]" : own);
    this.names = Set.copyOf(all);
  }

  /**
   * Whether one of them is asked for, in capitals or not.
   *
   * @param host as {@code Host} has it, with a port or without; null if nothing is named
   */
  public boolean contain(String host) {
    return host != null && names.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
  }
}
