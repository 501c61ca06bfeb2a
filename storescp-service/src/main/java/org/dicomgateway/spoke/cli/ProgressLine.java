package org.dicomgateway.spoke.cli;

import java.io.PrintStream;

/** A bar that fills on a terminal; elsewhere nothing. For one thread at a time. */
public final class ProgressLine {
  private static final int WIDTH = 40;
  private final PrintStream terminal;
  private final int total;
  private int done;
  private int shown = -1;

  private ProgressLine(PrintStream terminal, int total) {
    this.terminal = terminal;
    this.total = total;
  }

  /** On standard error, so that standard output stays for results. */
  public static ProgressLine onTerminal(int total) {
    boolean isTerminal = System.console() != null && System.console().isTerminal();
    return new ProgressLine(isTerminal ? System.err : null, total);
  }

  /** One more is done. */
  public void advance() {
    done++;
    int thousandths = total == 0 ? 1000 : (int) (1000L * done / total);
    if (terminal != null && thousandths != shown) {
      shown = thousandths;
      int filled = WIDTH * thousandths / 1000;
      terminal.printf(
          "\r[%s%s] %d/%d", "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
    }
  }

  /** All are. */
  public void end() {
    if (terminal != null) {
      terminal.println();
    }
  }
}
