package org.dicomgateway.spoke.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What shells complete of these commands; the launcher puts it together with the hub's. */
@Command(name = "completion", hidden = true, mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "What the functions are called after.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(AutoComplete.bash(name, Main.commandLine()));
  }
}
