package org.dicomgateway.samples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dicomgateway.samples.bench.Machine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What every measurement is told: where it works, and how it prints. */
final class BenchOptions {
  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description =
          "New or empty folder, on the disk to be measured; how much it takes is said above.")
  private Path work;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Refuses the arguments as wrong usage unless a rule holds. */
  void require(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(command.commandLine(), rule);
    }
  }

  /** Makes the folder to work in. Other people's files there would be measured or lost. */
  Path work() throws IOException {
    boolean isFolder = Files.isDirectory(work);
    require(isFolder || Files.notExists(work), "--work: " + work + " is not a folder");
    if (isFolder) {
      try (Stream<Path> files = Files.list(work)) {
        require(files.findAny().isEmpty(), "--work: " + work + " is not empty");
      }
    }
    return Files.createDirectories(work);
  }

  /** Says what is measured on; gives whom to tell of each step. */
  Consumer<String> progress() throws IOException {
    PrintWriter err = command.commandLine().getErr();
    err.println(Machine.describe(work));
    return err::println;
  }

  /**
   * Prints what came of it.
   *
   * @param text for people
   * @param data what is written as JSON where that is asked for
   */
  void print(String text, Object data) {
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? JsonMapper.shared().writeValueAsString(data) : text.stripTrailing());
    out.flush();
  }
}
