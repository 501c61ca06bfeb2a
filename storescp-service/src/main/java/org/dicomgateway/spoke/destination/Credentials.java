package org.dicomgateway.spoke.destination;

/** How we say to a web server who we are, beside a certificate. */
public sealed interface Credentials {
  /** We do not. */
  record None() implements Credentials {}

  /** RFC 7617. */
  record Basic(String user, Secret password) implements Credentials {}

  /** RFC 6750. */
  record Bearer(Secret token) implements Credentials {}
}
