package org.dicomgateway.samples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: hub and spoke on this machine, with studies sent through. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a hub and a spoke on this machine, sends studies over DICOM and shows how they arrive.",
      "Stays up until Ctrl-C. What was sent stays in the data folder; a second start goes on with it."
    },
    footer = {"", "Example: gateway demo --studies /media/cdrom"})
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "Folder of DICOM files to send (default: sample studies that are made anew).")
  private Path studies;

  @Option(
      names = "--exit",
      description = "End when all is readable at the hub: 0 if it is, else 1.")
  private boolean exit;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:user.home}/.dicom-gateway-demo",
      description =
          "Where hub and spoke keep their data (default: .dicom-gateway-demo in your home).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      converter = Port.class,
      description = "Port of the hub (default: a free one).")
  private int port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (studies != null && !Files.isDirectory(studies)) {
      throw new ParameterException(spec.commandLine(), "--studies: no folder " + studies);
    }
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new ParameterException(spec.commandLine(), "--data: " + data + " is not a folder");
    }
    Port.requireFree(port, "--port");
    Demo.Settings settings =
        new Demo.Settings(data.toAbsolutePath(), Optional.ofNullable(studies), port, exit);
    return new Demo(settings, spec.commandLine().getOut()).run() ? 0 : 1;
  }
}
