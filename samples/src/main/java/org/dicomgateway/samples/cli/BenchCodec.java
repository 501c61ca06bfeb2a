package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.CodecBench;
import org.dicomgateway.samples.bench.CodecResult;
import org.dicomgateway.samples.bench.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench codec}: how fast and how small JPEG-LS is, ours and others'. */
@Command(
    name = "codec",
    mixinStandardHelpOptions = true,
    description = {
      "Encodes and decodes CT images by our JPEG-LS, CharLS and DCMTK, in turns; medians.",
      "libcharls.so.2, dcmcjpls and dcmdjpls have to be installed (Debian: libcharls2, dcmtk)."
    })
final class BenchCodec implements Callable<Integer> {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "Uncompressed CT images (default: generated).")
  private Path studies;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description = "Number, made up of copies if need be (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Turns of each, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder; about 1 MB an image.")
  private Path work;

  @Option(names = "--json", description = "Prints JSON instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (images < 1 || runs < 1) {
      throw new ParameterException(spec.commandLine(), "numbers must be 1 or more");
    }
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    err.println(Machine.describe(work));
    CodecResult result = new CodecBench(studies, images, runs, work).run(err::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? result.json() + System.lineSeparator() : result.table());
    out.flush();
    return 0;
  }
}
