package org.dicomgateway.console;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param command what it is called there: {@code gateway spoke queue}
 * @param out what was asked for
 * @param err all else
 */
public record Terminal(String command, PrintWriter out, PrintWriter err) {
  /** Says in a line why it was not done: the whole help would hide that. Returns the exit code. */
  public int refuse(ExitCode code, String reason) {
    String help = code == ExitCode.USAGE ? " (see %s --help)".formatted(command) : "";
    err.println(command + ": " + reason + help);
    return code.number();
  }

  /** Likewise, of what went wrong on the way. */
  public int refuse(Throwable failure) {
    return refuse(Failure.exitCode(failure), Failure.text(failure));
  }
}
