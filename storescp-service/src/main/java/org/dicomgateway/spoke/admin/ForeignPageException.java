package org.dicomgateway.spoke.admin;

/** A page of another site has a browser ask for a change. */
final class ForeignPageException extends RuntimeException {
  ForeignPageException(String origin) {
    super("a page of " + origin + " may not change anything here");
  }
}
