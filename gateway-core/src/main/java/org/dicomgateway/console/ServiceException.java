package org.dicomgateway.console;

/** A service that did not do what a command asked; the message says why and what to do. */
public final class ServiceException extends Exception {
  private final ExitCode exitCode;

  /** It was asked and could not. */
  public ServiceException(String reason) {
    this(ExitCode.FAILED, reason);
  }

  public ServiceException(ExitCode exitCode, String reason) {
    super(reason);
    this.exitCode = exitCode;
  }

  /** What the command ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
